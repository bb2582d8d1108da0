import TernTensors

/// The rectifier, max(x, 0).
///
/// Nair and Hinton, "Rectified linear units improve restricted Boltzmann machines" (2010).
public struct ReLU<Scalar: FloatingScalar>: ElementwiseLayer {
  /// A rectifier.
  public init() {}

  /// max(x, 0).
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.relu() }

  /// Shows nothing. (The default would look up a conformance in each walk of each training step.)
  @specialized(where Scalar == Float, Visitor == ParameterWalk<Float>)
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {}
}
