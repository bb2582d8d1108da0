import Tern
import TestSupport
import Testing

/// Matrices that are hard on a factorisation, each of any extents.
enum DemandingMatrix: CaseIterable, Sendable {
  case random
  /// 1 / (i + j + 1): the condition number grows by a factor of about 30 with each row.
  case hilbert
  /// Of rank min(rows, columns) / 2, rounded up.
  case deficient
  /// Rows and columns of magnitudes from 10⁻⁸ to 10⁸.
  case badlyScaled
  /// Equal singular values.
  case identity
  case zero
  /// Far below 1, where squares underflow.
  case tiny

  /// The matrix, or a batch of such matrices.
  func matrix<S: FloatingScalar>(_ shape: Shape, seed: UInt64 = 0, as _: S.Type) -> Tensor<S> {
    let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
    let leading = Array(shape.dropLast(2))
    func drawn(_ rows: Int, _ columns: Int, seed: UInt64) -> Tensor<S> {
      seeded(Shape(leading + [rows, columns]), seed: seed)
    }
    func magnitudes(_ count: Int) -> [S] {
      (0..<count).map { i in (0..<(5 * i % 9)).reduce(1e-8) { x, _ in x * 100 } }
    }
    switch self {
    case .random: return drawn(rows, columns, seed: seed)
    case .hilbert: return Tensor(shape: shape) { i in 1 / S(i[i.count - 2] + i[i.count - 1] + 1) }
    case .deficient:
      let rank = (min(rows, columns) + 1) / 2
      return drawn(rows, rank, seed: seed).matmul(drawn(rank, columns, seed: seed + 1))
    case .badlyScaled:
      return drawn(rows, columns, seed: seed) * Tensor(magnitudes(rows), shape: [rows, 1])
        * Tensor(magnitudes(columns), shape: [1, columns])
    case .identity: return Tensor(identity: rows, columns: columns).broadcast(to: shape)
    case .zero: return Tensor(zeros: shape)
    case .tiny:
      return drawn(rows, columns, seed: seed)
        * S(
          sign: .plus, exponent: S.Exponent(S.leastNormalMagnitude.exponent * 3 / 4), significand: 1
        )
    }
  }
}

/// 10 · n · ε, the bound that residuals keep.
func residualBound<S: FloatingScalar>(_ n: Int, as _: S.Type) -> Double {
  10 * Double(n) * S.ulpOfOne.asDouble
}

/// Expects two products to agree within 10 · n · ε of the size of the matrix; NaN never does.
func expectResidual<S: FloatingScalar>(
  _ x: Tensor<S>, _ y: Tensor<S>, of matrix: Tensor<S>, n: Int, _ comment: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard x.shape == y.shape else {
    Issue.record(
      "shape \(x.shape) instead of \(y.shape) \(comment)", sourceLocation: sourceLocation)
    return
  }
  let difference = frobenius(x.asType(Double.self) - y.asType(Double.self))
  let bound = residualBound(max(1, n), as: S.self) * frobenius(matrix)
  if !(difference <= bound) {
    Issue.record(
      "residual \(difference) is above \(bound) \(comment)", sourceLocation: sourceLocation)
  }
}

/// Expects the columns of matrices to be orthonormal within 10 · n · ε.
func expectOrthonormalColumns<S: FloatingScalar>(
  _ q: Tensor<S>, _ comment: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  let n = max(q.shape[q.rank - 2], q.shape[q.rank - 1])
  let q = q.asType(Double.self)
  let products = q.matmul(q, transposingSelf: true)
  let distance = products - Tensor(identity: q.shape[q.rank - 1])
  let worst = distance.isEmpty ? 0 : distance.abs().max().scalar
  if !(worst <= residualBound(n, as: S.self)) {
    Issue.record("off orthonormal by \(worst) \(comment)", sourceLocation: sourceLocation)
  }
}
