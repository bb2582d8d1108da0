import TernKernels

// Convolutions of images. A convolution and its two gradients are closed under differentiation:
// the derivatives of each are the other two.

extension Tensor where Scalar: FloatingScalar {
  /// The cross-correlation of images with a kernel for each pair of an output and an input channel,
  /// which networks call a convolution:
  ///
  /// y[b, o, i, j] = bias[o] + Σ x[b, c, i · stride + u · dilation − top, …] · weight[o, c, u, v]
  ///
  /// - Parameters:
  ///   - weight: `[outputs, channels / groups, rows, columns]`; this tensor is
  ///     `[batch, channels, height, width]`.
  ///   - bias: `[outputs]`.
  ///   - stride: Pixels from one place of the kernel to the next.
  ///   - padding: Zeros around the images.
  ///   - dilation: Pixels from one element of the kernel to the next.
  ///   - groups: Parts into which both the channels and the outputs are divided; an output sees
  ///     only the channels of its own part.
  /// - Returns: `[batch, outputs, ⌊(height + padding − dilation · (rows − 1) − 1) / stride⌋ + 1, …]`.
  @specialized(where Scalar == Float)
  public func conv2D(
    _ weight: Tensor, bias: Tensor? = nil, stride: Size2D = 1, padding: Padding2D = .valid,
    dilation: Size2D = 1, groups: Int = 1
  ) -> Tensor {
    let options = ConvolutionOptions(
      stride: stride, padding: padding, dilation: dilation, groups: groups)
    let convolution = ConvolutionShape(images: shape, weight: weight.shape, options)
    guard let convolution, bias.map({ $0.shape == Shape(weight.shape[0]) }) ?? true else {
      preconditionFailure(
        "conv2D: images \(shape), weight \(weight.shape)"
          + (bias.map { " and bias \($0.shape)" } ?? "") + " do not fit with stride \(stride), "
          + "padding \(padding), dilation \(dilation) and groups \(groups); they are [batch, "
          + "channels, height, width], [outputs, channels / groups, rows, columns] and [outputs], "
          + "and the kernel is not larger than the padded images")
    }
    return convolved(convolution, weight, bias)
  }

  /// The transposed convolution, the adjoint of ``conv2D(_:bias:stride:padding:dilation:groups:)``:
  /// every pixel adds a kernel, scaled by its value, to the output.
  ///
  /// y[b, o, i · stride + u · dilation − top, …] = bias[o] + Σ x[b, c, i, j] · weight[c, o, u, v]
  ///
  /// - Parameters:
  ///   - weight: `[channels, outputs / groups, rows, columns]`; this tensor is
  ///     `[batch, channels, height, width]`.
  ///   - bias: `[outputs]`.
  ///   - stride: Pixels of the output from one kernel to the next.
  ///   - padding: Rows and columns that are left out on each side of the output.
  ///   - outputPadding: Rows and columns that the output has in addition, below and on the right;
  ///     less than the stride or the dilation.
  ///   - dilation: Pixels from one element of the kernel to the next.
  ///   - groups: Parts into which both the channels and the outputs are divided.
  /// - Returns: `[batch, outputs, (height − 1) · stride − 2 · padding + dilation · (rows − 1)
  ///   + outputPadding + 1, …]`.
  @specialized(where Scalar == Float)
  public func convTranspose2D(
    _ weight: Tensor, bias: Tensor? = nil, stride: Size2D = 1, padding: Size2D = 0,
    outputPadding: Size2D = 0, dilation: Size2D = 1, groups: Int = 1
  ) -> Tensor {
    let convolution = ConvolutionShape(
      transposedImages: shape, weight: weight.shape, padding: padding,
      outputPadding: outputPadding,
      ConvolutionOptions(stride: stride, dilation: dilation, groups: groups))
    guard let convolution,
      bias.map({ $0.shape == Shape(convolution.inputChannels) }) ?? true
    else {
      preconditionFailure(
        "convTranspose2D: images \(shape), weight \(weight.shape)"
          + (bias.map { " and bias \($0.shape)" } ?? "") + " do not fit with stride \(stride), "
          + "padding \(padding), outputPadding \(outputPadding), dilation \(dilation) and groups "
          + "\(groups); they are [batch, channels, height, width], [channels, outputs / groups, "
          + "rows, columns] and [outputs], the output is not empty, and outputPadding is less than "
          + "the stride or the dilation")
    }
    let y = convolutionInputGradient(convolution, weight)
    return bias.map { y + $0.reshaped(to: [convolution.inputChannels, 1, 1]) } ?? y
  }
}

