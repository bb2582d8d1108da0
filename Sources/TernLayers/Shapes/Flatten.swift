import TernTensors

/// All of a sample's elements as one vector: `[batch, a, b, …]` becomes `[batch, a · b · …]`.
public struct Flatten<Scalar: FloatingScalar>: Layer {
  /// A layer that keeps only the batch axis apart.
  public init() {}

  /// The elements as a matrix with a row for each sample.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    precondition(x.rank > 0, "Flatten needs a batch axis, got an input of shape []")
    return x.flattened(fromAxis: 1)
  }

  /// `[batch, a · b · …]`.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    _ = try inputShape.requiring(axis: 0, for: description)
    return [inputShape[0], inputShape.dropFirst().reduce(1, *)]
  }
}
