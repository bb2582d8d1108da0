import TernKernels

extension ConvolutionShape {
  /// Convolutions over odd sizes, strides, paddings, dilations and groups.
  package static let cases: [ConvolutionShape] = [
    // The smallest, one image, one channel.
    shape(1, (1, 1, 1), 1, (1, 1)),
    shape(1, (1, 3, 3), 1, (3, 3)),
    shape(2, (1, 28, 28), 16, (3, 3)),
    shape(3, (3, 7, 9), 5, (3, 3)),
    shape(5, (4, 6, 6), 7, (3, 3), padding: [1, 1, 1, 1]),
    shape(1, (16, 26, 26), 16, (3, 3)),
    shape(9, (17, 10, 10), 33, (3, 3)),
    shape(7, (8, 8, 8), 8, (3, 3), padding: [1, 1, 1, 1]),
    // Tall, wide, even and large kernels.
    shape(2, (3, 9, 5), 4, (5, 2)),
    shape(2, (2, 4, 17), 3, (2, 5), padding: [1, 0, 2, 3]),
    shape(1, (2, 7, 7), 3, (7, 7), padding: [3, 3, 3, 3]),
    shape(2, (3, 12, 19), 11, (5, 5), padding: [2, 2, 2, 2]),
    shape(3, (2, 6, 40), 5, (2, 7), padding: [1, 0, 3, 3]),
    // 1×1.
    shape(3, (6, 5, 7), 4, (1, 1)),
    shape(2, (5, 8, 9), 3, (1, 1), stride: (2, 3), padding: [1, 1, 0, 2]),
    // Strides that leave pixels over, and that leap over some.
    shape(2, (3, 11, 8), 5, (3, 3), stride: (2, 2), padding: [1, 1, 1, 1]),
    shape(2, (3, 11, 14), 4, (2, 3), stride: (3, 4)),
    shape(1, (2, 32, 32), 3, (4, 4), stride: (4, 4)),
    // Dilations.
    shape(2, (3, 13, 12), 4, (3, 3), dilation: (2, 3)),
    shape(2, (2, 12, 15), 4, (3, 2), stride: (2, 1), padding: [2, 2, 3, 3], dilation: (3, 2)),
    // Groups, up to one for each channel.
    shape(2, (6, 7, 7), 4, (3, 3), padding: [1, 1, 1, 1], groups: 2),
    shape(3, (5, 9, 6), 10, (3, 3), stride: (2, 1), groups: 5),
    shape(2, (12, 5, 5), 12, (3, 3), padding: [1, 1, 1, 1], groups: 12),
    // Padding beyond the kernel, and rows that are left out.
    shape(1, (2, 2, 3), 3, (2, 2), stride: (2, 3), padding: [4, 3, 5, 4]),
    shape(2, (2, 8, 9), 3, (3, 3), padding: [1, -2, 0, -1]),
  ]

  /// Padding is top, bottom, left, right.
  private static func shape(
    _ batch: Int, _ input: (channels: Int, height: Int, width: Int), _ outputs: Int,
    _ kernel: (height: Int, width: Int), stride: (Int, Int) = (1, 1),
    padding: [Int] = [0, 0, 0, 0], dilation: (Int, Int) = (1, 1), groups: Int = 1
  ) -> ConvolutionShape {
    var shape = ConvolutionShape(
      batch: batch, inputChannels: input.channels, inputHeight: input.height,
      inputWidth: input.width, outputChannels: outputs, kernelHeight: kernel.height,
      kernelWidth: kernel.width)
    (shape.strideHeight, shape.strideWidth) = stride
    (shape.padTop, shape.padBottom, shape.padLeft, shape.padRight) = (
      padding[0], padding[1], padding[2], padding[3]
    )
    (shape.dilationHeight, shape.dilationWidth) = dilation
    shape.groups = groups
    return shape
  }
}
