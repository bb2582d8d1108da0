import TernKernels

/// The windows of pooling over images, as PyTorch defines them.
package struct Windows2D: Sendable {
  package let kernel: Size2D
  package let stride: Size2D
  package let padding: Size2D
  package let dilation: Size2D
  /// Whether a last window that is only partly inside counts.
  package let ceilMode: Bool
  /// Whether the mean of a window is over its padding, too.
  package let countsPadding: Bool

  /// Traps on sizes that no pooling has.
  package init(
    kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, dilation: Size2D = 1,
    ceilMode: Bool = false, countsPadding: Bool = true
  ) {
    let stride = stride ?? kernel
    func isPositive(_ size: Size2D) -> Bool { size.height > 0 && size.width > 0 }
    precondition(
      isPositive(kernel) && isPositive(stride) && isPositive(dilation),
      "pooling needs a positive kernel, stride and dilation, got \(kernel), \(stride) and "
        + "\(dilation)")
    precondition(
      padding.height >= 0 && padding.width >= 0 && 2 * padding.height <= kernel.height
        && 2 * padding.width <= kernel.width,
      "pooling needs a padding of at most half the kernel \(kernel), got \(padding)")
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.ceilMode = ceilMode
    self.countsPadding = countsPadding
  }

  /// The number of windows along the height and the width of an image; nil if none fits.
  package func count(over image: Size2D) -> Size2D? {
    func count(_ side: KeyPath<Size2D, Int>) -> Int {
      let (stride, padding) = (stride[keyPath: side], padding[keyPath: side])
      let span = dilation[keyPath: side] * (kernel[keyPath: side] - 1) + 1
      let room = image[keyPath: side] + 2 * padding - span
      guard image[keyPath: side] > 0 else { return 0 }
      let count = Self.floor(room + (ceilMode ? stride - 1 : 0), stride) + 1
      // A window that would begin in the padding at the end has nothing to pool.
      return ceilMode && (count - 1) * stride >= image[keyPath: side] + padding ? count - 1 : count
    }
    let size = Size2D(count(\.height), count(\.width))
    return size.height > 0 && size.width > 0 ? size : nil
  }

  /// ⌊a / b⌋ for b > 0.
  private static func floor(_ a: Int, _ b: Int) -> Int { (a >= 0 ? a : a - b + 1) / b }

  /// The output's shape for images `[batch, channels, height, width]`; nil if there is none.
  package func outputShape(for input: Shape) -> Shape? {
    guard input.rank == 4, let size = count(over: Size2D(input[2], input[3])) else { return nil }
    return [input[0], input[1], size.height, size.width]
  }

  /// The windows over each image; traps if none fits.
  func planes(over input: Shape, of operation: StaticString) -> PoolPlanes {
    guard let output = outputShape(for: input) else {
      preconditionFailure(
        "\(operation): an input of shape \(input) has no windows of \(kernel) (padding \(padding), "
          + "dilation \(dilation)); it needs images [batch, channels, height, width]")
    }
    precondition(
      input[2] * input[3] <= Shape.maximumExtent,
      "\(operation): the images of shape \(input) have more than 2³¹ elements")
    return PoolPlanes(
      count: input[0] * input[1],
      rows: PoolAxis(
        input: input[2], output: output[2], kernel: kernel.height, stride: stride.height,
        padding: padding.height, dilation: dilation.height, countsPadding: countsPadding),
      columns: PoolAxis(
        input: input[3], output: output[3], kernel: kernel.width, stride: stride.width,
        padding: padding.width, dilation: dilation.width, countsPadding: countsPadding))
  }
}

extension Size2D {
  /// Windows that divide each image as evenly as possible, as many as this says.
  func planes(over input: Shape, of operation: StaticString) -> PoolPlanes {
    precondition(
      input.rank == 4 && input[2] > 0 && input[3] > 0 && height > 0 && width > 0,
      "\(operation): needs images [batch, channels, height, width] and a positive size, got "
        + "\(input) and \(self)")
    precondition(
      input[2] * input[3] <= Shape.maximumExtent,
      "\(operation): the images of shape \(input) have more than 2³¹ elements")
    return PoolPlanes(
      count: input[0] * input[1], rows: PoolAxis(input: input[2], bins: height),
      columns: PoolAxis(input: input[3], bins: width))
  }
}
