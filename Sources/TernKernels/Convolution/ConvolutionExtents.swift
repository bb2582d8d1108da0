import CTernKernels

/// The extents of a convolution of stride 1, as the loops want them.
public struct ConvolutionExtents: Sendable {
  let extents: TernConvolution

  /// The extents of a convolution.
  package init(_ shape: ConvolutionShape) {
    extents = TernConvolution(
      batch: shape.batch, channels: shape.inputChannels, height: shape.inputHeight,
      width: shape.inputWidth, outputs: shape.outputChannels, output_height: shape.outputHeight,
      output_width: shape.outputWidth, kernel_height: shape.kernelHeight,
      kernel_width: shape.kernelWidth, pad_top: shape.padTop, pad_left: shape.padLeft)
  }

  /// The convolution of dy that is the input gradient: x and y change places.
  var turned: ConvolutionExtents { ConvolutionExtents(turning: extents) }

  private init(turning extents: TernConvolution) {
    self.extents = TernConvolution(
      batch: extents.batch, channels: extents.outputs, height: extents.output_height,
      width: extents.output_width, outputs: extents.channels, output_height: extents.height,
      output_width: extents.width, kernel_height: extents.kernel_height,
      kernel_width: extents.kernel_width, pad_top: extents.kernel_height - 1 - extents.pad_top,
      pad_left: extents.kernel_width - 1 - extents.pad_left)
  }
}
