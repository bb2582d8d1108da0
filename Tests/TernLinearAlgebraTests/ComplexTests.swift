import CLAPACKE
import TestSupport
import Testing

/// LAPACKE's complex functions import with plain structs for complex numbers.
@Test func complexSystemsAreSolvedThroughTheModuleMap() {
  // (1 + i) x + 2 y = 1 + 5i and 3 x + (4 − i) y = 8 + 9i have x = 1 + 2i, y = 1 + i.
  func complex(_ real: Double, _ imaginary: Double) -> lapack_complex_double {
    lapack_complex_double(real: real, imaginary: imaginary)
  }
  var matrix = [complex(1, 1), complex(2, 0), complex(3, 0), complex(4, -1)]
  var right = [complex(1, 5), complex(8, 9)]
  var pivots = [Int32](repeating: 0, count: 2)
  let info = LAPACKE_zgesv(LAPACK_ROW_MAJOR, 2, 1, &matrix, 2, &pivots, &right, 1)
  #expect(info == 0)
  expectClose(right.map(\.real), [1, 1])
  expectClose(right.map(\.imaginary), [2, 1])
}
