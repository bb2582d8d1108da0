/// The trials of a search that have ended, and what they say of each setting.
public struct SearchResults: Sendable, Hashable {
  /// The results in the order of the trials' numbers.
  public let results: [TrialResult]

  /// The result with the highest score, of equals that with the lowest loss, then the earliest; nil if
  /// all trials have diverged.
  public var best: TrialResult? { Self.best(of: results) }

  /// The results from the best to the worst; last those that diverged, or whose score is NaN, in the
  /// order of the trials' numbers.
  public var ranked: [TrialResult] {
    let isScored = { (result: TrialResult) in result.score.map { !$0.value.isNaN } ?? false }
    return results.filter(isScored).sorted { $0.isBetter(than: $1) }
      + results.filter { !isScored($0) }
  }

  /// The results of these trials.
  public init(_ results: [TrialResult]) {
    self.results = results.sorted { $0.trial.number < $1.trial.number }
  }

  /// The trials that diverged.
  public var diverged: [TrialResult] { results.filter { $0.score == nil } }

  /// For each value of a setting, in the order in which they were tried, the best of the trials
  /// that have it; nil if all of them have diverged.
  public func best(by name: String) -> [(value: SearchValue, best: TrialResult?)] {
    values(of: name).map { value in
      (value, Self.best(of: results.filter { $0.trial[name] == value }))
    }
  }

  /// The trials that differ from the best at most in one setting, in the order of their numbers.
  public func aroundBest(by name: String) -> [TrialResult] {
    guard let best = best?.trial else { return [] }
    return results.filter { result in
      best.names.allSatisfy { $0 == name || result.trial[$0] == best[$0] }
    }
  }

  /// The values of a setting, in the order in which they were tried.
  private func values(of name: String) -> [SearchValue] {
    var known: Set<SearchValue> = []
    return results.map { $0.trial[name] }.filter { known.insert($0).inserted }
  }

  private static func best(of results: [TrialResult]) -> TrialResult? {
    var best: TrialResult?
    for result in results where result.isBetter(than: best) { best = result }
    return best
  }
}
