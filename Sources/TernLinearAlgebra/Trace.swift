import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The sum of a diagonal of a matrix, Σ x[i, i + k], or of each matrix of the last two axes:
  /// `[…, m, n] → […]`. Differentiable; NumPy's `linalg.trace`.
  ///
  /// - Parameter k: Which diagonal: 0 for the main one, above it if positive, below it if negative;
  ///   a diagonal outside the matrix has the sum 0.
  public func trace(diagonal k: Int = 0) -> Tensor {
    precondition(rank >= 2, "trace needs a matrix, got shape \(shape)")
    return diagonal(k).sum(along: -1)
  }
}
