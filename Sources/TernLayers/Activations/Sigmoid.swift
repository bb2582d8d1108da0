import TernTensors

/// The logistic function, 1 / (1 + exp(−x)).
public struct Sigmoid<Scalar: FloatingScalar>: ElementwiseLayer {
  /// A logistic function.
  public init() {}

  /// 1 / (1 + exp(−x)).
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.sigmoid() }
}
