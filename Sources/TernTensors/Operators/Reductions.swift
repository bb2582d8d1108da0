import TernKernels

// Reductions over all elements, or along axes. Negative axes count from the last.
//
// Sums accumulate in double precision, those of large tensors in blocks that depend on the shape
// alone: the error of a sum of floats is near one rounding, and does not grow with its length.

extension Tensor where Scalar: FloatingScalar {
  /// The sum of all elements, or along axes.
  ///
  /// Finite wherever the true sum is, even if sums on the way to it are not.
  ///
  /// - Parameters:
  ///   - axes: The axes to sum over; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether summed axes stay, with extent 1.
  @specialized(where Scalar == Float)
  public func sum(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "sum")
    return differentiable(self, keeping: []) { x in
      x.summed(along: axes, keepingAxes: keepingAxes)
    } pullback: { dy, x, _ in
      dy.restoring(axes, of: x.shape).broadcast(to: x.shape)
    }
  }

  /// The sum of squares of all elements, or along axes. Infinite where the true sum is beyond the
  /// range, and squares below it are 0; `norm` is not, and has none.
  @specialized(where Scalar == Float)
  public func sumOfSquares(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "sumOfSquares")
    return differentiable(self, keeping: .inputs) { x in
      x.reduced(.sumOfSquares, along: axes, keepingAxes: keepingAxes)
    } pullback: { dy, x, _ in
      x * (dy * 2).restoring(axes, of: x.shape)
    }
  }

  /// The mean of all elements, or along axes. The mean of nothing is NaN; that of finite elements is
  /// finite, even if their sum is not.
  @specialized(where Scalar == Float)
  public func mean(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "mean")
    let count = Scalar(double: Double(axes.reduce(1) { $0 * shape[$1] }))
    return differentiable(self, keeping: []) { x in
      x.summed(along: axes, dividedBy: count, keepingAxes: keepingAxes)
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
  ///
  /// Elements that are infinite mean what the formula says: −∞ is a term of 0, and ∞ makes the sum
  /// infinite. The derivative is softmax(x), 0 where all elements are −∞. The error is a few ulps of
  /// the result or, if that is greater, of the greatest element.
  public func logSumExp(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "logSumExp")
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    let count = axes.reduce(1) { $0 * shape[$1] }
    if isEmpty { return Tensor(full: result, -.infinity) }
    return movingToEnd(axes).reshaped(to: Shape(result.elementCount, count)).logSumExpOfRows()
      .reshaped(to: result)
  }

  /// log Σ exp(x) of each row of a matrix.
  private func logSumExpOfRows() -> Tensor {
    differentiable(self, named: "logSumExp") { x in
      let greatest = x.max(along: 1)
      // The greatest logarithm of softmax is greatest − log Σ exp(x).
      let distance = x.logSoftmax().max(along: 1)
      return Tensor.where(greatest.isFinite(), greatest - distance, greatest)
    } pullback: { dy, x, y in
      let shares = x.softmax() * dy.expandingAxis(at: 1)
      if y.isAllFinite { return shares }
      return Tensor.where((y.detached() .== -.infinity).expandingAxis(at: 1), 0, shares)
    }
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
