import TernKernels

/// Normalisation of channels by their own moments, forward and backward, without tracing.
///
/// With r = 1 / √(variance + ε), x̂ = (x − mean) · r and g the upstream gradient where the rectifier
/// was open, the gradients are those of Ioffe and Szegedy, "Batch normalization" (2015):
///
///     dshift = Σ g    dscale = Σ g · x̂    dx = scale · r · (g − dshift / count − x̂ · dscale / count)
///
/// The mean is subtracted as a number of the scalar type and what rounding took from it, so that
/// elements far from 0 lose nothing; but see ``isFarFromZero``. Sums of g · (x − mean) have the
/// scalar's range: upstream gradients of 1e19 may overflow in them (`Float`).
struct ChannelNormalization<Scalar: FloatingScalar>: Sendable {
  private let plan: ChannelPlan
  private let rectifying: Bool
  /// Whether there are a scale and a shift.
  private let isAffine: Bool
  /// A row for each ``Row``, `[rows, channels]`.
  private let numbers: Tensor<Scalar>

  private enum Row: Int, CaseIterable {
    /// The mean, which is the map's center.
    case mean
    /// What rounding took from it.
    case rest
    case variance
    /// 1 / √(variance + ε)
    case inverseDeviation
    /// The map's factor, inverseDeviation · scale.
    case factor
    /// The map's offset, shift − rest · factor.
    case offset
  }

  /// The mean and the variance of each channel; NaN if channels have no elements.
  var moments: ChannelMoments<Scalar> {
    ChannelMoments(mean: numbers[Row.mean.rawValue], variance: numbers[Row.variance.rawValue])
  }

  /// Whether a mean of `Double` lost digits that matter: nothing holds what rounding took from it.
  var isFarFromZero: Bool {
    guard Scalar.scalarType == .float64 else { return false }
    return (0..<plan.channels).contains { channel in
      let variance = row(.variance)[channel]
      return variance > 0 && row(.mean)[channel].magnitude > 16 * variance.squareRoot()
    }
  }

  /// x normalised, scaled and shifted, and what its gradients need.
  static func normalized(
    _ x: Tensor<Scalar>, scale: Tensor<Scalar>?, shift: Tensor<Scalar>?, epsilon: Scalar,
    rectifying: Bool
  ) -> (output: Tensor<Scalar>, normalization: ChannelNormalization) {
    let plan = ChannelPlan(x.shape)
    let shape = Shape(Row.allCases.count, plan.channels)
    let numbers =
      x.isEmpty ? Tensor<Scalar>(full: shape, .nan) : Tensor<Scalar>(uninitialized: shape) { _ in }
    let normalization = ChannelNormalization(
      plan: plan, rectifying: rectifying, isAffine: scale != nil, numbers: numbers)
    let y = Tensor<Scalar>(uninitialized: x.shape) { y in
      plan.run { part, mean, squares in
        Scalar.Kernels.moments(part.block, x.pointer + part.offset, mean: mean, squares: squares)
      } join: { total, images, more, moreImages in
        total = joined(total, Double(images), more, Double(moreImages), each: Double(plan.inner))
      } between: { channels, means, squares in
        let count = Double(plan.batch * plan.inner)
        for (index, channel) in channels.enumerated() {
          let variance = squares[index] / count
          let mean = Scalar(double: means[index])
          let inverse = 1 / (variance + epsilon.asDouble).squareRoot()
          let factor = inverse * (scale.map { $0.pointer[channel].asDouble } ?? 1)
          let rest = means[index] - mean.asDouble
          let offset = (shift.map { $0.pointer[channel].asDouble } ?? 0) - rest * factor
          normalization.row(.mean)[channel] = mean
          normalization.row(.rest)[channel] = Scalar(double: rest)
          normalization.row(.variance)[channel] = Scalar(double: variance)
          normalization.row(.inverseDeviation)[channel] = Scalar(double: inverse)
          normalization.row(.factor)[channel] = Scalar(double: factor)
          normalization.row(.offset)[channel] = Scalar(double: offset)
        }
      } second: { part in
        Scalar.Kernels.normalize(
          part.block, x.pointer + part.offset, normalization.map(from: part.firstChannel),
          y + part.offset)
      }
    }
    return (y, normalization)
  }

