import TernTensors

/// Complex numbers as a pair of tensors of one shape: x = real + i · imaginary.
public struct ComplexTensor<Scalar: FloatingScalar>: Sendable, Equatable {
  /// The real parts.
  public let real: Tensor<Scalar>
  /// The imaginary parts.
  public let imaginary: Tensor<Scalar>

  /// The numbers with these parts, of the same shape.
  public init(real: Tensor<Scalar>, imaginary: Tensor<Scalar>) {
    precondition(
      real.shape == imaginary.shape,
      "a complex tensor needs parts of one shape, got \(real.shape) and \(imaginary.shape)")
    self.real = real
    self.imaginary = imaginary
  }

  /// The shape of both parts.
  public var shape: Shape { real.shape }
}
