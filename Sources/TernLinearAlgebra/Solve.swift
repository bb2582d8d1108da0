import TernKernels
import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The solution X of A · X = B, for square matrices A, by LU factorisation with partial pivoting.
  ///
  /// - `[n, n]` and `[n] → [n]`; `[…, n, n]` and `[…, n, k] → […, n, k]`, the leading axes
  ///   broadcasting; `[…, n, n]` and `[n] → […, n]`.
  ///
  /// ```swift
  /// let x = try a.solve(b)
  /// ```
  ///
  /// Differentiable in A and B: dB = A⁻ᵀ dX, dA = −dB Xᵀ (Giles, "Collected matrix derivative results
  /// for forward and reverse mode algorithmic differentiation", 2008).
  ///
  /// - Parameters:
  ///   - b: The right sides: a vector, or matrices of a column each.
  ///   - transposingSelf: Whether the solution of Aᵀ · X = B is wanted.
  /// - Throws: `singular` if a pivot is 0; `notSquare`, `notMatrices`, `sizesDiffer`, `notFinite`.
  public func solve(
    _ b: Tensor, transposingSelf: Bool = false
  ) throws(LinearAlgebraError) -> Tensor {
    let a = try Matrices(square: self, of: "solve", isChecked: true)
    try b.requireRightSides(of: shape, "solve")
    if !transposingSelf, !isTraced, !b.isTraced,
      let x = try SmallSystems(a, rightSides: b.asColumns().detached()).solution()
    {
      return x.droppingColumns(if: b.rank == 1)
    }
    return try LUFactorization(self, LUFactors(a, of: "solve"))
      .solve(b, transposingSelf: transposingSelf)
  }

  /// The inverse of square matrices, `[…, n, n]`, by LU factorisation with partial pivoting.
  ///
  /// To solve equations, ``solve(_:transposingSelf:)`` is faster and more accurate.
  ///
  /// Differentiable: dA = −A⁻ᵀ dY A⁻ᵀ (Giles 2008).
  ///
  /// - Throws: `singular` if a pivot is 0; `notSquare`, `notMatrices`, `notFinite`.
  public func inverse() throws(LinearAlgebraError) -> Tensor {
    let a = try Matrices(square: self, of: "inverse", isChecked: true)
    if !isTraced, let inverse = try SmallSystems(a, rightSides: nil).solution() { return inverse }
    return try LUFactorization(self, LUFactors(a, of: "inverse")).inverse()
  }

  /// Whether gradients flow through this tensor.
  var isTraced: Bool { erased.node != nil }

  /// Throws unless these are right sides for matrices of a shape: a vector, or matrices of as many
  /// rows, whose leading axes broadcast.
  func requireRightSides(
    of matrices: Shape, _ operation: StaticString
  ) throws(LinearAlgebraError) {
    let rows = matrices[matrices.rank - 2]
    let fits =
      rank == 1
      ? shape[0] == rows
      : rank >= 2 && shape[rank - 2] == rows
        && Shape(shape.dropLast(2)).broadcast(with: Shape(matrices.dropLast(2))) != nil
    guard fits else {
      throw .sizesDiffer(
        operation: "\(operation)", shape: matrices, other: shape,
        expected: "[\(rows)], or […, \(rows), k] with leading axes that broadcast")
    }
  }
}
