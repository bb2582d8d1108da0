import TernKernels

// Normalising the channels of a tensor [batch, channels, …]: what all normalisation layers come to.

/// The mean and the variance of each channel, `[channels]`; no gradient flows through them.
package struct ChannelMoments<Scalar: FloatingScalar>: Sendable {
  package let mean: Tensor<Scalar>
  /// The mean squared distance from the mean.
  package let variance: Tensor<Scalar>

  package init(mean: Tensor<Scalar>, variance: Tensor<Scalar>) {
    self.mean = mean
    self.variance = variance
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// (x − mean) / √(variance + epsilon) · scale + shift with each channel's own mean and variance,
  /// and its rectifier if asked; and these moments.
  ///
  /// Two passes over memory forward, two backward; nothing but x and some numbers a channel is kept
  /// between them, since x tells where the rectifier was open. A gradient that is itself
  /// differentiated comes from ordinary operators, and so does everything where squares leave the
  /// range of the type: of channels that powers of 2 bring near 1, which normalising undoes.
  ///
  /// - Parameters:
  ///   - scale: `[channels]`; nil for 1. Both or neither are given.
  ///   - shift: `[channels]`; nil for 0.
  @specialized(where Scalar == Float)
  package func normalizingChannels(
    scale: Tensor? = nil, shift: Tensor? = nil, epsilon: Scalar, rectifying: Bool = false
  ) -> (output: Tensor, moments: ChannelMoments<Scalar>) {
    requireChannels(scale, shift)
    let (y, normalization) = ChannelNormalization.normalized(
      detached(), scale: scale?.detached(), shift: shift?.detached(), epsilon: epsilon,
      rectifying: rectifying)
    if !normalization.moments.variance.isWellScaled(adding: epsilon),
      let scales = scales(along: shape.indices.filter { $0 != 1 })
    {
      return normalizingChannels(
        dividedBy: scales, scale: scale, shift: shift, epsilon: epsilon, rectifying: rectifying)
    }
    if normalization.isFarFromZero {
      // What is far from 0 for its spread comes nearer without a rounding.
      let mean = normalization.moments.mean
      let (y, moments) = (self - spread(mean)).normalizingChannels(
        scale: scale, shift: shift, epsilon: epsilon, rectifying: rectifying)
      return (y, ChannelMoments(mean: mean + moments.mean, variance: moments.variance))
    }
    let inputs = [erased] + [scale, shift].compactMap { $0?.erased }
    guard inputs.contains(where: { $0.node != nil }) else { return (y, normalization.moments) }
    let count = inputs.count
    let output = y.recording(inputs, .inputs) { dy, context in
      guard context.isTraced else {
        let gradients = normalization.gradients(
          Tensor(dy), at: context.input(0), isNeeded: context.needs)
        for (index, gradient) in gradients.enumerated() {
          if let gradient { context.give(gradient, to: index) }
        }
        return
      }
      let inputs = (0..<count).map { context.input($0, as: Scalar.self) }
      let gradients = gradient(at: inputs) { inputs in
        (Self.composed(inputs, Tensor(epsilon), rectifying) * Tensor(dy)).sum()
      }
      for (index, gradient) in gradients.enumerated() { context.give(gradient, to: index) }
    }
    return (output, normalization.moments)
  }

  /// (x − mean) / √(variance + epsilon) · scale + shift with a given mean and variance, which are
  /// constants, and its rectifier if asked: one pass.
  @specialized(where Scalar == Float)
  package func normalizingChannels(
    by moments: ChannelMoments<Scalar>, scale: Tensor? = nil, shift: Tensor? = nil,
    epsilon: Scalar, rectifying: Bool = false
  ) -> Tensor {
    requireChannels(scale, shift)
    let inputs = [self] + [scale, shift].compactMap(\.self)
    return differentiable(inputs, keeping: .inputs) { inputs in
      let (x, affine) = (inputs[0], inputs.dropFirst())
      let factor = moments.factor(scale: affine.first, epsilon)
      let offset = affine.last ?? Tensor(zeros: factor.shape)
      let map = ChannelMap(
        center: moments.mean.pointer, factor: factor.pointer, offset: offset.pointer,
        rectifying: rectifying)
      return withExtendedLifetime((factor, offset)) {
        Tensor(uninitialized: x.shape) { y in
          ChannelPlan(x.shape).run { part in
            Scalar.Kernels.normalize(
              part.block, x.pointer + part.offset, map.dropping(part.firstChannel), y + part.offset)
          }
        }
      }
    } pullback: { dy, inputs, _, _ in
      gradient(at: inputs) { inputs in
        (Self.composed(inputs, Tensor(epsilon), rectifying, moments) * dy).sum()
      }
    }
  }

  /// The same as without `scales`, a number for each channel, `[1, channels, 1, …]`.
  private func normalizingChannels(
    dividedBy scales: Tensor, scale: Tensor?, shift: Tensor?, epsilon: Scalar, rectifying: Bool
  ) -> (output: Tensor, moments: ChannelMoments<Scalar>) {
    let inputs = [self / scales] + [scale, shift].compactMap(\.self)
    let axes = shape.indices.filter { $0 != 1 }
    let x = detached()
    let moments = ChannelMoments(mean: x.mean(along: axes), variance: x.variance(along: axes))
    return (Self.composed(inputs, Tensor(epsilon) / scales / scales, rectifying), moments)
  }

  /// Either with ordinary operators. `inputs` are x, or x, scale and shift.
  private static func composed(
    _ inputs: [Tensor], _ epsilon: Tensor, _ rectifying: Bool,
    _ moments: ChannelMoments<Scalar>? = nil
  ) -> Tensor {
    let x = inputs[0]
    var y: Tensor
    if let moments {
      y = (x - x.spread(moments.mean)) * x.spread((moments.variance + epsilon).rsqrt())
    } else {
      let axes = x.shape.indices.filter { $0 != 1 }
      let distances = x.deviations(along: axes)
      let variance = distances.squared().mean(along: axes, keepingAxes: true)
      y = distances * (variance + epsilon).rsqrt()
    }
    if inputs.count == 3 { y = y * x.spread(inputs[1]) + x.spread(inputs[2]) }
    return rectifying ? y.relu() : y
  }

  /// A number for each channel of this tensor, in a shape that broadcasts to it.
  private func spread(_ values: Tensor) -> Tensor {
    values.reshaped(to: Shape([values.count] + [Int](repeating: 1, count: rank - 2)))
  }

  private func requireChannels(_ scale: Tensor?, _ shift: Tensor?) {
    precondition(
      rank >= 2, "normalizing channels needs [batch, channels, …], got shape \(shape)")
    let expected = Shape(shape[1])
    precondition(
      (scale == nil) == (shift == nil) && (scale?.shape ?? expected) == expected
        && (shift?.shape ?? expected) == expected,
      "normalizing the channels of \(shape) needs a scale and a shift of \(expected), got "
        + "\(scale?.shape.description ?? "none") and \(shift?.shape.description ?? "none")")
  }
}

extension ChannelMoments {
  /// scale / √(variance + epsilon) in one pass: for one sample, each operator would take longer than
  /// its arithmetic.
  @specialized(where Scalar == Float)
  fileprivate func factor(scale: Tensor<Scalar>?, _ epsilon: Scalar) -> Tensor<Scalar> {
    Tensor(uninitialized: variance.shape) { factor in
      let (variance, scales) = (variance.pointer, scale?.pointer)
      for channel in 0..<self.variance.count {
        factor[channel] = (scales?[channel] ?? 1) / (variance[channel] + epsilon).squareRoot()
      }
      withExtendedLifetime((self, scale)) {}
    }
  }
}
