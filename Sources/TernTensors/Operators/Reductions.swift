import TernKernels

// Reductions over all elements, or along axes. Negative axes count from the last.
//
// Sums accumulate in double precision, those of large tensors in blocks that depend on the shape
// alone: the error of a sum of floats is near one rounding, and does not grow with its length.

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
