import TernTensors

/// The greatest element of each window of images `[batch, channels, height, width]`.
///
/// ```swift
/// MaxPool2D<Float>(2)                         // halves height and width
/// MaxPool2D<Float>(3, stride: 2, padding: 1)
/// ```
///
/// The output's height is ⌊(height + 2 · padding − dilation · (kernel − 1) − 1) / stride⌋ + 1, its
/// width likewise, as PyTorch's.
public struct MaxPool2D<Scalar: FloatingScalar>: Layer {
  private let windows: Windows2D

  /// A layer with these windows.
  ///
  /// - Parameters:
  ///   - kernel: Rows and columns of a window.
  ///   - stride: From one window to the next; the kernel's size if nil.
  ///   - padding: Rows and columns added on each side, which never win; at most half the kernel.
  ///   - dilation: From one element of a window to the next.
  ///   - ceilMode: Whether a last window that is only partly inside counts: ⌈⌉ for ⌊⌋ above.
  public init(
    _ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, dilation: Size2D = 1,
    ceilMode: Bool = false
  ) {
    windows = Windows2D(
      kernel: kernel, stride: stride, padding: padding, dilation: dilation, ceilMode: ceilMode)
  }

  /// The greatest elements.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    x.maxPool2D(
      windows.kernel, stride: windows.stride, padding: windows.padding, dilation: windows.dilation,
      ceilMode: windows.ceilMode)
  }

  /// `[batch, channels, rows of windows, columns of windows]`.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    try windows.outputShape(for: inputShape, layer: description)
  }

  /// The kernel, and what else is not the default.
  public var description: String { "MaxPool2D(\(windows.parameters))" }
}
