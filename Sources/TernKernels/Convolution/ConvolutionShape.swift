/// The extents of a two-dimensional convolution of a batch of images, all that an algorithm needs
/// to know besides the elements.
///
/// ```
/// y[b, o, i, j] = bias[o] + Σ x[b, c, i · strideHeight + u · dilationHeight − padTop,
///                               j · strideWidth + v · dilationWidth − padLeft] · weight[o, c′, u, v]
/// ```
///
/// over the channels c of the group of o (c′ counts from the group's first), the rows u and the
/// columns v of the kernel; x is 0 outside the image. All arrays are contiguous and row-major: x is
/// `[batch, inputChannels, inputHeight, inputWidth]`, weight
/// `[outputChannels, inputChannels / groups, kernelHeight, kernelWidth]`, bias `[outputChannels]`
/// and y `[batch, outputChannels, outputHeight, outputWidth]`.
package struct ConvolutionShape: Sendable, Hashable {
  /// Images.
  package var batch: Int
  /// Divisions of the channels that know nothing of each other; divides both numbers of channels.
  package var groups = 1
  package var inputChannels: Int
  package var inputHeight: Int
  package var inputWidth: Int
  package var outputChannels: Int
  package var kernelHeight: Int
  package var kernelWidth: Int
  package var strideHeight = 1
  package var strideWidth = 1
  /// Rows of zeros above the image.
  package var padTop = 0
  /// Rows of zeros below the image. Only the output's height depends on it; negative where the last
  /// rows of the image are left out.
  package var padBottom = 0
  package var padLeft = 0
  package var padRight = 0
  package var dilationHeight = 1
  package var dilationWidth = 1

  /// A dense convolution of stride 1 without padding.
  package init(
    batch: Int, inputChannels: Int, inputHeight: Int, inputWidth: Int, outputChannels: Int,
    kernelHeight: Int, kernelWidth: Int
  ) {
    self.batch = batch
    self.inputChannels = inputChannels
    self.inputHeight = inputHeight
    self.inputWidth = inputWidth
    self.outputChannels = outputChannels
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
  }
}

// MARK: - What follows

extension ConvolutionShape {
  /// Rows of the output; 0 or less if the kernel does not fit.
  package var outputHeight: Int {
    Self.places(inputHeight + padTop + padBottom - spanHeight, strideHeight)
  }

  /// Columns of the output; 0 or less if the kernel does not fit.
  package var outputWidth: Int {
    Self.places(inputWidth + padLeft + padRight - spanWidth, strideWidth)
  }

  private static func places(_ room: Int, _ stride: Int) -> Int {
    room < 0 ? 0 : room / stride + 1
  }

  /// Rows from the first to the last that the kernel reads at one place.
  package var spanHeight: Int { (kernelHeight - 1) * dilationHeight + 1 }
  /// Columns from the first to the last that the kernel reads at one place.
  package var spanWidth: Int { (kernelWidth - 1) * dilationWidth + 1 }

  /// Input channels that an output channel sees.
  package var groupInputs: Int { inputChannels / groups }
  /// Output channels of a group.
  package var groupOutputs: Int { outputChannels / groups }

  /// Pixels of an input channel.
  package var inputPixels: Int { inputHeight * inputWidth }
  /// Pixels of an output channel.
  package var outputPixels: Int { outputHeight * outputWidth }
  /// Elements of the kernel between one input and one output channel.
  package var kernelPixels: Int { kernelHeight * kernelWidth }

  /// Elements of x.
  package var inputCount: Int { batch * inputChannels * inputPixels }
  /// Elements of the weight.
  package var weightCount: Int { outputChannels * groupInputs * kernelPixels }
  /// Elements of y.
  package var outputCount: Int { batch * outputChannels * outputPixels }

  /// Multiplications of one direction.
  package var multiplications: Int { outputCount * groupInputs * kernelPixels }

  package var isUnitStride: Bool { strideHeight == 1 && strideWidth == 1 }
  package var isUnitDilation: Bool { dilationHeight == 1 && dilationWidth == 1 }
  package var isPadded: Bool { padTop != 0 || padBottom != 0 || padLeft != 0 || padRight != 0 }
}
