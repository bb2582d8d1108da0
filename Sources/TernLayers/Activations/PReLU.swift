import TernTensors

/// A rectifier that learns its slope: max(x, 0) + slope · min(x, 0).
///
/// He, Zhang, Ren and Sun, "Delving deep into rectifiers" (2015).
public struct PReLU<Scalar: FloatingScalar>: Layer {
  /// The derivative below 0, for all elements `[1]` or for each channel `[channels]`. Channels are
  /// on axis 1, as in `[batch, channels, height, width]` and `[batch, features]`.
  public var slope: Tensor<Scalar>

  /// A rectifier with one slope, or one for each channel.
  public init(channels: Int = 1, slope: Scalar = 0.25) {
    precondition(channels > 0, "PReLU needs a channel or more, got \(channels)")
    self.slope = Tensor(full: [channels], slope)
  }

  /// max(x, 0) + slope · min(x, 0).
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    precondition(
      accepts(x.shape), "\(description) got an input of shape \(x.shape), needs \(expected)")
    var slopes = slope
    if slope.count > 1 { slopes = slope.reshaped(to: [-1] + x.shape.dropFirst(2).map { _ in 1 }) }
    return Tensor.where(x.detached() .> 0, x, x * slopes)
  }

  /// Shows `slope`.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.parameter("slope", &slope, role: .scale)
  }

  /// The input's shape; with a slope for each channel, that needs the channels on axis 1.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    guard accepts(inputShape) else {
      throw ShapeError(layer: description, found: inputShape, expected: expected)
    }
    return inputShape
  }

  /// The number of slopes.
  public var description: String { slope.count == 1 ? "PReLU" : "PReLU(channels: \(slope.count))" }

  private var expected: String { "[batch, \(slope.count), …]" }

  private func accepts(_ shape: Shape) -> Bool {
    slope.count == 1 || (shape.rank >= 2 && shape[1] == slope.count)
  }
}
