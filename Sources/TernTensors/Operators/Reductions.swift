import TernKernels

// Reductions over all elements, or along axes. Negative axes count from the last.

extension Tensor where Scalar: FloatingScalar {
  /// The sum of all elements, or along axes.
  ///
  /// - Parameters:
  ///   - axes: The axes to sum over; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether summed axes stay, with extent 1.
  @specialized(where Scalar == Float)
  public func sum(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "sum")
    return differentiable(self, keeping: []) { x in
      x.reduced(.sum, along: axes, keepingAxes: keepingAxes)
    } pullback: { dy, x, _ in
      dy.restoring(axes, of: x.shape).broadcast(to: x.shape)
    }
  }

  /// The sum of squares of all elements, or along axes.
  @specialized(where Scalar == Float)
  public func sumOfSquares(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "sumOfSquares")
    return differentiable(self, keeping: .inputs) { x in
      x.reduced(.sumOfSquares, along: axes, keepingAxes: keepingAxes)
    } pullback: { dy, x, _ in
      x * (dy * 2).restoring(axes, of: x.shape)
    }
  }

  /// The mean of all elements, or along axes. The mean of nothing is NaN.
  @specialized(where Scalar == Float)
  public func mean(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "mean")
    let count = Scalar(double: Double(axes.reduce(1) { $0 * shape[$1] }))
    return differentiable(self, keeping: []) { x in
      x.reduced(.sum, along: axes, keepingAxes: keepingAxes) / count
    } pullback: { dy, x, _ in
      (dy / count).restoring(axes, of: x.shape).broadcast(to: x.shape)
    }
  }

  /// The variance of all elements, or along axes: the mean squared distance from the mean.
  ///
  /// - Parameter correction: What is subtracted from the number of elements in the denominator:
  ///   0 for a population, 1 (Bessel's correction) for a sample.
  public func variance(
    along axes: [Int]? = nil, keepingAxes: Bool = false, correction: Int = 0
  ) -> Tensor {
    let axes = shape.axes(axes, of: "variance")
    let count = axes.reduce(1) { $0 * shape[$1] } - correction
    let deviations = self - mean(along: axes, keepingAxes: true)
    return deviations.sumOfSquares(along: axes, keepingAxes: keepingAxes)
      / Scalar(double: Double(Swift.max(count, 0)))
  }

  /// The standard deviation of all elements, or along axes.
  public func standardDeviation(
    along axes: [Int]? = nil, keepingAxes: Bool = false, correction: Int = 0
  ) -> Tensor {
    variance(along: axes, keepingAxes: keepingAxes, correction: correction).sqrt()
  }

  /// The product of all elements, or along axes. The gradient is exact with zeros among them, too.
  public func product(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "product")
    return differentiable(self) { x in
      x.reduced(.product, along: axes, keepingAxes: keepingAxes)
    } pullback: { dy, x, _ in
      dy.restoring(axes, of: x.shape) * x.productOfOthers(along: axes)
    }
  }

  /// For each element the product of all others along the axes, differentiable.
  private func productOfOthers(along axes: [Int]) -> Tensor {
    let last = movingToEnd(axes)
    let kept = last.rank - axes.count
    let count = last.shape.elementCount(kept..<last.rank)
    let rows = last.reshaped(to: Shape(last.shape.elementCount(0..<kept), count))
    guard count > 0 else { return self }
    // Products of the elements before and after each.
    var before = [Tensor(ones: Shape(rows.shape[0], 1))]
    var after = before
    for i in 0..<(count - 1) {
      before.append(before[i] * rows.sliced(along: 1, from: i, to: i + 1))
      after.append(after[i] * rows.sliced(along: 1, from: count - 1 - i, to: count - i))
    }
    let others = Tensor.concatenated(
      (0..<count).map { before[$0] * after[count - 1 - $0] }, along: 1)
    return others.reshaped(to: last.shape).permuted(Self.inverse(of: order(movingToEnd: axes)))
  }

  /// The greatest element of all, or along axes; NaN if any is. Ties share the gradient equally.
  public func max(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    extremum(.maximum, along: axes, keepingAxes: keepingAxes)
  }

  /// The least element of all, or along axes; NaN if any is. Ties share the gradient equally.
  public func min(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    extremum(.minimum, along: axes, keepingAxes: keepingAxes)
  }

  private func extremum(_ f: Reduction, along axes: [Int]?, keepingAxes: Bool) -> Tensor {
    let axes = shape.axes(axes, of: "max or min")
    precondition(
      axes.allSatisfy { shape[$0] > 0 }
        || shape.reduced(along: axes, keepingAxes: false).elementCount == 0,
      "max and min of no elements, shape \(shape)")
    return differentiable(self) { x in
      x.reduced(f, along: axes, keepingAxes: keepingAxes)
    } pullback: { dy, x, y in
      let y = y.detached().restoring(axes, of: x.shape)
      let winners = (x.detached() .== y).asType(Scalar.self)
      let share = winners / winners.sum(along: axes, keepingAxes: true)
      return dy.restoring(axes, of: x.shape) * share
    }
  }

  /// log Σ exp(x) of all elements, or along axes, without overflow; −∞ of no elements.
  public func logSumExp(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "logSumExp")
    if axes.contains(where: { shape[$0] == 0 }) {
      return Tensor(full: shape.reduced(along: axes, keepingAxes: keepingAxes), -.infinity)
    }
    let greatest = detached().max(along: axes, keepingAxes: true)
    let shift = Tensor.where(greatest.isFinite(), greatest, 0)
    let sum = (self - shift).exp().sum(along: axes, keepingAxes: true).log() + shift
    return keepingAxes ? sum : sum.reshaped(to: shape.reduced(along: axes, keepingAxes: false))
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The sum along one axis.
  public func sum(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    sum(along: [axis], keepingAxes: keepingAxes)
  }
  /// The sum of squares along one axis.
  public func sumOfSquares(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    sumOfSquares(along: [axis], keepingAxes: keepingAxes)
  }
  /// The mean along one axis.
  public func mean(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    mean(along: [axis], keepingAxes: keepingAxes)
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
  /// The product along one axis.
  public func product(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    product(along: [axis], keepingAxes: keepingAxes)
  }
  /// The greatest element along one axis.
  public func max(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    max(along: [axis], keepingAxes: keepingAxes)
  }
  /// The least element along one axis.
  public func min(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    min(along: [axis], keepingAxes: keepingAxes)
  }
  /// log Σ exp(x) along one axis.
  public func logSumExp(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    logSumExp(along: [axis], keepingAxes: keepingAxes)
  }
}

