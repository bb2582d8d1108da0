import Tern
import TestSupport
import Testing

// Values are compared with NumPy's in ProductsOracleTests.

struct TensorProductsTests {
  @Test func gradients() {
    expectGradients([2, 3, 2], [3, 2, 2]) { x, y in x.tensorDot(y, axes: ([1, 2], [0, 1])) }
    expectGradients([2, 3], [3, 2]) { x, y in x.tensorDot(y, axes: 1) }
    expectGradients([2, 3], [2]) { x, y in x.tensorDot(y, axes: 0) }
    expectGradients([2, 3], [4, 3]) { x, y in x.inner(y) }
    expectGradients([2, 2], [3]) { x, y in x.outer(y) }
    expectGradients([2, 1, 3], [2, 3]) { x, y in x.vecdot(y) }
    expectGradients([2, 3], [2]) { x, y in x.kron(y) }
  }

  @Test(arguments: ConvolutionMode.allCases) func gradientsOfConvolutions(mode: ConvolutionMode) {
    expectGradients([5], [3]) { x, v in x.convolve(v, mode: mode) }
    expectGradients([2], [7]) { x, v in x.convolve(v, mode: mode) }
    expectGradients([20], [17]) { x, v in x.convolve(v, mode: mode) }
  }

  @Test func longVectorsAreConvolved() {
    let (n, m) = (3_000, 700)
    let (x, v): (Tensor<Double>, Tensor<Double>) = (seeded([n]), seeded([m], seed: 1))
    let (elements, kernel) = (x.scalars, v.scalars)
    let expected = (0..<n + m - 1).map { i in
      (max(0, i - n + 1)...min(i, m - 1)).reduce(0) { $0 + elements[i - $1] * kernel[$1] }
    }
    expectClose(x.convolve(v).scalars, expected, relative: 1e-12, absolute: 1e-10)
  }
}
