import TernKernels

// Counting elements in bins.

extension Tensor where Scalar: FloatingScalar {
  /// How many elements are in each of some bins of equal width, NumPy's `histogram`.
  ///
  /// - Parameters:
  ///   - bins: The number of bins, at least 1.
  ///   - range: The lower edge of the first bin and the upper one of the last; by default the least
  ///     and the greatest element, which then are finite. An empty range gets a width of 1. Elements
  ///     outside, and NaN, are not counted.
  /// - Returns: The counts, and the bins + 1 edges. A bin has its lower edge, the last one its upper
  ///   edge, too.
  public func histogram(
    bins: Int = 10, range: ClosedRange<Scalar>? = nil
  ) -> (counts: Tensor<Int64>, edges: Tensor) {
    let edges = histogramEdges(bins: bins, range: range)
    return (binPlaces(edges).positiveCounts(bins), edges)
  }

  /// The sums of the weights of the elements in each of some bins of equal width. Differentiable in
  /// the weights, which have the shape of the tensor.
  public func histogram(
    bins: Int = 10, range: ClosedRange<Scalar>? = nil, weights: Tensor
  ) -> (sums: Tensor, edges: Tensor) {
    let edges = histogramEdges(bins: bins, range: range)
    return (sums(of: weights, at: binPlaces(edges), bins), edges)
  }

  /// How many elements are in each of the bins between ascending edges.
  public func histogram(edges: Tensor) -> Tensor<Int64> {
    precondition(
      edges.rank == 1 && edges.count >= 2 && edges.diff().min().scalar >= 0,
      "a histogram needs two ascending edges or more, got shape \(edges.shape)")
    // Before an edge are the elements that are less; before the last one those that equal it, too.
    let sorted = detached().flattened().sorted()
    let before = sorted.searchSorted(edges.detached()).asType(Int64.self).scalars
    let last = sorted.searchSorted(edges.detached()[(-1)...], fromRight: true).scalars[0]
    let ends = before.dropFirst().dropLast() + [Int64(last)]
    return Tensor<Int64>(zip(before, ends).map { $1 - $0 })
  }

  /// The density of the elements in each of some bins of equal width: shares of their number, or of
  /// the sum of their weights, divided by the width. Its integral over the range is 1.
  public func histogramDensity(
    bins: Int = 10, range: ClosedRange<Scalar>? = nil, weights: Tensor? = nil
  ) -> (density: Tensor, edges: Tensor) {
    let edges = histogramEdges(bins: bins, range: range)
    let places = binPlaces(edges)
    let sums =
      weights.map { self.sums(of: $0, at: places, bins) }
      ?? places.positiveCounts(bins).asType(Scalar.self)
    return (sums / (sums.sum() * edges.diff()), edges)
  }

  private func histogramEdges(bins: Int, range: ClosedRange<Scalar>?) -> Tensor {
    precondition(
      bins >= 1 && bins < Shape.maximumExtent, "a histogram needs 1 bin or more, got \(bins)")
    var (low, high) = (range?.lowerBound ?? 0, range?.upperBound ?? 1)
    if range == nil && !isEmpty { (low, high) = (detached().min().scalar, detached().max().scalar) }
    precondition(
      low.isFinite && high.isFinite, "a histogram needs finite bounds, got \(low) and \(high)")
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    return Tensor(linspace: low, high, count: bins + 1)
  }

  /// The bin of each element, −1 for those outside.
  private func binPlaces(_ edges: Tensor) -> Tensor<Int32> {
    Tensor<Int32>(uninitialized: Shape(count)) { places in
      ThreadPool.shared.split(count, grain: Grain.elementary) { range in
        Counting.binPlaces(
          type: Scalar.scalarType.rawValue, count: range.count, pointer + range.lowerBound,
          bins: edges.count - 1, edges: edges.pointer, places + range.lowerBound)
      }
    }
  }

  private func sums(of weights: Tensor, at places: Tensor<Int32>, _ bins: Int) -> Tensor {
    precondition(
      weights.shape == shape,
      "histogram: weights of shape \(weights.shape) do not fit elements of shape \(shape)")
    // What is outside goes to a place of its own behind the last one.
    let inside = Tensor<Int32>.where(places .< 0, Int32(bins), places)
    return Tensor(zeros: Shape(bins + 1)).addingScattered(weights.flattened(), at: inside)[..<bins]
  }
}

extension Tensor<Int32> {
  /// How often each of the numbers 0, 1, … occurs among these, NumPy's `bincount`.
  ///
  /// - Parameter minimumLength: How many numbers are counted at least; more if there are greater
  ///   ones. None of the elements is negative.
  public func binCounts(minimumLength: Int = 0) -> Tensor<Int64> {
    positiveCounts(checkedLength(minimumLength))
  }

  /// The sums of weights, one for each element, that belong to each of the numbers 0, 1, …
  /// Differentiable in the weights.
  public func binSums<S: FloatingScalar>(
    weights: Tensor<S>, minimumLength: Int = 0
  ) -> Tensor<S> {
    precondition(
      weights.shape == shape,
      "binSums: weights of shape \(weights.shape) do not fit elements of shape \(shape)")
    return Tensor<S>(zeros: Shape(checkedLength(minimumLength)))
      .addingScattered(weights.flattened(), at: flattened())
  }

  private func checkedLength(_ minimumLength: Int) -> Int {
    guard count > 0 else { return minimumLength }
    let range = Memory.range(ofIndices: pointer, count: count)
    precondition(
      range.lowerBound >= 0, "bins have the numbers from 0, got \(range.lowerBound)")
    return Swift.max(minimumLength, Int(range.upperBound) + 1)
  }

  /// How often each of the numbers below `bins` occurs; negative ones are not counted.
  fileprivate func positiveCounts(_ bins: Int) -> Tensor<Int64> {
    let counts = Tensor<Int64>(zeros: Shape(bins))
    Counting.count(count: count, pointer, counts.mutablePointer)
    return counts
  }
}
