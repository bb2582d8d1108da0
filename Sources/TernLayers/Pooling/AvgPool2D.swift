import TernTensors

/// The mean of each window of images `[batch, channels, height, width]`.
///
/// The output's height is ⌊(height + 2 · padding − kernel) / stride⌋ + 1, its width likewise, as
/// PyTorch's.
public struct AvgPool2D<Scalar: FloatingScalar>: Layer {
  private let windows: Windows2D

  /// A layer with these windows.
  ///
  /// - Parameters:
  ///   - kernel: Rows and columns of a window.
  ///   - stride: From one window to the next; the kernel's size if nil.
  ///   - padding: Rows and columns of zeros added on each side, at most half the kernel.
  ///   - ceilMode: Whether a last window that is only partly inside counts: ⌈⌉ for ⌊⌋ above.
  ///   - countIncludesPadding: Whether the mean is over the zeros of the padding, too.
  public init(
    _ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, ceilMode: Bool = false,
    countIncludesPadding: Bool = true
  ) {
    windows = Windows2D(
      kernel: kernel, stride: stride, padding: padding, ceilMode: ceilMode,
      countsPadding: countIncludesPadding)
  }

  /// The means.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    x.averagePool2D(
      windows.kernel, stride: windows.stride, padding: windows.padding, ceilMode: windows.ceilMode,
      countIncludesPadding: windows.countsPadding)
  }

  /// `[batch, channels, rows of windows, columns of windows]`.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    try windows.outputShape(for: inputShape, layer: description)
  }

  /// The kernel, and what else is not the default.
  public var description: String { "AvgPool2D(\(windows.parameters))" }
}
