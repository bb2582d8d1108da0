import TernTensors

/// exp(x) / Σ exp(x) along an axis: numbers become probabilities.
///
/// Losses that take logits, such as `softmaxCrossEntropy`, are more exact without this layer.
///
/// Bridle, "Probabilistic interpretation of feedforward classification network outputs" (1990).
public struct Softmax<Scalar: FloatingScalar>: Layer {
  /// The axis that the probabilities add up along; negative ones count from the end.
  public let axis: Int

  /// A softmax along an axis.
  public init(axis: Int = -1) { self.axis = axis }

  /// exp(x) / Σ exp(x), without overflow.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.softmax(along: axis) }

  /// The input's shape, which has the axis.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    try inputShape.requiring(axis: axis, for: description)
  }

  /// The axis, unless it is the last.
  public var description: String { axis == -1 ? "Softmax" : "Softmax(axis: \(axis))" }
}
