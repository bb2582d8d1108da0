import TernTensors

/// The hyperbolic tangent.
public struct Tanh<Scalar: FloatingScalar>: ElementwiseLayer {
  /// A hyperbolic tangent.
  public init() {}

  /// tanh(x).
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.tanh() }
}
