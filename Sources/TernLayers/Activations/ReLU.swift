import TernTensors

/// The rectifier, max(x, 0).
///
/// Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines" (2010).
public struct ReLU<Scalar: FloatingScalar>: ElementwiseLayer {
  /// A rectifier.
  public init() {}

  /// max(x, 0).
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.relu() }
}