// MARK: - Three operators

extension Tensor where Scalar: FloatingScalar {
  /// The convolution of this tensor, x.
  @specialized(where Scalar == Float)
  private func convolved(
    _ convolution: ConvolutionShape, _ weight: Tensor, _ bias: Tensor?
  ) -> Tensor {
    let y = Tensor(uninitialized: convolution.output) { y in
      guard convolution.hasTerms else {
        for channel in 0..<convolution.batch * convolution.outputChannels {
          let start = bias.map { $0.pointer[channel % convolution.outputChannels] } ?? 0
          (y + channel * convolution.outputPixels)
            .update(repeating: start, count: convolution.outputPixels)
        }
        return
      }
      Convolutions<Scalar.Kernels>.forward(
        convolution, x: pointer, weight: weight.pointer, bias: bias?.pointer, y: y)
    }
    let inputs = [erased, weight.erased] + (bias.map { [$0.erased] } ?? [])
    guard inputs.contains(where: { $0.node != nil }) else { return y }
    let hasBias = bias != nil
    return y.recording(inputs, .inputs) { dy, context in
      let dy = Tensor(dy)
      if context.needs(0) {
        context.give(dy.convolutionInputGradient(convolution, context.input(1)), to: 0)
      }
      if context.needs(1) {
        context.give(
          context.input(0, as: Scalar.self).convolutionWeightGradient(convolution, dy), to: 1)
      }
      if hasBias && context.needs(2) { context.give(dy.sumOfChannels(), to: 2) }
    }
  }

  /// The gradient of x for this tensor, dy.
  @specialized(where Scalar == Float)
  private func convolutionInputGradient(
    _ convolution: ConvolutionShape, _ weight: Tensor
  ) -> Tensor {
    differentiable(self, weight, keeping: .inputs) { dy, weight in
      guard convolution.hasTerms else { return Tensor(zeros: convolution.input) }
      return Tensor(uninitialized: convolution.input) { dx in
        Convolutions<Scalar.Kernels>.inputGradient(
          convolution, dy: dy.pointer, weight: weight.pointer, dx: dx)
      }
    } pullback: { dz, _, weight, _ in
      dz.convolved(convolution, weight, nil)
    } _: { dz, dy, _, _ in
      dz.convolutionWeightGradient(convolution, dy)
    }
  }

  /// The gradient of the weight for this tensor, x, and dy.
  @specialized(where Scalar == Float)
  private func convolutionWeightGradient(_ convolution: ConvolutionShape, _ dy: Tensor) -> Tensor {
    differentiable(self, dy, keeping: .inputs) { x, dy in
      guard convolution.hasTerms else { return Tensor(zeros: convolution.weight) }
      return Tensor(uninitialized: convolution.weight) { dWeight in
        Convolutions<Scalar.Kernels>.weightGradient(
          convolution, x: x.pointer, dy: dy.pointer, dWeight: dWeight)
      }
    } pullback: { dz, _, dy, _ in
      dy.convolutionInputGradient(convolution, dz)
    } _: { dz, x, _, _ in
      x.convolved(convolution, dz, nil)
    }
  }

  /// The sum over the batch and the pixels of each channel, without the copy that a sum along axes
  /// which are no neighbours makes.
  private func sumOfChannels() -> Tensor {
    reshaped(to: [shape[0], shape[1], shape[2] * shape[3]]).sum(along: 2).sum(along: 0)
  }
}

extension ConvolutionShape {
  /// Whether there is anything to multiply; if not, sums are 0.
  fileprivate var hasTerms: Bool { inputCount > 0 && weightCount > 0 && outputCount > 0 }
}
