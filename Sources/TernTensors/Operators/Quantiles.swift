import TernKernels

// Quantiles: elements of the sorted order, and what lies between two of them.

/// What a quantile is that falls between two elements, NumPy's methods of these names.
public enum QuantileInterpolation: Sendable, Hashable, CaseIterable {
  /// A point between both, in proportion.
  case linear
  /// The lower element.
  case lower
  /// The higher element.
  case higher
  /// The point in the middle.
  case midpoint
  /// The nearer element; of equally near ones that with the even place.
  case nearest
}

extension Tensor where Scalar: FloatingScalar {
  /// The q-quantile of all elements, or along axes: the element at place q · (n − 1) of the sorted
  /// order. NaN if any element is. Differentiable: the gradient goes to the elements that it lies
  /// between.
  ///
  /// - Parameters:
  ///   - q: From 0, the least element, to 1, the greatest.
  ///   - axes: The axes along which it is taken; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether these axes stay, with extent 1.
  ///   - interpolation: What is between two elements.
  public func quantile(
    _ q: Double, along axes: [Int]? = nil, keepingAxes: Bool = false,
    interpolation: QuantileInterpolation = .linear
  ) -> Tensor {
    quantiles([q], along: axes, keepingAxes: keepingAxes, interpolation: interpolation)
      .squeezed(axes: [0])
  }

  /// The q-quantile along one axis.
  public func quantile(
    _ q: Double, along axis: Int, keepingAxes: Bool = false,
    interpolation: QuantileInterpolation = .linear
  ) -> Tensor {
    quantile(q, along: [axis], keepingAxes: keepingAxes, interpolation: interpolation)
  }

  /// Several quantiles of all elements, or along axes, which are sorted once. A leading axis has an
  /// element for each q.
  public func quantiles(
    _ q: [Double], along axes: [Int]? = nil, keepingAxes: Bool = false,
    interpolation: QuantileInterpolation = .linear
  ) -> Tensor {
    precondition(
      q.allSatisfy { 0 <= $0 && $0 <= 1 }, "quantiles are from 0 to 1, got \(q)")
    let axes = shape.axes(axes, of: "quantile")
    let order = sortedRows(along: axes, of: "quantile")
    let last = Double(order.shape[1] - 1)
    let columns = q.map { q -> Tensor in
      let place = q * last
      let (low, high) = (order.column(Int(place)), order.column(Int(place.rounded(.up))))
      let share = Scalar(double: place - place.rounded(.down))
      switch interpolation {
      case .lower: return low
      case .higher: return high
      case .nearest: return order.column(Int(place.rounded(.toNearestOrEven)))
      case .midpoint: return share == 0 ? low : low + (high - low) * 0.5
      case .linear:
        // From the nearer one: exact at both ends.
        if share == 0 { return low }
        return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share)
      }
    }
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    if q.isEmpty { return Tensor(zeros: result.inserting(0, at: 0)) }
    return order.withNaN(in: .stacked(columns)).reshaped(to: result.inserting(q.count, at: 0))
  }

  /// The median of all elements, or along axes: the one in the middle of the sorted order, or the
  /// mean of both. NaN if any element is. Differentiable.
  ///
  /// - Parameters:
  ///   - axes: The axes along which it is taken; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether these axes stay, with extent 1.
  public func median(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "median")
    let order = sortedRows(along: axes, of: "median")
    let extent = order.shape[1]
    let high = order.column(extent / 2)
    let middle = extent % 2 == 1 ? high : (order.column(extent / 2 - 1) + high) * 0.5
    return order.withNaN(in: middle)
      .reshaped(to: shape.reduced(along: axes, keepingAxes: keepingAxes))
  }

  /// The median along one axis.
  public func median(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    median(along: [axis], keepingAxes: keepingAxes)
  }

  /// A row for each result of a reduction along ascending axes, with its elements in order.
  private func sortedRows(along axes: [Int], of operation: StaticString) -> Tensor {
    let extent = axes.reduce(1) { $0 * shape[$1] }
    let rows = shape.reduced(along: axes, keepingAxes: false).elementCount
    precondition(
      extent > 0 || rows == 0, "\(operation) of no elements, along \(axes) of shape \(shape)")
    return movingToEnd(axes).reshaped(to: Shape(rows, Swift.max(extent, 1))).sorted()
  }

  /// An element of each row.
  private func column(_ index: Int) -> Tensor { self[.all, .position(index)] }

  /// Results with NaN where a sorted row ends with it.
  private func withNaN(in results: Tensor) -> Tensor {
    let isNaN = detached().column(shape[1] - 1).isNaN()
    return isNaN.any() ? Tensor.where(isNaN, .nan, results) : results
  }
}
