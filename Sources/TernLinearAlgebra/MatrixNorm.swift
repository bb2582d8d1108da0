import TernTensors

/// A norm of matrices, or a number that NumPy's `linalg.norm` has beside the norms; the names are
/// those of NumPy's orders.
public enum MatrixNorm: Sendable, Hashable, CaseIterable {
  /// √Σ|aᵢⱼ|², NumPy's `"fro"`.
  case frobenius
  /// The sum of the singular values, NumPy's `"nuc"`.
  case nuclear
  /// The greatest singular value.
  case two
  /// The least singular value. Not a norm.
  case minusTwo
  /// The greatest sum of the magnitudes of a column.
  case one
  /// The least sum of the magnitudes of a column. Not a norm.
  case minusOne
  /// The greatest sum of the magnitudes of a row.
  case infinity
  /// The least sum of the magnitudes of a row. Not a norm.
  case minusInfinity

}

extension Tensor where Scalar: FloatingScalar {
  /// A norm of a matrix, or of each matrix of two axes: `[…, m, n] → […]`. That of a matrix without
  /// elements is 0.
  ///
  /// Differentiable. At ties the derivative of `.one`, `.infinity` and their like is shared; that of
  /// `.two` and `.minusTwo` is one of the subgradients where singular values are equal, as is that
  /// of `.nuclear` where one is 0; second derivatives do not exist there and are not finite. NumPy's
  /// `linalg.norm`, `linalg.matrix_norm`.
  ///
  /// - Parameters:
  ///   - order: Which norm.
  ///   - axes: The axes of rows and of columns; negative ones count from the last.
  ///   - keepingAxes: Whether both axes stay, with extent 1.
  /// - Throws: For the orders that need singular values, `notFinite` and `noConvergence`; the
  ///   others let NaN and infinity pass through.
  public func matrixNorm(
    _ order: MatrixNorm = .frobenius, along axes: (rows: Int, columns: Int) = (-2, -1),
    keepingAxes: Bool = false
  ) throws(LinearAlgebraError) -> Tensor {
    precondition(rank >= 2, "matrixNorm needs a matrix, got shape \(shape)")
    let rows = shape.axis(axes.rows, of: "matrixNorm")
    let columns = shape.axis(axes.columns, of: "matrixNorm")
    precondition(rows != columns, "matrixNorm: axes \(axes) of shape \(shape) are the same")
    let others = shape.indices.filter { $0 != rows && $0 != columns }
    let matrices =
      others + [rows, columns] == Array(0..<rank) ? self : permuted(others + [rows, columns])
    let norm = try matrices.normOfMatrices(order)
    guard keepingAxes else { return norm }
    return norm.reshaped(to: shape.replacing(rows, with: 1).replacing(columns, with: 1))
  }

  private func normOfMatrices(_ order: MatrixNorm) throws(LinearAlgebraError) -> Tensor {
    let batch = Shape(shape.dropLast(2))
    if shape[rank - 2] == 0 || shape[rank - 1] == 0 { return Tensor(zeros: batch) }
    switch order {
    case .frobenius: return norm(2, along: [-2, -1])
    case .one: return abs().sum(along: -2).max(along: -1)
    case .minusOne: return abs().sum(along: -2).min(along: -1)
    case .infinity: return abs().sum(along: -1).max(along: -1)
    case .minusInfinity: return abs().sum(along: -1).min(along: -1)
    case .nuclear: return try svdvals(of: "matrixNorm").sum(along: -1)
    case .two: return try svdvals(of: "matrixNorm")[.ellipsis, 0]
    case .minusTwo: return try svdvals(of: "matrixNorm")[.ellipsis, -1]
    }
  }
}