  /// The gradients of x, and of scale and shift if there are any.
  func gradients(
    _ dy: Tensor<Scalar>, at x: Tensor<Scalar>, isNeeded: (Int) -> Bool
  ) -> [AnyTensor?] {
    let channels = plan.channels
    let affine = Tensor<Scalar>(uninitialized: Shape(2, channels)) { _ in }
    let coefficients = Tensor<Scalar>(uninitialized: Shape(3, channels)) { _ in }
    let (dscale, dshift) = (affine.mutablePointer, affine.mutablePointer + channels)
    let a = coefficients.mutablePointer
    let (b, e) = (a + channels, a + 2 * channels)
    if x.isEmpty { dscale.update(repeating: 0, count: 2 * channels) }

    func run(writing dx: UnsafeMutablePointer<Scalar>?) {
      plan.run { part, sum, product in
        Scalar.Kernels.normalizeSums(
          part.block, x.pointer + part.offset, dy.pointer + part.offset,
          map(from: part.firstChannel), sum: sum, product: product)
      } join: { total, _, more, _ in
        total = (total.0 + more.0, total.1 + more.1)
      } between: { channels, sums, products in
        let count = Double(plan.batch * plan.inner)
        for (index, channel) in channels.enumerated() {
          let rest = row(.rest)[channel].asDouble
          let inverse = row(.inverseDeviation)[channel].asDouble
          let factor = row(.factor)[channel].asDouble
          let scaleGradient = inverse * (products[index] - rest * sums[index])
          let slope = factor * inverse * scaleGradient / count
          dscale[channel] = Scalar(double: scaleGradient)
          dshift[channel] = Scalar(double: sums[index])
          a[channel] = row(.factor)[channel]
          b[channel] = Scalar(double: -slope)
          e[channel] = Scalar(double: slope * rest - factor * sums[index] / count)
        }
      } second: { part in
        guard let dx else { return }
        let first = part.firstChannel
        Scalar.Kernels.normalizeGradient(
          part.block, x.pointer + part.offset, dy.pointer + part.offset, map(from: first),
          a: a + first, b: b + first, e: e + first, dx + part.offset)
      }
    }

    var dx: Tensor<Scalar>?
    if isNeeded(0) {
      dx = Tensor(uninitialized: x.shape) { run(writing: $0) }
    } else {
      run(writing: nil)
    }
    withExtendedLifetime(coefficients) {}
    return isAffine ? [dx?.erased, affine[0].erased, affine[1].erased] : [dx?.erased]
  }

  /// The map of the channels from `channel` on.
  private func map(from channel: Int) -> ChannelMap<Scalar> {
    ChannelMap(
      center: row(.mean), factor: row(.factor), offset: row(.offset), rectifying: rectifying
    ).dropping(channel)
  }

  /// The numbers of a row; they are written before anybody else sees the tensor.
  private func row(_ row: Row) -> UnsafeMutablePointer<Scalar> {
    numbers.mutablePointer + row.rawValue * plan.channels
  }
}

/// The mean and Σ (x − mean)² of two lots of images, from those of each.
///
/// Chan, Golub and LeVeque, "Updating formulae and a pairwise algorithm for computing sample
/// variances" (1979).
private func joined(
  _ one: (mean: Double, squares: Double), _ images: Double,
  _ other: (mean: Double, squares: Double), _ otherImages: Double, each: Double
) -> (Double, Double) {
  let share = otherImages / (images + otherImages)
  let distance = other.mean - one.mean
  return (
    one.mean + distance * share,
    one.squares + other.squares + distance * distance * images * each * share
  )
}
