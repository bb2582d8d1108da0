extension LearningRateSchedule {
  /// One cycle: up to a high rate and down to a very low one, along half cosine waves.
  ///
  /// The rate rises from maximum / initialDivisor to the maximum and then falls to the last rate,
  /// initialDivisor · finalDivisor times below the maximum; with three phases it falls to the
  /// initial rate first, as steeply as it rose. After the last step it stays where it is. The
  /// defaults are PyTorch's. Smith and Topin, "Super-convergence: very fast training of neural
  /// networks using large learning rates" (2019).
  ///
  /// - Parameters:
  ///   - maximum: The highest rate.
  ///   - length: The number of steps of the whole cycle.
  ///   - risingFraction: The part of the steps for which the rate rises.
  ///   - initialDivisor: How many times lower the first rate is than the maximum.
  ///   - finalDivisor: How many times lower the last rate is than the first.
  ///   - inThreePhases: Whether a phase that falls to the initial rate comes between.
  public static func oneCycle(
    maximum: Double, over length: Int, risingFraction: Double = 0.3, initialDivisor: Double = 25,
    finalDivisor: Double = 10_000, inThreePhases: Bool = false
  ) -> LearningRateSchedule {
    precondition(length > 0, "a cycle needs a length of 1 or more, got \(length)")
    precondition(
      risingFraction >= 0 && risingFraction <= 1 && (!inThreePhases || risingFraction <= 0.5),
      "a cycle's rising fraction is within 0 ... 1, or 0 ... 0.5 in three phases, got "
        + "\(risingFraction)")
    precondition(
      initialDivisor > 0 && finalDivisor > 0,
      "a cycle's divisors are positive, got \(initialDivisor) and \(finalDivisor)")
    let initial = maximum / initialDivisor
    let last = initial / finalDivisor
    let peak = risingFraction * Double(length) - 1
    let end = Double(length - 1)
    // Each phase: where it ends, and the rate there.
    let phases =
      inThreePhases
      ? [(peak, maximum), (2 * peak, initial), (end, last)] : [(peak, maximum), (end, last)]
    return LearningRateSchedule { t in
      var (start, from) = (0.0, initial)
      let step = Double(t)
      for (end, to) in phases {
        if step <= end, end > start {
          return halfCosine(from: from, to: to, at: (step - start) / (end - start))
        }
        (start, from) = (end, to)
      }
      return last
    }
  }
}
