import Tern

extension Call {
  /// Running sums, order statistics, histograms, and how variables vary together.
  func statistics<S: FloatingScalar>(_: S.Type) -> (any Outcome)? {
    let x: Tensor<S> = operand()
    let (axes, axis, keeping) = (integersIfGiven("axes"), integer("axis"), flag("keeping"))
    switch function {
    case "cumulativeSum": return x.cumulativeSum(along: axis, includingInitial: flag("initial"))
    case "cumulativeProduct":
      return x.cumulativeProduct(along: axis, includingInitial: flag("initial"))
    case "linearRecurrence": return x.linearRecurrence(factors: operand(1), along: axis)
    case "diff": return x.diff(count: integer("count"), along: axis)
    case "quantile":
      return x.quantile(
        number("q"), along: axes, keepingAxes: keeping, interpolation: interpolation)
    case "median": return x.median(along: axes, keepingAxes: keeping)
    case "covariance": return x.covariance(correction: integer("correction"))
    case "correlation": return x.correlation()
    default: return histogram(x)
    }
  }

  private func histogram<S: FloatingScalar>(_ x: Tensor<S>) -> (any Outcome)? {
    let bins = integer("bins")
    func bounds() -> ClosedRange<S> { S(integer("low"))...S(integer("high")) }
    switch function {
    case "histogram":
      let found = x.histogram(bins: bins, range: bounds())
      return [AnyTensor(found.counts), AnyTensor(found.edges)]
    case "weightedHistogram":
      let found = x.histogram(bins: bins, range: bounds(), weights: operand(1))
      return [found.sums, found.edges]
    case "histogramOfEdges": return x.histogram(edges: operand(1))
    case "histogramDensity":
      let found = x.histogramDensity(bins: bins, range: bounds())
      return [found.density, found.edges]
    default: return nil
    }
  }

  private var interpolation: QuantileInterpolation {
    switch word("method") {
    case "lower": .lower
    case "higher": .higher
    case "midpoint": .midpoint
    case "nearest": .nearest
    default: .linear
    }
  }

  /// What belongs to the numbers 0, 1, … that the first operand has.
  func bins() -> (any Outcome)? {
    let x: Tensor<Int32> = operand()
    switch (function, operands.last?.scalarType) {
    case ("binCounts", _): return x.binCounts(minimumLength: integer("least"))
    case ("binSums", .float32):
      return x.binSums(weights: operand(1, as: Float.self), minimumLength: integer("least"))
    case ("binSums", .float64):
      return x.binSums(weights: operand(1, as: Double.self), minimumLength: integer("least"))
    default: return nil
    }
  }
}
