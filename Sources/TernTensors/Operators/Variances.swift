import TernKernels

// Variances and standard deviations: mean squared distances from the mean, in one pass over memory.

extension Tensor where Scalar: FloatingScalar {
  /// The variance of all elements, or along axes: Σ (x − mean)² / (n − correction). NaN of nothing.
  ///
  /// Never negative, 0 of equal elements, and finite wherever the true variance is. Elements far
  /// from 0 lose no digits of what they differ by; that of `Double` loses four bits at most.
  ///
  /// - Parameters:
  ///   - axes: The axes along which it is taken; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether these axes stay, with extent 1.
  ///   - correction: What is subtracted from the number of elements in the denominator: 0 for a
  ///     population, 1 (Bessel's correction) for a sample.
  public func variance(
    along axes: [Int]? = nil, keepingAxes: Bool = false, correction: Int = 0
  ) -> Tensor {
    let axes = shape.axes(axes, of: "variance")
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    let denominator = shape.degreesOfFreedom(along: axes, correction: correction, Scalar.self)
    return differentiable(self, keeping: .inputs) { x in
      let variance = x.squaredDeviations(along: axes) / denominator
      guard !variance.isWellScaled(allowingZeros: true), let scales = x.scales(along: axes) else {
        return variance.reshaped(to: result)
      }
      let scaled = (x / scales).squaredDeviations(along: axes) / denominator
      return (scaled * scales * scales).reshaped(to: result)
    } pullback: { dy, x, _ in
      x.deviations(along: axes) * (dy * (2 / denominator)).restoring(axes, of: x.shape)
    }
  }

  /// The standard deviation of all elements, or along axes: the square root of the variance.
  ///
  /// Finite of finite elements, also where the variance is not, but for `correction` elements or
  /// fewer. The derivative is 0 where the deviation is.
  ///
  /// - Parameters:
  ///   - axes: The axes along which it is taken; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether these axes stay, with extent 1.
  ///   - correction: What is subtracted from the number of elements in the denominator.
  public func standardDeviation(
    along axes: [Int]? = nil, keepingAxes: Bool = false, correction: Int = 0
  ) -> Tensor {
    let axes = shape.axes(axes, of: "standardDeviation")
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    let denominator = shape.degreesOfFreedom(along: axes, correction: correction, Scalar.self)
    return differentiable(self) { x in
      let variance = x.squaredDeviations(along: axes) / denominator
      guard !variance.isWellScaled(), let scales = x.scales(along: axes) else {
        return variance.sqrt().reshaped(to: result)
      }
      let scaled = (x / scales).squaredDeviations(along: axes) / denominator
      return (scaled.sqrt() * scales).reshaped(to: result)
    } pullback: { dy, x, y in
      let (x, y) = x.forQuotients(by: y.restoring(axes, of: x.shape), along: axes) {
        $0.standardDeviation(along: axes, keepingAxes: true, correction: correction)
      }
      return x.deviations(along: axes) / Tensor.where(y.detached() .== 0, 1, y)
        * (dy / denominator).restoring(axes, of: x.shape)
    }
  }

  /// The variance along one axis.
  public func variance(along axis: Int, keepingAxes: Bool = false, correction: Int = 0) -> Tensor {
    variance(along: [axis], keepingAxes: keepingAxes, correction: correction)
  }

  /// The standard deviation along one axis.
  public func standardDeviation(
    along axis: Int, keepingAxes: Bool = false, correction: Int = 0
  ) -> Tensor {
    standardDeviation(along: [axis], keepingAxes: keepingAxes, correction: correction)
  }
}

extension Shape {
  /// The number of elements along axes less a correction, 0 at least.
  fileprivate func degreesOfFreedom<Scalar: FloatingScalar>(
    along axes: [Int], correction: Int, _: Scalar.Type
  ) -> Scalar {
    Scalar(double: Double(Swift.max(axes.reduce(1) { $0 * self[$1] } - correction, 0)))
  }
}

// MARK: - Loops

