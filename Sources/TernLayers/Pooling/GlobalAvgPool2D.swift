import TernTensors

/// The mean of each channel of images `[batch, channels, height, width]`: `[batch, channels]`, ready
/// for a ``Linear`` layer.
///
/// This is Keras' `GlobalAveragePooling2D`. PyTorch's `AdaptiveAvgPool2d(1)` keeps the axes; so does
/// `GlobalAvgPool2D(keepingAxes: true)`.
///
/// Lin, Chen and Yan, "Network in network" (2014).
public struct GlobalAvgPool2D<Scalar: FloatingScalar>: Layer {
  /// Whether height and width stay as axes of extent 1.
  public let keepingAxes: Bool

  /// A layer that takes height and width away, or keeps them as axes of extent 1.
  public init(keepingAxes: Bool = false) { self.keepingAxes = keepingAxes }

  /// The means.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    precondition(
      x.rank == 4,
      "GlobalAvgPool2D needs images [batch, channels, height, width], got shape \(x.shape)")
    return x.mean(along: [2, 3], keepingAxes: keepingAxes)
  }

  /// `[batch, channels]`, or `[batch, channels, 1, 1]`.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    let shape = try inputShape.requiringImages(for: description)
    return keepingAxes ? [shape[0], shape[1], 1, 1] : [shape[0], shape[1]]
  }

  /// The name, and whether axes stay.
  public var description: String {
    keepingAxes ? "GlobalAvgPool2D(keepingAxes: true)" : "GlobalAvgPool2D"
  }
}
