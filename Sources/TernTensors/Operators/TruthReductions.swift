import TernKernels

// How many truth values are true: all, some, or a number of them.

extension Tensor<Bool> {
  /// Whether every element is true; true for no elements.
  public func all() -> Bool { withUnsafeBufferPointer { $0.allSatisfy { $0 } } }
  /// Whether some element is true; false for no elements.
  public func any() -> Bool { withUnsafeBufferPointer { $0.contains(true) } }
  /// How many elements are true.
  public func trueCount() -> Int { Memory.trueCount(count: count, pointer) }

  /// Whether every element along axes is true; true for no elements.
  ///
  /// - Parameters:
  ///   - axes: The axes. Negative ones count from the last.
  ///   - keepingAxes: Whether these axes stay, with extent 1.
  public func all(along axes: [Int], keepingAxes: Bool = false) -> Tensor {
    let extent = shape.axes(axes, of: "all").reduce(1) { $0 * shape[$1] }
    return trueCount(along: axes, keepingAxes: keepingAxes) .== Int32(extent)
  }

  /// Whether every element along an axis is true; true for no elements.
  public func all(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    all(along: [axis], keepingAxes: keepingAxes)
  }

  /// Whether some element along axes is true; false for no elements.
  ///
  /// - Parameters:
  ///   - axes: The axes. Negative ones count from the last.
  ///   - keepingAxes: Whether these axes stay, with extent 1.
  public func any(along axes: [Int], keepingAxes: Bool = false) -> Tensor {
    trueCount(along: axes, keepingAxes: keepingAxes) .> 0
  }

  /// Whether some element along an axis is true; false for no elements.
  public func any(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    any(along: [axis], keepingAxes: keepingAxes)
  }

  /// How many elements along axes are true, less than 2³¹.
  ///
  /// - Parameters:
  ///   - axes: The axes. Negative ones count from the last.
  ///   - keepingAxes: Whether these axes stay, with extent 1.
  public func trueCount(along axes: [Int], keepingAxes: Bool = false) -> Tensor<Int32> {
    let axes = shape.axes(axes, of: "trueCount")
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    let first = axes.first ?? 0
    if let last = axes.last, axes.count < last - first + 1 {
      let kept = rank - axes.count
      return movingToEnd(axes).trueCount(along: Array(kept..<rank)).reshaped(to: result)
    }
    let end = first + axes.count
    let extent = shape.elementCount(first..<end)
    let inner = shape.elementCount(end..<rank)
    precondition(
      extent <= Shape.maximumExtent, "trueCount along \(axes) of shape \(shape): 2³¹ or more")
    return Tensor<Int32>(uninitialized: result) { y in
      let grain = Swift.max(1, Grain.arithmetic / (extent * inner + 1))
      ThreadPool.shared.split(shape.elementCount(0..<first), grain: grain) { range in
        let (x, y) = (pointer + range.lowerBound * extent * inner, y + range.lowerBound * inner)
        Memory.trueCounts(outer: range.count, count: extent, inner: inner, x, y)
      }
    }
  }

  /// How many elements along an axis are true.
  public func trueCount(along axis: Int, keepingAxes: Bool = false) -> Tensor<Int32> {
    trueCount(along: [axis], keepingAxes: keepingAxes)
  }
}
