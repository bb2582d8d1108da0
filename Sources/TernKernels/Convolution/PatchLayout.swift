import CTernKernels

/// Where the patches of an image lie that the kernel of a convolution sees.
public struct PatchLayout: Sendable {
  let layout: TernPatchLayout

  /// The patches of a convolution.
  package init(_ shape: ConvolutionShape) {
    layout = TernPatchLayout(
      height: shape.inputHeight, width: shape.inputWidth, output_width: shape.outputWidth,
      kernel_height: shape.kernelHeight, kernel_width: shape.kernelWidth,
      stride_height: shape.strideHeight, stride_width: shape.strideWidth,
      dilation_height: shape.dilationHeight, dilation_width: shape.dilationWidth,
      pad_top: shape.padTop, pad_left: shape.padLeft)
  }
}
