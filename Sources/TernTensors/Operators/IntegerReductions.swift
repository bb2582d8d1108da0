import TernKernels

// Reductions of integers over all elements, or along axes. Negative axes count from the last.

extension Tensor where Scalar: IntegerScalar {
  /// The sum of all elements, or along axes, in 64 bits whatever the type, wrapping round.
  ///
  /// - Parameters:
  ///   - axes: The axes to sum over; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether summed axes stay, with extent 1.
  public func sum(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor<Int64> {
    reduced(.sum, along: shape.axes(axes, of: "sum"), keepingAxes)
  }

  /// The product of all elements, or along axes, in 64 bits whatever the type, wrapping round.
  public func product(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor<Int64> {
    reduced(.product, along: shape.axes(axes, of: "product"), keepingAxes)
  }

  /// The mean of all elements, or along axes. The mean of nothing is NaN.
  public func mean(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor<Double> {
    guard Scalar.bitWidth < 64 else {
      // Sums in 64 bits might wrap round.
      return asType(Double.self).mean(along: axes, keepingAxes: keepingAxes)
    }
    let axes = shape.axes(axes, of: "mean")
    let count = axes.reduce(1) { $0 * shape[$1] }
    return sum(along: axes, keepingAxes: keepingAxes).asType(Double.self) / Double(count)
  }

  /// The greatest element of all, or along axes.
  public func max(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    extremum(.maximum, along: axes, keepingAxes)
  }

  /// The least element of all, or along axes.
  public func min(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    extremum(.minimum, along: axes, keepingAxes)
  }

  private func extremum(_ f: Reduction, along axes: [Int]?, _ keepingAxes: Bool) -> Tensor {
    let axes = shape.axes(axes, of: "max or min")
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    precondition(
      axes.allSatisfy { shape[$0] > 0 } || result.elementCount == 0,
      "max and min of no elements, shape \(shape)")
    return result.elementCount == 0
      ? Tensor(zeros: result) : reduced(f, along: axes, keepingAxes)
  }

  /// The position of the greatest element along an axis, the first one of equals.
  public func argmax(along axis: Int = -1) -> Tensor<Int32> { argReduced(.maximum, along: axis) }

  /// The position of the least element along an axis, the first one of equals.
  public func argmin(along axis: Int = -1) -> Tensor<Int32> { argReduced(.minimum, along: axis) }
}

extension Tensor where Scalar: IntegerScalar {
  /// The sum along one axis.
  public func sum(along axis: Int, keepingAxes: Bool = false) -> Tensor<Int64> {
    sum(along: [axis], keepingAxes: keepingAxes)
  }
  /// The product along one axis.
  public func product(along axis: Int, keepingAxes: Bool = false) -> Tensor<Int64> {
    product(along: [axis], keepingAxes: keepingAxes)
  }
  /// The mean along one axis.
  public func mean(along axis: Int, keepingAxes: Bool = false) -> Tensor<Double> {
    mean(along: [axis], keepingAxes: keepingAxes)
  }
  /// The greatest element along one axis.
  public func max(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    max(along: [axis], keepingAxes: keepingAxes)
  }
  /// The least element along one axis.
  public func min(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    min(along: [axis], keepingAxes: keepingAxes)
  }
}

// MARK: - Machinery

extension Tensor where Scalar: IntegerScalar {
  /// A reduction over ascending axes; sums and products are `Int64`.
  private func reduced<Result: IntegerScalar>(
    _ f: Reduction, along axes: [Int], _ keepingAxes: Bool
  ) -> Tensor<Result> {
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    let first = axes.first ?? rank
    // Neighbouring axes are one to the kernel; others become the last ones.
    let areNeighbours = axes.isEmpty || axes[axes.count - 1] - first == axes.count - 1
    let x = areNeighbours ? self : movingToEnd(axes)
    let start = areNeighbours ? first : rank - axes.count
    let outer = x.shape.elementCount(0..<start)
    let count = x.shape.elementCount(start..<start + axes.count)
    let inner = x.shape.elementCount(start + axes.count..<rank)
    return Tensor<Result>(uninitialized: result) { y in
      if outer * inner == 1 && count >= 4 * Grain.arithmetic {
        x.reduceInBlocks(f, y)
      } else {
        x.reduce(f, outer: outer, count: count, inner: inner, y)
      }
    }
  }

  /// Splits a reduction over the pool along what is kept.
  private func reduce<Result>(
    _ f: Reduction, outer: Int, count: Int, inner: Int, _ y: UnsafeMutablePointer<Result>
  ) {
    let type = Scalar.scalarType.rawValue
    if outer == 1 {
      let grain = Swift.max(64, Grain.arithmetic / (count + 1))
      ThreadPool.shared.split(inner, grain: grain, multiple: 64) {
        WholeNumbers.reduce(
          f, type: type, outer: 1, count: count, inner: $0.count, stride: inner,
          pointer + $0.lowerBound, y + $0.lowerBound)
      }
      return
    }
    ThreadPool.shared.split(outer, grain: Swift.max(1, Grain.arithmetic / (count * inner + 1))) {
      WholeNumbers.reduce(
        f, type: type, outer: $0.count, count: count, inner: inner, stride: inner,
        pointer + $0.lowerBound * count * inner, y + $0.lowerBound * inner)
    }
  }

  /// Reduces all elements in blocks on the pool.
  private func reduceInBlocks<Result: IntegerScalar>(
    _ f: Reduction, _ y: UnsafeMutablePointer<Result>
  ) {
    let type = Scalar.scalarType.rawValue
    let size = 2 * Grain.arithmetic
    let blocks = (count + size - 1) / size
    let partial = Tensor<Result>(uninitialized: Shape(blocks)) { partial in
      ThreadPool.shared.run(parts: blocks) { block in
        let begin = block * size
        WholeNumbers.reduce(
          f, type: type, outer: 1, count: Swift.min(size, count - begin), inner: 1, stride: 1,
          pointer + begin, partial + block)
      }
    }
    partial.reduce(f, outer: 1, count: blocks, inner: 1, y)
  }

  private func argReduced(_ f: Reduction, along axis: Int) -> Tensor<Int32> {
    let axis = shape.axis(axis, of: "argmax or argmin")
    precondition(shape[axis] > 0, "argmax and argmin need elements along axis \(axis) of \(shape)")
    let outer = shape.elementCount(0..<axis)
    let inner = shape.elementCount(axis + 1..<rank)
    let extent = shape[axis]
    let type = Scalar.scalarType.rawValue
    return Tensor<Int32>(uninitialized: shape.removing(axis)) { y in
      ThreadPool.shared.split(outer, grain: Swift.max(1, Grain.arithmetic / (extent * inner + 1))) {
        WholeNumbers.argReduce(
          f, type: type, outer: $0.count, count: extent, inner: inner,
          pointer + $0.lowerBound * extent * inner, y + $0.lowerBound * inner)
      }
    }
  }
}
