import TernKernels
import TernTensors

/// The real Schur form of a matrix of n × n, A = Q · T · Qᵀ, or of each matrix of a batch.
public struct SchurDecomposition<Scalar: FloatingScalar>: Sendable {
  /// The Schur vectors Q, orthonormal columns: `[…, n, n]`.
  public let q: Tensor<Scalar>
  /// The Schur form T: upper triangular but for blocks of 2 × 2 on the diagonal, whose eigenvalues
  /// are a conjugate pair, with equal diagonal elements; `[…, n, n]`.
  public let t: Tensor<Scalar>
}

extension Tensor where Scalar: FloatingScalar {
  /// The real Schur form of a square matrix, or of each matrix of the last two axes, by LAPACK's QR
  /// iteration (xGEES). SciPy's `linalg.schur`. Not differentiable: the results carry no history.
  ///
  /// - Throws: `notMatrices`, `notSquare`, `notFinite`, `noConvergence`.
  public func schur() throws(LinearAlgebraError) -> SchurDecomposition<Scalar> {
    let matrices = try Matrices(square: self, of: "schur")
    let n = matrices.rows
    let size = MemoryLayout<Scalar>.stride
    var failure: LinearAlgebraError?
    var q = Tensor(uninitialized: shape) { _ in }
    let t = Tensor(uninitialized: shape) { t in
      q.withUnsafeMutableBufferPointer { q in
        guard let q = q.baseAddress, n > 0 else { return }
        failure = matrices.failure(of: "schur", flops: 25 * n * n * n) { matrix in
          let (t, q) = (t + matrix * n * n, q + matrix * n * n)
          // LAPACK's matrices are column-major.
          return withWorkspace(of: Scalar.self, count: 2 * n * n) { columns in
            matrices.copyColumns(of: matrix, to: columns)
            let info = Scalar.Kernels.gees(n: n, columns, q: columns + n * n)
            Memory.transpose(size: size, rows: n, columns: n, columns, t)
            Memory.transpose(size: size, rows: n, columns: n, columns + n * n, q)
            return info
          }
        }
      }
    }
    if let failure { throw failure }
    return SchurDecomposition(q: q, t: t)
  }
}
