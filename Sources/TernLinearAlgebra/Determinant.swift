import TernTensors

/// A determinant as its sign and the logarithm of its absolute value, which neither overflow nor
/// vanish: determinant = sign · exp(logarithm).
public struct LogDeterminant<Scalar: FloatingScalar>: Sendable {
  /// 1, −1, or 0 for a singular matrix. Constant: no gradients flow through it.
  public let sign: Tensor<Scalar>
  /// log |det A|; −∞ for a singular matrix.
  public let logarithm: Tensor<Scalar>
}

extension Tensor where Scalar: FloatingScalar {
  /// The determinant of square matrices: `[…, n, n] → […]`; 1 of a matrix of no rows.
  ///
  /// Differentiable: dA = d · det A · A⁻ᵀ (Giles, "Collected matrix derivative results for forward and
  /// reverse mode algorithmic differentiation", 2008, 2.2.5). Where a matrix is singular, that is
  /// the matrix of cofactors, made of the singular vectors: its own derivative is finite as long as
  /// the singular values are distinct.
  ///
  /// - Throws: `notSquare`, `notMatrices`, `notFinite`. The determinant of a singular matrix is 0.
  public func determinant() throws(LinearAlgebraError) -> Tensor {
    LUFactorization.determinant(try luFactors(of: "determinant"), self)
  }

  /// The sign and the logarithm of the absolute value of the determinants of square matrices:
  /// `[…, n, n] → […]` both.
  ///
  /// The logarithm is differentiable, dA = d · A⁻ᵀ, where the matrix is regular; at a singular one the
  /// gradient is not finite, as the logarithm is not.
  ///
  /// - Throws: `notSquare`, `notMatrices`, `notFinite`.
  public func logDeterminant() throws(LinearAlgebraError) -> LogDeterminant<Scalar> {
    LUFactorization.logDeterminant(try luFactors(of: "logDeterminant"), self)
  }
}

extension LUFactorization {
  static func determinant(_ factors: LUFactors<Scalar>, _ a: Tensor<Scalar>) -> Tensor<Scalar> {
    differentiable(a, named: "determinant") { _ in
      factors.determinant()
    } pullback: { dd, a, determinant in
      factors.failure == nil
        ? (dd * determinant).asMatrices() * inverseTransposed(factors, a)
        : dd.asMatrices() * a.cofactors()
    }
  }

  static func logDeterminant(
    _ factors: LUFactors<Scalar>, _ a: Tensor<Scalar>
  ) -> LogDeterminant<Scalar> {
    let (sign, logarithm) = factors.logDeterminant()
    return LogDeterminant(
      sign: sign,
      logarithm: differentiable(a, keeping: .inputs, named: "logDeterminant") { _ in
        logarithm
      } pullback: { dd, a, _ in
        dd.asMatrices() * inverseTransposed(factors, a)
      })
  }

  private static func inverseTransposed(
    _ factors: LUFactors<Scalar>, _ a: Tensor<Scalar>
  ) -> Tensor<Scalar> {
    solution(factors, a, Tensor(identity: factors.rows), transposed: true)
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The cofactors of square matrices, which may be singular: with A = U · diag(s) · Vᵀ they are
  /// det U · det Vᵀ · U · diag(Π sⱼ, j ≠ i) · Vᵀ. NaN if there is no such decomposition.
  fileprivate func cofactors() -> Tensor {
    guard let svd = try? svd(),
      let signs = try? svd.u.detached().determinant() * svd.vT.detached().determinant()
    else { return Tensor(full: shape, .nan) }
    let others = gradient(at: svd.s) { s in s.product(along: -1).sum() }
    return signs.sign().asMatrices() * svd.u.scalingColumns(by: others).matmul(svd.vT)
  }

  /// Numbers of a batch as matrices of one element.
  fileprivate func asMatrices() -> Tensor { expandingAxis(at: rank).expandingAxis(at: rank + 1) }
}