extension Tensor where Scalar: FloatingScalar {
  /// Σ (x − mean)² along ascending axes, which stay with extent 1, without tracing.
  private func squaredDeviations(along axes: [Int]) -> Tensor {
    let result = shape.reduced(along: axes, keepingAxes: true)
    guard let first = axes.first, let last = axes.last else { return self - self }
    if isEmpty { return Tensor(zeros: result) }
    if axes.count < last - first + 1 {
      let kept = rank - axes.count
      return movingToEnd(axes).squaredDeviations(along: Array(kept..<rank)).reshaped(to: result)
    }
    let outer = shape.elementCount(0..<first)
    let count = shape.elementCount(first..<last + 1)
    let inner = shape.elementCount(last + 1..<rank)
    var moments = Moments(channels: outer * inner)
    if outer == 1 {
      moments.takeColumns(count: count, inner: inner, pointer)
    } else {
      moments.takeSlices(outer: outer, count: count, inner: inner, pointer)
    }
    return moments.squares.asType(Scalar.self).reshaped(to: result)
  }
}

/// The means and squared distances from them of many channels.
private struct Moments {
  private let means: Tensor<Double>
  /// Σ (x − mean)² of each channel.
  let squares: Tensor<Double>

  init(channels: Int) {
    means = Tensor(uninitialized: Shape(channels)) { _ in }
    squares = Tensor(uninitialized: Shape(channels)) { _ in }
  }

  /// Those along the middle axis of outer × count × inner elements.
  mutating func takeSlices<Scalar: FloatingScalar>(
    outer: Int, count: Int, inner: Int, _ x: UnsafePointer<Scalar>
  ) {
    let slice = count * inner
    ThreadPool.shared.split(outer, grain: max(1, Grain.elementary / slice)) { range in
      let start = range.lowerBound
      if inner == 1 {
        take(
          ChannelBlock(batch: 1, channels: range.count, inner: count, stride: slice),
          x + start * slice, to: start)
      } else {
        let block = ChannelBlock(batch: count, channels: inner, inner: 1, stride: inner)
        for index in range { take(block, x + index * slice, to: index * inner) }
      }
    }
  }

  /// Those of the columns of count × inner elements, in blocks of rows that depend on the shape
  /// alone.
  mutating func takeColumns<Scalar: FloatingScalar>(
    count: Int, inner: Int, _ x: UnsafePointer<Scalar>
  ) {
    func block(_ rows: Int) -> ChannelBlock {
      inner == 1
        ? ChannelBlock(batch: 1, channels: 1, inner: rows, stride: rows)
        : ChannelBlock(batch: rows, channels: inner, inner: 1, stride: inner)
    }
    let rows = max(64, Grain.elementary / inner)
    let blocks = (count + rows - 1) / rows
    guard blocks > 1 else { return take(block(count), x, to: 0) }
    let parts = Moments(channels: blocks * inner)
    ThreadPool.shared.split(blocks, grain: 2) { range in
      for i in range {
        parts.take(
          block(min(rows, count - i * rows)), x + i * rows * inner, to: i * inner)
      }
    }
    join(parts, channels: inner, rows: rows, count: count)
  }

  private func take<Scalar: FloatingScalar>(
    _ block: ChannelBlock, _ x: UnsafePointer<Scalar>, to channel: Int
  ) {
    Scalar.Kernels.moments(
      block, x, mean: means.mutablePointer + channel, squares: squares.mutablePointer + channel)
  }

  /// The moments of blocks of so many rows together, by the formula of Chan, Golub and LeVeque
  /// (1979): with δ the distance of two means, Σ = Σ₁ + Σ₂ + δ² n₁ n₂ / (n₁ + n₂).
  private mutating func join(_ parts: Moments, channels: Int, rows: Int, count: Int) {
    let (mean, square) = (means.mutablePointer, squares.mutablePointer)
    mean.update(from: parts.means.pointer, count: channels)
    square.update(from: parts.squares.pointer, count: channels)
    for start in stride(from: rows, to: count, by: rows) {
      let n = Double(min(rows, count - start))
      let share = n / (Double(start) + n)
      let offset = start / rows * channels
      for channel in 0..<channels {
        let distance = parts.means.pointer[offset + channel] - mean[channel]
        mean[channel] += distance * share
        square[channel] +=
          parts.squares.pointer[offset + channel] + distance * distance * share * Double(start)
      }
    }
  }
}
