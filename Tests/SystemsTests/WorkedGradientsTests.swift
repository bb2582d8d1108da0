import Tern
import TestSupport
import Testing

/// Gradients that a report derives by hand, against those of automatic differentiation through
/// `logDeterminant`, `inverse`, `solve` and `trace`.
struct WorkedGradientsTests {
  private static func drawn(_ shape: Shape, seed: UInt32) -> Tensor<Double> {
    var rng = NumPyRandom(seed: seed)
    return rng.randn(shape)
  }

  /// The inverse by Gauss and Jordan, with loops.
  private static func inverse(_ matrix: Tensor<Double>) -> Tensor<Double> {
    let n = matrix.shape[0]
    var rows = (0..<n).map { row in
      (0..<n).map { matrix[row, $0].scalar } + (0..<n).map { $0 == row ? 1 : 0 }
    }
    for column in 0..<n {
      let pivot = rows[column][column]
      for place in 0..<2 * n { rows[column][place] /= pivot }
      for row in 0..<n where row != column {
        let factor = rows[row][column]
        for place in 0..<2 * n { rows[row][place] -= factor * rows[column][place] }
      }
    }
    return Tensor(rows.map { Array($0.suffix(n)) })
  }

  @Test func autoencoder() {
    let w = Self.drawn([3, 5], seed: 1)
    let x = Self.drawn([5, 1], seed: 2)
    let slope = gradient(at: w) { w in
      0.5 * (w.transposed().matmul(w.matmul(x)) - x).sumOfSquares()
    }
    // W (WᵀWx − x) xᵀ + W x (WᵀWx − x)ᵀ
    let error = w.transposed().matmul(w.matmul(x)) - x
    let derived =
      w.matmul(error).matmul(x.transposed()) + w.matmul(x).matmul(error.transposed())
    expectClose(slope, derived, relative: 1e-12, absolute: 1e-12)
  }

  @Test(arguments: [2, 3, 5]) func logDeterminant(size: Int) throws {
    let a = Self.drawn([size, size], seed: 3)
    let k = a.matmul(a.transposed()) + Tensor(identity: size)
    let slope = try gradient(at: k) { try $0.logDeterminant().logarithm }
    // K⁻ᵀ: every element is read, as if none knew of its mirror image.
    expectClose(slope, Self.inverse(k).transposed(), relative: 1e-11, absolute: 1e-11)
  }

  /// tr(K⁻¹ Y Yᵀ), by the inverse or by the solution of K X = Y.
  enum QuadraticForm: CaseIterable {
    case inverse, solve

    func callAsFunction(
      _ k: Tensor<Double>, _ y: Tensor<Double>
    ) throws -> Tensor<Double> {
      switch self {
      case .inverse: try k.inverse().matmul(y.matmul(y.transposed())).trace()
      case .solve: try y.matmul(k.solve(y), transposingSelf: true).trace()
      }
    }
  }

  /// L = −c − D/2 · log|K| − ½ · tr(K⁻¹ Y Yᵀ) with K = α X Xᵀ + β⁻¹ I.
  @Test(arguments: [(2, 1, 1), (4, 2, 3), (6, 3, 2)], QuadraticForm.allCases)
  func gaussianProcess(_ extents: (Int, Int, Int), form: QuadraticForm) throws {
    let (count, inputs, outputs) = extents
    let (alpha, beta) = (0.7, 2.5)
    let x = Self.drawn([count, inputs], seed: 4)
    let y = Self.drawn([count, outputs], seed: 5)
    func covariance(_ x: Tensor<Double>) -> Tensor<Double> {
      alpha * x.matmul(x.transposed()) + Tensor(identity: count) / beta
    }
    let inverse = Self.inverse(covariance(x))
    let d = Double(outputs)

    let ofDeterminant = try gradient(at: x) { x in
      try -d / 2 * covariance(x).logDeterminant().logarithm
    }
    let derived = -alpha * d * inverse.matmul(x)
    expectClose(ofDeterminant, derived, relative: 1e-11, absolute: 1e-11)

    let ofTrace = try gradient(at: x) { x in try -0.5 * form(covariance(x), y) }
    let (toY, fromY) = (inverse.matmul(y), y.transposed().matmul(inverse))
    let derivedTrace = alpha * toY.matmul(fromY).matmul(x)
    expectClose(ofTrace, derivedTrace, relative: 1e-11, absolute: 1e-11)

    // The sum of both is the gradient of the likelihood.
    let ofLikelihood = try gradient(at: x) { x in
      let k = covariance(x)
      return try -d / 2 * k.logDeterminant().logarithm - 0.5 * form(k, y)
    }
    expectClose(ofLikelihood, derived + derivedTrace, relative: 1e-11, absolute: 1e-11)
    let report = checkGradients(at: x) { x in
      let k = covariance(x)
      guard let logarithm = try? k.logDeterminant().logarithm, let trace = try? form(k, y) else {
        return Tensor(.nan)
      }
      return -d / 2 * logarithm - 0.5 * trace
    }
    #expect(report.passes(tolerance: 1e-7), "\(report)")
  }
}
