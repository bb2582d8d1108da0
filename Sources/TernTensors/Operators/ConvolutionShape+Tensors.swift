import TernKernels

/// How the kernel of a convolution moves over an image.
package struct ConvolutionOptions: Sendable, Hashable {
  package var stride: Size2D = 1
  package var padding: Padding2D = .valid
  package var dilation: Size2D = 1
  package var groups = 1

  package init(
    stride: Size2D = 1, padding: Padding2D = .valid, dilation: Size2D = 1, groups: Int = 1
  ) {
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
  }

  fileprivate var arePositive: Bool {
    stride.height > 0 && stride.width > 0 && dilation.height > 0 && dilation.width > 0
      && groups > 0
  }
}

extension ConvolutionShape {
  /// The convolution of images `[batch, channels, height, width]` with a weight
  /// `[outputs, channels / groups, rows, columns]`; nil if they do not fit.
  package init?(images: Shape, weight: Shape, _ options: ConvolutionOptions) {
    guard images.rank == 4 && weight.rank == 4 && options.arePositive,
      images[1] == weight[1] * options.groups && weight[0] % options.groups == 0,
      weight[2] > 0 && weight[3] > 0
    else { return nil }
    self.init(images: images, outputChannels: weight[0], weight: weight, options)
    let padding = options.padding.amounts(
      image: Size2D(inputHeight, inputWidth), span: Size2D(spanHeight, spanWidth),
      stride: options.stride)
    (padTop, padLeft) = (padding.before.height, padding.before.width)
    (padBottom, padRight) = (padding.after.height, padding.after.width)
    guard outputHeight > 0 && outputWidth > 0 else { return nil }
  }

  /// The convolution that has images `[batch, channels, height, width]` as its output and a weight
  /// `[channels, outputs / groups, rows, columns]`, so that its input gradient is the transposed
  /// convolution; nil if they do not fit.
  ///
  /// - Parameters:
  ///   - padding: Rows and columns that are left out on each side of the transposed convolution's
  ///     output.
  ///   - outputPadding: Rows and columns that its output has in addition, below and on the right.
  package init?(
    transposedImages images: Shape, weight: Shape, padding: Size2D, outputPadding: Size2D,
    _ options: ConvolutionOptions
  ) {
    guard images.rank == 4 && weight.rank == 4 && options.arePositive,
      images[1] == weight[0] && weight[0] % options.groups == 0,
      images[2] > 0 && images[3] > 0 && weight[2] > 0 && weight[3] > 0,
      padding.height >= 0 && padding.width >= 0,
      outputPadding.height >= 0
        && outputPadding.height < max(options.stride.height, options.dilation.height),
      outputPadding.width >= 0
        && outputPadding.width < max(options.stride.width, options.dilation.width)
    else { return nil }
    self.init(images: images, outputChannels: images[1], weight: weight, options)
    inputChannels = weight[1] * options.groups
    (padTop, padBottom) = (padding.height, padding.height - outputPadding.height)
    (padLeft, padRight) = (padding.width, padding.width - outputPadding.width)
    inputHeight = (images[2] - 1) * strideHeight + spanHeight - padTop - padBottom
    inputWidth = (images[3] - 1) * strideWidth + spanWidth - padLeft - padRight
    guard inputHeight > 0 && inputWidth > 0 else { return nil }
  }

  private init(
    images: Shape, outputChannels: Int, weight: Shape, _ options: ConvolutionOptions
  ) {
    self.init(
      batch: images[0], inputChannels: images[1], inputHeight: images[2], inputWidth: images[3],
      outputChannels: outputChannels, kernelHeight: weight[2], kernelWidth: weight[3])
    groups = options.groups
    (strideHeight, strideWidth) = (options.stride.height, options.stride.width)
    (dilationHeight, dilationWidth) = (options.dilation.height, options.dilation.width)
  }

  /// `[batch, inputChannels, inputHeight, inputWidth]`
  package var input: Shape { [batch, inputChannels, inputHeight, inputWidth] }
  /// `[outputChannels, inputChannels / groups, kernelHeight, kernelWidth]`
  package var weight: Shape { [outputChannels, groupInputs, kernelHeight, kernelWidth] }
  /// `[batch, outputChannels, outputHeight, outputWidth]`
  package var output: Shape { [batch, outputChannels, outputHeight, outputWidth] }
}
