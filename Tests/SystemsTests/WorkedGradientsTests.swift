import Tern
import TestSupport
import Testing

/// Gradients that a report derives by hand, against those of automatic differentiation. The
/// logarithm of a determinant and the inverse are eliminations written with plain operators.
struct WorkedGradientsTests {
  private static func drawn(_ shape: Shape, seed: UInt32) -> Tensor<Double> {
    var rng = NumPyRandom(seed: seed)
    return rng.randn(shape)
  }

  /// log|K| and tr(K⁻¹ Y Yᵀ) of a symmetric positive definite K by Gauss's elimination: what one
  /// row leaves of the others is their Schur complement.
  private static func eliminated(
    _ k: Tensor<Double>, _ y: Tensor<Double>
  ) -> (logDeterminant: Tensor<Double>, trace: Tensor<Double>) {
    var (k, y) = (k, y)
    var (logDeterminant, trace) = (Tensor<Double>(0), Tensor<Double>(0))
    for last in (0..<k.shape[0]).reversed() {
      let (pivot, row) = (k[0, 0], k[0...0])
      let head = y[0...0]
      logDeterminant = logDeterminant + pivot.log()
      trace = trace + head.sumOfSquares() / pivot
      guard last > 0 else { break }
      let column = k[1...last, 0...0]
      y = y[1...last] - column.matmul(head) / pivot
      k = k[1...last, 1...last] - column.matmul(row[0...0, 1...last]) / pivot
    }
    return (logDeterminant, trace)
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

  @Test(arguments: [2, 3, 5]) func logDeterminant(size: Int) {
    let a = Self.drawn([size, size], seed: 3)
    let k = a.matmul(a.transposed()) + Tensor(identity: size)
    let slope = gradient(at: k) { Self.eliminated($0, Tensor(zeros: [size, 1])).logDeterminant }
    // K⁻ᵀ: the elimination reads every element, as if none knew of its mirror image.
    expectClose(slope, Self.inverse(k).transposed(), relative: 1e-11, absolute: 1e-11)
  }

  /// L = −c − D/2 · log|K| − ½ · tr(K⁻¹ Y Yᵀ) with K = α X Xᵀ + β⁻¹ I.
  @Test(arguments: [(2, 1, 1), (4, 2, 3), (6, 3, 2)])
  func gaussianProcess(count: Int, inputs: Int, outputs: Int) {
    let (alpha, beta) = (0.7, 2.5)
    let x = Self.drawn([count, inputs], seed: 4)
    let y = Self.drawn([count, outputs], seed: 5)
    func covariance(_ x: Tensor<Double>) -> Tensor<Double> {
      alpha * x.matmul(x.transposed()) + Tensor(identity: count) / beta
    }
    let inverse = Self.inverse(covariance(x))
    let d = Double(outputs)

    let ofDeterminant = gradient(at: x) { x in
      -d / 2 * Self.eliminated(covariance(x), y).logDeterminant
    }
    let derived = -alpha * d * inverse.matmul(x)
    expectClose(ofDeterminant, derived, relative: 1e-11, absolute: 1e-11)

    let ofTrace = gradient(at: x) { x in -0.5 * Self.eliminated(covariance(x), y).trace }
    let (toY, fromY) = (inverse.matmul(y), y.transposed().matmul(inverse))
    let derivedTrace = alpha * toY.matmul(fromY).matmul(x)
    expectClose(ofTrace, derivedTrace, relative: 1e-11, absolute: 1e-11)

    let report = checkGradients(at: x) { x in
      let (logDeterminant, trace) = Self.eliminated(covariance(x), y)
      return -d / 2 * logDeterminant - 0.5 * trace
    }
    #expect(report.passes(tolerance: 1e-7), "\(report)")
  }
}
