/// A learning rate that falls when a metric has stopped getting better.
///
/// ```swift
/// var plateau = ReduceOnPlateau(0.1, patience: 5)
/// for epoch in 0..<100 {
///   …
///   optimizer.learningRate = Float(plateau.rate(after: validationLoss))
/// }
/// ```
///
/// The metric is shown once in a step, usually an epoch. A metric is better than the best so far if
/// it beats it by more than the part `threshold` of it; NaN is never better. After more than
/// `patience` steps without a better one the rate is multiplied by `factor`; then, for `cooldown`
/// steps, nothing is counted. These are PyTorch's rules.
public struct ReduceOnPlateau: Sendable, Hashable, Codable {
  /// Which metrics are better.
  public enum Goal: String, Sendable, Hashable, Codable {
    /// Lower ones, such as a loss.
    case lower
    /// Higher ones, such as an accuracy.
    case higher
  }

  /// The rate now.
  public private(set) var rate: Double
  /// The best metric so far; nil before the first.
  public private(set) var best: Double?
  private var badSteps = 0
  private var coolingSteps = 0

  private let goal: Goal
  private let factor: Double
  private let patience: Int
  private let threshold: Double
  private let cooldown: Int
  private let minimum: Double

  /// A schedule that begins at `rate`.
  ///
  /// - Parameters:
  ///   - rate: The first rate.
  ///   - goal: Which metrics are better.
  ///   - factor: What the rate is multiplied by, less than 1.
  ///   - patience: How many steps in a row may pass without a better metric.
  ///   - threshold: By what part of the best metric a better one must beat it.
  ///   - cooldown: How many steps after a reduction are not counted.
  ///   - minimum: The rate does not fall below this.
  public init(
    _ rate: Double, goal: Goal = .lower, factor: Double = 0.1, patience: Int = 10,
    threshold: Double = 1e-4, cooldown: Int = 0, minimum: Double = 0
  ) {
    precondition(
      factor > 0 && factor < 1, "ReduceOnPlateau needs a factor between 0 and 1, got \(factor)")
    precondition(
      patience >= 0 && cooldown >= 0 && threshold >= 0,
      "ReduceOnPlateau needs patience, cooldown and threshold of 0 or more, got \(patience), "
        + "\(cooldown) and \(threshold)")
    self.rate = rate
    self.goal = goal
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.cooldown = cooldown
    self.minimum = minimum
  }

  /// Takes the metric of the step that has just ended and gives the rate for the next.
  public mutating func rate(after metric: Double) -> Double {
    if isBetter(metric) {
      best = metric
      badSteps = 0
    } else {
      badSteps += 1
    }
    if coolingSteps > 0 {
      coolingSteps -= 1
      badSteps = 0
    }
    if badSteps > patience {
      let reduced = max(rate * factor, minimum)
      // A smaller change is not worth making.
      if rate - reduced > 1e-8 { rate = reduced }
      coolingSteps = cooldown
      badSteps = 0
    }
    return rate
  }

  private func isBetter(_ metric: Double) -> Bool {
    guard let best else { return !metric.isNaN }
    return switch goal {
    case .lower: metric < best * (1 - threshold)
    case .higher: metric > best * (1 + threshold)
    }
  }
}
