/// One combination of settings that a search tries.
public struct Trial: Sendable, Hashable {
  /// Its place in the search, counted from 1.
  public let number: Int
  /// The names of the settings, in the order of the search's axes.
  public let names: [String]
  /// The values of the settings, in the same order.
  public let values: [SearchValue]

  /// A trial of a search of your own: as many values as names, which differ.
  public init(number: Int, names: [String], values: [SearchValue]) {
    precondition(
      names.count == values.count && Set(names).count == names.count,
      "a trial needs a value for each of its settings, got \(names) and \(values)")
    self.number = number
    self.names = names
    self.values = values
  }

  /// The value of a setting that the search varies.
  public subscript(name: String) -> SearchValue {
    guard let index = names.firstIndex(of: name) else {
      preconditionFailure("a trial has no '\(name)', it has \(names)")
    }
    return values[index]
  }
}

extension Trial: CustomStringConvertible {
  /// "hidden 64, l2 0.001".
  public var description: String {
    zip(names, values).map { "\($0) \($1)" }.joined(separator: ", ")
  }
}

/// How good a trial is.
public struct TrialScore: Sendable, Hashable {
  /// What the best trial has most of, such as the accuracy on the validation set.
  public var value: Double
  /// What tells trials of the same value apart: the lower loss is the better one.
  public var loss: Double?
  /// What else was measured, by name.
  public var figures: [String: Double]

  /// A score, the loss that goes with it, and what else was measured.
  public init(_ value: Double, loss: Double? = nil, figures: [String: Double] = [:]) {
    self.value = value
    self.loss = loss
    self.figures = figures
  }
}

/// What became of a trial.
public struct TrialResult: Sendable, Hashable {
  /// The trial.
  public let trial: Trial
  /// How it ended.
  public let outcome: Outcome
  /// How long it took.
  public let seconds: Double

  /// How a trial ended.
  public enum Outcome: Sendable, Hashable {
    /// It has a score.
    case finished(TrialScore)
    /// The loss became infinite or NaN at this step.
    case diverged(step: Int, loss: Double)
  }

  /// The result of a trial of your own.
  public init(_ trial: Trial, _ outcome: Outcome, seconds: Double) {
    self.trial = trial
    self.outcome = outcome
    self.seconds = seconds
  }

  /// The score; nil if the trial has diverged.
  public var score: TrialScore? {
    guard case .finished(let score) = outcome else { return nil }
    return score
  }

  /// Whether this trial is the one to choose of the two: the higher score, the lower loss of equal
  /// scores, the earlier trial if that is equal, too. One that diverged, or whose score is NaN, is
  /// never chosen.
  func isBetter(than other: TrialResult?) -> Bool {
    guard let score, !score.value.isNaN else { return false }
    guard let other, let otherScore = other.score, !otherScore.value.isNaN else { return true }
    if score.value != otherScore.value { return score.value > otherScore.value }
    let (loss, otherLoss) = (score.comparableLoss, otherScore.comparableLoss)
    return loss == otherLoss ? trial.number < other.trial.number : loss < otherLoss
  }
}

extension TrialScore {
  /// The loss; one that is missing or NaN is above all others.
  fileprivate var comparableLoss: Double { loss.flatMap { $0.isNaN ? nil : $0 } ?? .infinity }
}
