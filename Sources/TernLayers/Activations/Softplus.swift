import TernTensors

/// The smooth rectifier, log(1 + exp(x)).
///
/// Dugas, Bengio, Bélisle, Nadeau and Garcia, "Incorporating second-order functional knowledge for
/// better option pricing" (2001).
public struct Softplus<Scalar: FloatingScalar>: ElementwiseLayer {
  /// A smooth rectifier.
  public init() {}

  /// log(1 + exp(x)), without overflow.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.softplus() }
}
