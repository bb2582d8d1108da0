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
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    if q.isEmpty { return Tensor(zeros: result.inserting(0, at: 0)) }
    let rows = rows(along: axes, of: "quantile")
    let places = q.map { OrderPlace($0 * Double(rows.shape[1] - 1)) }
    let elements = rows.elements(atPlaces: places.flatMap { [$0.low, $0.high] })
    let quantiles = places.enumerated().map { index, place in
      place.interpolate(elements[2 * index], elements[2 * index + 1], interpolation)
    }
    return rows.withNaN(in: .stacked(quantiles)).reshaped(to: result.inserting(q.count, at: 0))
  }

  /// The median of all elements, or along axes: the one in the middle of the sorted order, or the
  /// mean of both. NaN if any element is. Differentiable.
  ///
  /// - Parameters:
  ///   - axes: The axes along which it is taken; all if nil. Negative ones count from the last.
  ///   - keepingAxes: Whether these axes stay, with extent 1.
  public func median(along axes: [Int]? = nil, keepingAxes: Bool = false) -> Tensor {
    let axes = shape.axes(axes, of: "median")
    let rows = rows(along: axes, of: "median")
    let extent = rows.shape[1]
    let elements = rows.elements(atPlaces: [(extent - 1) / 2, extent / 2])
    let middle = extent % 2 == 1 ? elements[1] : (elements[0] + elements[1]) * 0.5
    return rows.withNaN(in: middle)
      .reshaped(to: shape.reduced(along: axes, keepingAxes: keepingAxes))
  }

  /// The median along one axis.
  public func median(along axis: Int, keepingAxes: Bool = false) -> Tensor {
    median(along: [axis], keepingAxes: keepingAxes)
  }
}

/// A place in a sorted order, perhaps between two elements.
private struct OrderPlace {
  private let place: Double

  init(_ place: Double) { self.place = place }

  var low: Int { Int(place.rounded(.down)) }
  var high: Int { Int(place.rounded(.up)) }

  /// What is there, from the elements at both places.
  func interpolate<Scalar: FloatingScalar>(
    _ a: Tensor<Scalar>, _ b: Tensor<Scalar>, _ interpolation: QuantileInterpolation
  ) -> Tensor<Scalar> {
    if low == high { return a }
    switch interpolation {
    case .lower: return a
    case .higher: return b
    case .nearest: return Int(place.rounded(.toNearestOrEven)) == low ? a : b
    case .midpoint: return a + (b - a) * 0.5
    case .linear:
      // From the nearer one: exact at both ends.
      let share = Scalar(double: place - Double(low))
      return share < 0.5 ? a + (b - a) * share : b - (b - a) * (1 - share)
    }
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// A row for each result of a reduction along ascending axes.
  private func rows(along axes: [Int], of operation: StaticString) -> Tensor {
    let extent = axes.reduce(1) { $0 * shape[$1] }
    let rows = shape.reduced(along: axes, keepingAxes: false).elementCount
    precondition(
      extent > 0 || rows == 0, "\(operation) of no elements, along \(axes) of shape \(shape)")
    return movingToEnd(axes).reshaped(to: Shape(rows, Swift.max(extent, 1)))
  }

  /// The elements of each row that have these places in the row's order.
  private func elements(atPlaces places: [Int]) -> [Tensor] {
    if erased.node != nil {
      let sorted = sorted()
      return places.map { sorted[.all, .position($0)] }
    }
    // A few elements are found faster than all are sorted.
    let ascending = Set(places).sorted()
    let found = Tensor(uninitialized: Shape(shape[0], ascending.count)) { y in
      let extent = shape[1]
      ThreadPool.shared.split(shape[0], grain: Swift.max(1, Sorting.grain / extent)) { range in
        let keys = Tensor(uninitialized: Shape(extent)) { _ in }
        for row in range {
          Sorting.select(
            type: Scalar.scalarType.rawValue, places: ascending, count: extent,
            pointer + row * extent, keys: keys.mutablePointer, y + row * ascending.count)
        }
      }
    }
    return places.map { place in
      found[.all, .position(ascending.firstIndex(of: place) ?? 0)]
    }
  }

  /// Results with NaN where it is in a row.
  private func withNaN(in results: Tensor) -> Tensor {
    let isNaN = detached().max(along: 1).isNaN()
    return isNaN.any() ? Tensor.where(isNaN, .nan, results) : results
  }
}
