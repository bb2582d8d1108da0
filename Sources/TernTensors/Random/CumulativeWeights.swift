/// Running sums of weights, in which categories are looked up in logarithmic time.
struct CumulativeWeights {
  private var sums: [Double]
  private var lastPositive = -1  // the category drawn where rounding leads past the last sum

  /// - Precondition: Weights are finite and not negative, and one is positive.
  init(summing weights: [Double], for operation: StaticString) {
    sums = weights
    var sum = 0.0
    for (category, weight) in weights.enumerated() {
      precondition(
        weight >= 0 && weight.isFinite, "\(operation): weight \(weight) of category \(category)")
      if weight > 0 { lastPositive = category }
      sum += weight
      sums[category] = sum
    }
    precondition(
      lastPositive >= 0 && sum.isFinite,
      "\(operation): \(weights.count) weights that add up to \(sum)")
  }

  /// A category, with a probability in proportion to its weight: the first whose sum exceeds
  /// u times the last.
  func draw(using rng: inout Philox) -> Int {
    let sought = rng.openUniform() * sums[sums.count - 1]
    var (low, high) = (0, sums.count)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > sought { high = middle } else { low = middle + 1 }
    }
    return min(low, lastPositive)
  }
}
