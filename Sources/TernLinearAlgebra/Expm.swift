import TernKernels
import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The exponential of a square matrix, Σ Aᵏ / k!, or of each matrix of the last two axes.
  ///
  /// By scaling and squaring, e^A = (e^(A/2ˢ))^(2ˢ), with a Padé approximant of a degree up to 13
  /// (7 for `Float`) whose backward error is below the unit roundoff; s and the degree follow from
  /// norms of A⁴ and A⁶, so that it does not scale too much (Higham, "The scaling and squaring method
  /// for the matrix exponential revisited", 2005; Al-Mohy and Higham, "A new scaling and squaring
  /// algorithm for the matrix exponential", 2009). Where e^A is beyond the greatest number, the
  /// result is not finite. SciPy's `linalg.expm`.
  ///
  /// Differentiable: the adjoint of the Fréchet derivative L(A, ·) is L(Aᵀ, ·), a block of the
  /// exponential of a block-triangular matrix (Najfeld and Havel, "Derivatives of the matrix
  /// exponential and their computation", 1995; Al-Mohy and Higham, "Computing the Fréchet derivative
  /// of the matrix exponential", 2009).
  ///
  /// - Throws: `notMatrices`, `notSquare`, `notFinite`.
  public func expm() throws(LinearAlgebraError) -> Tensor {
    _ = try Matrices(square: self, of: "expm")
    return exponential()
  }

  /// The exponential of matrices that are known to be square; not finite if they are not.
  private func exponential() -> Tensor {
    differentiable(self, keeping: .inputs, named: "expm") { a in
      a.mappingMatrices(flops: 30 * a.shape[a.rank - 1]) { MatrixExponential.of($0) }
    } pullback: { dy, a, _ in
      // The block above the diagonal of exp [Aᵀ dy; 0 Aᵀ] is L(Aᵀ, dy), which is linear in dy: dy is
      // made as large as A, so that it does not decide how often the matrix is halved.
      let n = a.shape[a.rank - 1]
      let scale = dy.detached().abs().max(along: [-2, -1], keepingAxes: true)
      let isUsable = scale .> 0 .& scale.isFinite()
      let divisor = Tensor.where(isUsable, scale * Scalar(n), 1)
      let transposed = a.transposingMatrices()
      let above = Tensor.concatenated([transposed, dy / divisor], along: -1)
      let below = Tensor.concatenated([Tensor(zeros: a.shape), transposed], along: -1)
      let exponential = Tensor.concatenated([above, below], along: -2).exponential()
      return exponential[.ellipsis, 0..<n, n..<2 * n] * divisor
    }
  }

  /// A function of each matrix, on the pool, untraced.
  private func mappingMatrices(flops: Int, _ function: (Tensor) -> Tensor) -> Tensor {
    let n = shape[rank - 1]
    let matrices = reshaped(to: [isEmpty ? 0 : count / (n * n), n, n])
    return Tensor(uninitialized: shape) { result in
      Batches.forEach(count: matrices.shape[0], flops: flops * n * n * n) { matrix in
        let value = function(matrices[matrix])
        (result + matrix * n * n).update(from: value.pointer, count: n * n)
      }
    }
  }
}
