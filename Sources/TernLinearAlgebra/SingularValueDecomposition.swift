import TernKernels
import TernTensors

/// A singular value decomposition, A = U · diag(s) · Vᵀ, of a matrix of m × n, or of each matrix of
/// a batch; k = min(m, n).
///
/// The signs of a pair of vectors, and vectors of equal singular values, are not determined by the
/// matrix: another library may return others.
public struct SingularValueDecomposition<Scalar: FloatingScalar>: Sendable {
  /// The left singular vectors, orthonormal columns: `[…, m, k]`, or `[…, m, m]` if all were wanted.
  public let u: Tensor<Scalar>
  /// The singular values in descending order, none below 0: `[…, k]`.
  public let s: Tensor<Scalar>
  /// The right singular vectors, orthonormal rows: `[…, k, n]`, or `[…, n, n]` if all were wanted.
  public let vT: Tensor<Scalar>

  /// The product U · diag(s) · Vᵀ: the matrix again, but for rounding.
  public func product() -> Tensor<Scalar> {
    let k = s.shape[s.rank - 1]
    let columns = u.sliced(along: -1, from: 0, to: k)
    return columns.scalingColumns(by: s).matmul(vT.sliced(along: -2, from: 0, to: k))
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The singular value decomposition of a matrix, or of each matrix of the last two axes, by
  /// LAPACK's divide and conquer (xGESDD). NumPy's `linalg.svd`, whose `full_matrices` is `true`
  /// by default.
  ///
  /// Differentiable if thin, or square (Townsend, "Differentiating the singular value
  /// decomposition", 2016; Giles, "Collected matrix derivative results for forward and reverse mode
  /// algorithmic differentiation", 2008). The first derivative of the singular values alone is always
  /// finite. That of the vectors divides by sⱼ² − sᵢ² and, unless the matrix is square, by sᵢ: where
  /// singular values are equal or 0 the vectors may turn freely in their space, and the derivative
  /// is not finite; it is large where they are close. Only functions that do not depend on the free
  /// signs of the vectors have a meaning (Wan and Zhang, "Automatic differentiation for complex
  /// valued SVD", 2019).
  ///
  /// - Parameter full: Whether U and Vᵀ are completed to square matrices; those of a matrix that is
  ///   not square trap when their derivative is asked for, since what completes them is arbitrary.
  /// - Throws: `notMatrices`, `notFinite`, `noConvergence`.
  public func svd(
    full: Bool = false
  ) throws(LinearAlgebraError) -> SingularValueDecomposition<Scalar> {
    try svd(full: full, of: "svd")
  }

  /// The singular values of a matrix in descending order, or those of each matrix of the last two
  /// axes: `[…, m, n] → […, min(m, n)]`. NumPy's `linalg.svdvals`. Differentiable; see
  /// ``svd(full:)``.
  ///
  /// - Throws: `notMatrices`, `notFinite`, `noConvergence`.
  public func svdvals() throws(LinearAlgebraError) -> Tensor {
    try svdvals(of: "svdvals")
  }

  /// The singular value decomposition as a part of an operation, which errors name.
  func svd(
    full: Bool = false, of operation: StaticString
  ) throws(LinearAlgebraError) -> SingularValueDecomposition<Scalar> {
    let matrices = try Matrices(self, of: operation)
    let layout = SingularVectorLayout(matrices, full ? .full : .thin)
    let values = try layout.decomposed(matrices, of: operation)
    let packed = differentiable(self, keeping: .output, named: "svd") { _ in
      values
    } pullback: { dy, _, y in
      layout.gradient(dy, y)
    }
    return SingularValueDecomposition(
      u: layout.u(packed), s: layout.tracedValues(self, packed), vT: layout.vT(packed))
  }

  /// The singular values as a part of an operation, which errors name.
  func svdvals(of operation: StaticString) throws(LinearAlgebraError) -> Tensor {
    // Their derivative is made of the vectors.
    if erased.node != nil { return try svd(of: operation).s }
    let matrices = try Matrices(self, of: operation)
    let layout = SingularVectorLayout(matrices, .none)
    return layout.s(try layout.decomposed(matrices, of: operation))
  }
}
