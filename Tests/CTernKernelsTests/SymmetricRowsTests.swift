import CTernKernels
import Testing

/// The product of a symmetric matrix and a vector by rows of its triangle, against loops.
struct SymmetricRowsTests {
  private func check<R: Real>(
    _ kernel: (Int, Int, UnsafePointer<R>?, Int, UnsafePointer<R>?, UnsafeMutablePointer<R>?) ->
      Void,
    n: Int, first: Int, rows: Int, tolerance: R
  ) {
    let leading = n + 3
    // What is left of the diagonal, and behind the rows, is not read.
    let a = (0..<n * leading).map { i -> R in
      i % leading >= i / leading && i % leading < n ? R(i * 37 % 101) / 50 - 1 : .nan
    }
    let x = (0..<n).map { i -> R in R(i * 13 % 29) / 14 - 1 }
    let start = (0..<n).map { R($0 % 5) }
    var y = start
    a.withUnsafeBufferPointer { a in
      x.withUnsafeBufferPointer { x in
        y.withUnsafeMutableBufferPointer { y in
          guard let a = a.baseAddress, let x = x.baseAddress, let y = y.baseAddress else { return }
          kernel(rows, n - first, a + first * (leading + 1), leading, x + first, y + first)
        }
      }
    }
    var expected = start
    for row in first..<first + rows {
      expected[row] += a[row * leading + row] * x[row]
      for column in row + 1..<max(n, row + 1) {
        expected[row] += a[row * leading + column] * x[column]
        expected[column] += a[row * leading + column] * x[row]
      }
    }
    let worst = Swift.zip(y, expected).map { ($0 - $1).magnitude }.max() ?? 0
    #expect(worst <= tolerance * R(n + 1), "n = \(n), rows \(first)..<\(first + rows)")
    let isFinite = y.allSatisfy(\.isFinite)
    #expect(isFinite)
  }

  @Test(arguments: availableTiers, [1, 2, 3, 4, 5, 7, 8, 17, 31, 64, 131])
  func rowsAreThoseOfLoops(tier: TernTier, n: Int) {
    let parts = [(0, n), (0, n / 2), (n / 2, n - n / 2), (n / 3, 0), (n - 1, 1)]
    for (first, rows) in parts {
      check(
        tern_kernels_f64(tier).pointee.symmetric_rows, n: n, first: first, rows: rows,
        tolerance: 4 * Double.ulpOfOne)
      check(
        tern_kernels_f32(tier).pointee.symmetric_rows, n: n, first: first, rows: rows,
        tolerance: 4 * Float.ulpOfOne)
    }
  }
}
