import TernKernels
import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// A matrix with orthonormal columns that span those of this one (rows ≥ columns): the Q of the
  /// QR factorisation in which R has a positive diagonal, which makes it unique.
  ///
  /// Applied to standard normal numbers this is uniformly distributed over the orthogonal matrices
  /// (Mezzadri, "How to generate random matrices from the classical compact groups", 2007). Not
  /// differentiable.
  ///
  /// - Throws: `notFinite`.
  public func orthonormalized() throws(LinearAlgebraError) -> Tensor {
    precondition(
      rank == 2 && shape[0] >= shape[1],
      "orthonormalized needs a matrix with at least as many rows as columns, got \(shape)")
    let (rows, columns) = (shape[0], shape[1])
    guard count > 0 else { return detached() }
    try requireFinite("orthonormalized", operand: "the matrix")
    var q = detached()
    // Q does not depend on the size of the elements, of which the lengths of columns shall not
    // overflow.
    let exponents = 32 as Scalar.Exponent
    if q.abs().max().scalar.exponent > Scalar.greatestFiniteMagnitude.exponent - exponents {
      q = q * Scalar(sign: .plus, exponent: -exponents, significand: 1)
    }
    var signs = Tensor(zeros: [columns])
    let info = q.withUnsafeMutableBufferPointer { q in
      signs.withUnsafeMutableBufferPointer { diagonal in
        guard let q = q.baseAddress, let diagonal = diagonal.baseAddress else { return 0 }
        return Scalar.Kernels.orthonormalize(rows: rows, columns: columns, q, diagonal: diagonal)
      }
    }
    guard info == 0 else { throw .failed(routine: "QR factorisation", info: info) }
    return q * Tensor.where(signs .< 0, Tensor(-1), Tensor(1))
  }
}
