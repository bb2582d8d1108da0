import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The condition number of a matrix, or of each matrix of the last two axes, ‖A‖ · ‖A⁻¹‖:
  /// how much larger relative errors of x may be than those of A and b in A x = b; infinite for a
  /// singular matrix, 0 for one without elements. `[…, m, n] → […]`. NumPy's `linalg.cond`.
  /// Differentiable where it is finite.
  ///
  /// For `.two` it is s₁ / s_k and for `.minusTwo` s_k / s₁, with the singular values s of a matrix
  /// of any extents; the other orders need square matrices.
  ///
  /// - Throws: `notMatrices`, `notFinite`, `noConvergence`; for the other orders `notSquare`.
  public func conditionNumber(_ order: MatrixNorm = .two) throws(LinearAlgebraError) -> Tensor {
    guard order == .two || order == .minusTwo else {
      return try conditionNumberByInverse(order)
    }
    let s = try svdvals(of: "conditionNumber")
    guard s.shape[s.rank - 1] > 0 else { return Tensor(zeros: Shape(s.shape.dropLast())) }
    let (greatest, least) = (s[.ellipsis, 0], s[.ellipsis, -1])
    let (numerator, denominator) = order == .two ? (greatest, least) : (least, greatest)
    let isZero = denominator.detached() .== 0
    return Tensor.where(isZero, .infinity, numerator / Tensor.where(isZero, 1, denominator))
  }

  private func conditionNumberByInverse(
    _ order: MatrixNorm
  ) throws(LinearAlgebraError) -> Tensor {
    let matrices = try Matrices(square: self, of: "conditionNumber")
    do {
      return try matrixNorm(order) * inverse().matrixNorm(order)
    } catch .singular {
      if matrices.batch.isEmpty { return Tensor(.infinity) }
    }
    // Some are singular: each for itself.
    let each = reshaped(to: [matrices.count, matrices.rows, matrices.columns])
    var numbers: [Tensor] = []
    for matrix in 0..<matrices.count {
      numbers.append(try each[matrix].conditionNumberByInverse(order))
    }
    return Tensor.stacked(numbers).reshaped(to: matrices.batch)
  }
}
