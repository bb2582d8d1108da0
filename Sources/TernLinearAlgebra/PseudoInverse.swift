import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The pseudo-inverse A⁺ of Moore and Penrose of a matrix, or of each matrix of the last two axes:
  /// V · diag(1/s) · Uᵀ over the singular values above a cutoff; `[…, m, n] → […, n, m]`. NumPy's
  /// `linalg.pinv`.
  ///
  /// Differentiable where the rank does not change (Golub and Pereyra, "The differentiation of
  /// pseudo-inverses and nonlinear least squares problems whose variables separate", 1973). A matrix
  /// of deficient rank has neighbours of full rank whose pseudo-inverses are far away: there the
  /// gradient is that along matrices of the same rank.
  ///
  /// - Parameter relativeTolerance: Singular values up to this times the greatest are taken as 0;
  ///   max(m, n) · ε if nil. NumPy's `rtol`.
  /// - Throws: `notMatrices`, `notFinite`, `noConvergence`.
  public func pseudoInverse(
    relativeTolerance: Double? = nil
  ) throws(LinearAlgebraError) -> Tensor {
    let svd = try detached().svd(of: "pseudoInverse")
    let tolerance = relativeTolerance ?? rankTolerance
    let reciprocals = Tensor.where(svd.s.isAbove(tolerance), 1 / svd.s, Tensor(0))
    let value = svd.vT.scalingRows(by: reciprocals)
      .matmul(svd.u, transposingSelf: true, transposingOther: true)
    // With P = A⁺: −Pᵀ dP Pᵀ + (I − A P) dPᵀ P Pᵀ + Pᵀ P dPᵀ (I − P A)
    return differentiable(self, named: "pseudoInverse") { _ in
      value
    } pullback: { dp, a, p in
      let inside = p.matmul(dp, transposingSelf: true).matmul(p, transposingOther: true)
      let right = dp.matmul(p, transposingSelf: true).matmul(p, transposingOther: true)
      let left = p.matmul(p, transposingSelf: true).matmul(dp, transposingOther: true)
      return right - a.matmul(p.matmul(right)) + left - left.matmul(p).matmul(a) - inside
    }
  }

  /// The rank of a matrix, or of each matrix of the last two axes: how many singular values are above
  /// a cutoff; `[…, m, n] → […]`. NumPy's `linalg.matrix_rank`.
  ///
  /// - Parameter relativeTolerance: Singular values up to this times the greatest are taken as 0;
  ///   max(m, n) · ε if nil.
  /// - Throws: `notMatrices`, `notFinite`, `noConvergence`.
  public func matrixRank(
    relativeTolerance: Double? = nil
  ) throws(LinearAlgebraError) -> Tensor<Int32> {
    let s = try detached().svdvals(of: "matrixRank")
    let isCounted = s.isAbove(relativeTolerance ?? rankTolerance)
    return isCounted.asType(Scalar.self).sum(along: -1).asType(Int32.self)
  }

  /// The cutoff below which rounding may have made a singular value, relative to the greatest.
  private var rankTolerance: Double {
    Double(Swift.max(shape[rank - 2], shape[rank - 1])) * Scalar.ulpOfOne.asDouble
  }

  /// Which of these descending singular values are above a multiple of the first.
  private func isAbove(_ tolerance: Double) -> Tensor<Bool> {
    guard !isEmpty else { return Tensor<Bool>(full: shape, false) }
    return self .> self[.ellipsis, 0..<1] * Scalar(double: tolerance)
  }
}
