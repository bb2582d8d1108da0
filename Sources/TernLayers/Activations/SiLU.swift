import TernTensors

/// The sigmoid-weighted linear unit, x / (1 + exp(−x)), also called swish.
///
/// Elfwing, Uchibe and Doya, "Sigmoid-weighted linear units for neural network function
/// approximation in reinforcement learning" (2018).
public struct SiLU<Scalar: FloatingScalar>: ElementwiseLayer {
  /// A sigmoid-weighted linear unit.
  public init() {}

  /// x · sigmoid(x).
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.silu() }
}
