import Tern
import TestSupport
import Testing

/// 10 · n · ε, the bound that residuals keep.
func residualBound<S: FloatingScalar>(_ n: Int, as _: S.Type) -> Double {
  10 * Double(max(n, 1)) * S.ulpOfOne.asDouble
}

/// √Σ x², in double precision and without overflow.
func frobenius<S: FloatingScalar>(_ x: Tensor<S>) -> Double {
  let x = x.asType(Double.self)
  let scale = x.scalars.map(\.magnitude).max() ?? 0
  return scale == 0 ? 0 : scale * (x / scale).squared().sum().sqrt().scalar
}

/// A · B in double precision: residuals are not to have errors of their own.
func product<S: FloatingScalar>(_ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<Double> {
  a.asType(Double.self).matmul(b.asType(Double.self))
}

/// Expects ‖x − y‖ to be within 10 · n · ε of a size, ε being that of the type of y; NaN never is.
func expectResidual<R: FloatingScalar, S: FloatingScalar>(
  _ x: Tensor<R>, _ y: Tensor<S>, size: Double, n: Int, _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard x.shape == y.shape else {
    Issue.record(
      "shape \(x.shape) instead of \(y.shape) \(comment())", sourceLocation: sourceLocation)
    return
  }
  let found = frobenius(x.asType(Double.self) - y.asType(Double.self))
  let limit = residualBound(n, as: S.self) * size
  if !(found <= limit) {
    Issue.record(
      "a residual of \(found) where \(limit) is allowed \(comment())",
      sourceLocation: sourceLocation)
  }
}

/// Expects the columns of each matrix to be orthonormal, ‖QᵀQ − I‖ within 10 · n · ε.
func expectOrthonormalColumns<S: FloatingScalar>(
  _ q: Tensor<S>, _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let (rows, columns) = (q.shape[q.rank - 2], q.shape[q.rank - 1])
  let matrices = q.asType(Double.self)
    .reshaped(to: [q.shape.dropLast(2).reduce(1, *), rows, columns])
  for matrix in 0..<matrices.shape[0] {
    let q = matrices[matrix]
    expectResidual(
      q.matmul(q, transposingSelf: true), Tensor<S>(identity: columns), size: 1,
      n: max(rows, columns), comment(), sourceLocation: sourceLocation)
  }
}
