import TernTensors

/// The mean of each of a fixed number of windows, whatever the size of the images
/// `[batch, channels, height, width]`.
///
/// ```swift
/// AdaptiveAvgPool2D<Float>(1)  // one mean a channel: [batch, channels, 1, 1]
/// ```
///
/// Row i of n is of the window from ⌊i · height / n⌋ to ⌈(i + 1) · height / n⌉, columns likewise, as
/// in PyTorch.
public struct AdaptiveAvgPool2D<Scalar: FloatingScalar>: Layer {
  /// Rows and columns of the output.
  public let outputSize: Size2D

  /// A layer whose outputs have this many rows and columns.
  public init(_ outputSize: Size2D) {
    precondition(
      outputSize.height > 0 && outputSize.width > 0,
      "AdaptiveAvgPool2D needs a positive output size, got \(outputSize)")
    self.outputSize = outputSize
  }

  /// The means.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    x.adaptiveAveragePool2D(to: outputSize)
  }

  /// `[batch, channels, outputSize.height, outputSize.width]`.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    let shape = try inputShape.requiringImages(for: description)
    return [shape[0], shape[1], outputSize.height, outputSize.width]
  }

  /// The output's size.
  public var description: String { "AdaptiveAvgPool2D(\(outputSize))" }
}
