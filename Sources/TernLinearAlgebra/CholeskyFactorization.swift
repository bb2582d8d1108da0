import TernKernels
import TernTensors

/// Symmetric, positive definite matrices A with their Cholesky factor, A = L · Lᵀ, to be used again
/// and again. Everything is differentiable, also in A.
///
/// ```swift
/// let factorization = try covariance.cholesky()
/// let samples = noise.matmul(factorization.lower, transposingOther: true)
/// let x = try factorization.solve(b)
/// ```
public struct CholeskyFactorization<Scalar: FloatingScalar>: Sendable {
  /// L: […, n, n], lower triangular, with a positive diagonal.
  public let lower: Tensor<Scalar>

  /// The solution of A · X = B, shapes as in ``Tensor/solve(_:transposingSelf:)``.
  ///
  /// - Throws: `sizesDiffer`, `notFinite`.
  public func solve(_ b: Tensor<Scalar>) throws(LinearAlgebraError) -> Tensor<Scalar> {
    try b.requireRightSides(of: lower.shape, "solve")
    try b.requireFinite("solve", operand: "the right sides")
    return solution(b.asColumns()).droppingColumns(if: b.rank == 1)
  }

  /// A⁻¹.
  public func inverse() -> Tensor<Scalar> {
    solution(Tensor(identity: lower.shape[lower.rank - 1]))
  }

  /// The determinant of each A: […].
  public func determinant() -> Tensor<Scalar> { diagonal.product(along: -1).squared() }

  /// The logarithm of the determinant of each A: […].
  public func logDeterminant() -> Tensor<Scalar> { 2 * diagonal.log().sum(along: -1) }

  private var diagonal: Tensor<Scalar> { lower.diagonal() }

  private func solution(_ b: Tensor<Scalar>) -> Tensor<Scalar> {
    let half = TriangularSystem(part: .lower).solution(lower, b)
    return TriangularSystem(part: .lower, isTransposed: true).solution(lower, half)
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The Cholesky factorisation of symmetric, positive definite matrices, `[…, n, n]`, of which only
  /// the lower triangle is read.
  ///
  /// Differentiable: with Φ(X) the lower triangle of X, its diagonal halved, and
  /// S = L⁻ᵀ Φ(Lᵀ dL) L⁻¹, the gradient is the symmetric ½ (S + Sᵀ) (Murray, "Differentiation of the
  /// Cholesky decomposition", 2016, equation 10).
  ///
  /// - Throws: `notPositiveDefinite`, with the order of the first leading minor that is not
  ///   positive; `notSquare`, `notMatrices`, `notFinite`.
  public func cholesky() throws(LinearAlgebraError) -> CholeskyFactorization<Scalar> {
    let a = try Matrices(square: self, of: "cholesky", isChecked: true)
    let n = a.rows
    let lower = try a.checkedCopy(of: "cholesky")
    let failure = Batches.firstFailure(count: a.count, flops: n * n * n / 3) {
      Cholesky<Scalar.Kernels>.factor(n: n, lower.mutablePointer + $0 * a.stride)
    }
    if let failure {
      throw .notPositiveDefinite(minor: failure.info, batch: a.place(failure.matrix))
    }
    return CholeskyFactorization(
      lower: differentiable(self, keeping: .output, named: "cholesky") { _ in
        lower
      } pullback: { dl, _, lower in
        let inner = lower.matmul(dl.tril(), transposingSelf: true)
        let phi = 0.5 * (inner.tril() + inner.tril(diagonal: -1))
        let system = TriangularSystem(part: .lower, isTransposed: true)
        // S = L⁻ᵀ Φ L⁻¹, or Sᵀ = L⁻ᵀ (L⁻ᵀ Φ)ᵀ.
        return system.solution(lower, system.solution(lower, phi).transposingMatrices())
          .symmetricPart()
      })
  }
}