// MARK: - Arg-reductions

extension Tensor where Scalar: FloatingScalar {
  /// The position of the greatest element along an axis, the first one of equals.
  @specialized(where Scalar == Float)
  public func argmax(along axis: Int = -1) -> Tensor<Int32> { argReduced(.maximum, along: axis) }

  /// The position of the least element along an axis, the first one of equals.
  public func argmin(along axis: Int = -1) -> Tensor<Int32> { argReduced(.minimum, along: axis) }

  private func argReduced(_ f: Reduction, along axis: Int) -> Tensor<Int32> {
    let axis = shape.axis(axis, of: "argmax or argmin")
    precondition(shape[axis] > 0, "argmax and argmin need elements along axis \(axis) of \(shape)")
    let outer = shape.elementCount(0..<axis)
    let inner = shape.elementCount(axis + 1..<rank)
    let extent = shape[axis]
    return Tensor<Int32>(uninitialized: shape.removing(axis)) { y in
      ThreadPool.shared.split(outer, grain: Swift.max(1, Grain.arithmetic / (extent * inner + 1))) {
        let (x, y) = (pointer + $0.lowerBound * extent * inner, y + $0.lowerBound * inner)
        Scalar.Kernels.argReduce(f, outer: $0.count, count: extent, inner: inner, x, y)
      }
    }
  }
}

// MARK: - Machinery

extension Tensor where Scalar: FloatingScalar {
  /// This reduced tensor with its reduced axes back, of extent 1.
  fileprivate func restoring(_ axes: [Int], of original: Shape) -> Tensor {
    guard rank != original.rank else { return self }
    return reshaped(to: original.reduced(along: axes, keepingAxes: true))
  }

  /// A reduction over ascending axes, without tracing.
  fileprivate func reduced(_ f: Reduction, along axes: [Int], keepingAxes: Bool) -> Tensor {
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    guard let first = axes.first, let last = axes.last else {
      return f == .sumOfSquares ? map(.square) : self
    }
    // Neighbouring axes are one to the kernel; of others, the last neighbours go first.
    if axes.count < last - first + 1 {
      let others = axes.prefix { axis in (axis...last).contains { !axes.contains($0) } }
      let partial = reduced(f, along: Array(axes[others.count...]), keepingAxes: true)
      return partial.reduced(f == .sumOfSquares ? .sum : f, along: Array(others), keepingAxes: true)
        .reshaped(to: result)
    }
    let outer = shape.elementCount(0..<first)
    let count = shape.elementCount(first..<last + 1)
    let inner = shape.elementCount(last + 1..<rank)
    return Tensor(uninitialized: result) { y in
      Self.reduce(f, outer: outer, count: count, inner: inner, pointer, y)
    }
  }

  /// Splits a reduction over the pool along what is kept, or in blocks of a fixed size.
  private static func reduce(
    _ f: Reduction, outer: Int, count: Int, inner: Int, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  ) {
    let kept = outer * inner
    if kept == 1 && count >= 4 * Grain.arithmetic {
      let block = 2 * Grain.arithmetic
      let blocks = (count + block - 1) / block
      withUnsafeTemporaryAllocation(of: Scalar.self, capacity: blocks) { partial in
        guard let partial = partial.baseAddress else { return }
        ThreadPool.shared.run(parts: blocks) { i in
          Scalar.Kernels.reduce(
            f, outer: 1, count: Swift.min(block, count - i * block), inner: 1, x + i * block,
            partial + i)
        }
        Scalar.Kernels.reduce(
          f == .sumOfSquares ? .sum : f, outer: 1, count: blocks, inner: 1, partial, y)
      }
      return
    }
    if outer == 1 && inner >= 32 {
      // Columns, of which a cache line or more is read at a time.
      let grain = Swift.max(16, Grain.arithmetic / (count + 1))
      ThreadPool.shared.split(inner, grain: grain, multiple: 16) {
        Scalar.Kernels.reduceColumns(
          f, count: count, columns: $0.count, stride: inner, x + $0.lowerBound, y + $0.lowerBound)
      }
      return
    }
    ThreadPool.shared.split(outer, grain: Swift.max(1, Grain.arithmetic / (count * inner + 1))) {
      Scalar.Kernels.reduce(
        f, outer: $0.count, count: count, inner: inner, x + $0.lowerBound * count * inner,
        y + $0.lowerBound * inner)
    }
  }
}
