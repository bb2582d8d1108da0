import TernTensors

/// x − log Σ exp(x) along an axis: the logarithm of ``Softmax``, exact where that would be 0.
public struct LogSoftmax<Scalar: FloatingScalar>: Layer {
  /// The axis that the probabilities add up along; negative ones count from the end.
  public let axis: Int

  /// The logarithm of a softmax along an axis.
  public init(axis: Int = -1) { self.axis = axis }

  /// x − log Σ exp(x), without overflow.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.logSoftmax(along: axis) }

  /// The input's shape, which has the axis.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    try inputShape.requiring(axis: axis, for: description)
  }

  /// The axis, unless it is the last.
  public var description: String { axis == -1 ? "LogSoftmax" : "LogSoftmax(axis: \(axis))" }
}
