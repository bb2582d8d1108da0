import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The power Aᵖ of a square matrix, or of each matrix of the last two axes, by repeated squaring:
  /// about log₂|p| to 2 log₂|p| products. A⁰ is the identity; a negative power is that of the
  /// inverse. Differentiable; NumPy's `linalg.matrix_power`.
  ///
  /// - Throws: `notSquare`, `notFinite`; for p < 0 `singular`.
  public func matrixPower(_ exponent: Int) throws(LinearAlgebraError) -> Tensor {
    _ = try Matrices(square: self, of: "matrixPower")
    let base = exponent < 0 ? try inverse() : self
    var remaining = exponent.magnitude
    guard remaining > 0 else {
      return Tensor(identity: shape[rank - 1]).broadcast(to: shape)
    }
    // The square that belongs to the bit, and the product of those whose bit is set.
    var square = base
    var power: Tensor?
    while true {
      if remaining & 1 == 1 { power = power.map { $0.matmul(square) } ?? square }
      remaining >>= 1
      guard remaining > 0 else { return power ?? square }
      square = square.matmul(square)
    }
  }
}
