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

  /// The convolution by its definition.
  private func naiveConvolution(
    _ x: [Double], _ v: [Double], _ mode: ConvolutionMode
  ) -> [Double] {
    let (n, m) = (max(x.count, v.count), min(x.count, v.count))
    let places =
      switch mode {
      case .full: 0..<n + m - 1
      case .same: (m - 1) / 2..<(m - 1) / 2 + n
      case .valid: m - 1..<n
      }
    return places.map { place in
      v.indices.filter { x.indices.contains(place - $0) }
        .reduce(0) { $0 + x[place - $1] * v[$1] }
    }
  }

  /// Whole numbers, of which all sums are exact in whatever order.
  private func whole(_ count: Int, seed: UInt64) -> Tensor<Double> {
    seeded([count], in: -5...5, seed: seed).rounded()
  }

  @Test(
    arguments: ConvolutionMode.allCases,
    [(1, 1), (5, 3), (2, 7), (20, 17), (40, 5), (100, 70)])
  func numbersThatAreNotFiniteStayWhereTheyAre(mode: ConvolutionMode, lengths: (Int, Int)) {
    func text<S: FloatingScalar>(_ x: [S]) -> [String] {
      x.map { $0.isNaN ? "nan" : "\($0.asDouble + 0)" }
    }
    let operands = [whole(lengths.0, seed: 1), whole(lengths.1, seed: 2)]
    for value in [Double.nan, .infinity, -.infinity] {
      for changed in operands.indices {
        let count = operands[changed].count
        for place in [0, count / 2, count - 1] {
          var some = operands
          some[changed][place] = Tensor(value)
          let (x, v) = (some[0], some[1])
          let expected = text(naiveConvolution(x.scalars, v.scalars, mode))
          #expect(text(x.convolve(v, mode: mode).scalars) == expected)
          let single = x.asType(Float.self).convolve(v.asType(Float.self), mode: mode)
          #expect(text(single.scalars) == expected)
        }
      }
    }
  }

  /// A derivative of a product does not depend on the operand that it is of: it has to be what it is
  /// where that is finite.
  @Test(arguments: ConvolutionMode.allCases, [(5, 3), (2, 7), (20, 17)])
  func gradientsBesideNumbersThatAreNotFinite(mode: ConvolutionMode, lengths: (Int, Int)) {
    let (x, v) = (whole(lengths.0, seed: 1), whole(lengths.1, seed: 2))
    var (infiniteX, infiniteV) = (x, v)
    infiniteX[1] = Tensor(.infinity)
    infiniteV[0] = Tensor(.nan)
    let u = whole(x.convolve(v, mode: mode).count, seed: 3)
    let w = whole(x.count, seed: 4)
    func slopeOfX(_ x: Tensor<Double>, _ v: Tensor<Double>) -> Tensor<Double> {
      gradient(at: x) { x in (x.convolve(v, mode: mode) * u).sum() }
    }
    func slopeOfV(_ x: Tensor<Double>, _ v: Tensor<Double>) -> Tensor<Double> {
      gradient(at: v) { v in (x.convolve(v, mode: mode) * u).sum() }
    }
    #expect(slopeOfX(infiniteX, v) == slopeOfX(x, v))
    #expect(slopeOfV(x, infiniteV) == slopeOfV(x, v))
    func secondSlope(_ x: Tensor<Double>) -> Tensor<Double> {
      gradient(at: v) { v in (slopeOfX(x, v) * w).sum() }
    }
    #expect(secondSlope(infiniteX) == secondSlope(x))
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
