/// The settings that a search varies.
///
/// ```swift
/// let space = SearchSpace([
///   SearchAxis("hidden", [64, 128]),
///   SearchAxis("learning rate", .logarithmic(1e-3, 1e-1)),
/// ])
/// let trials = try space.random(20, using: &rng)
/// ```
public struct SearchSpace: Sendable, Hashable {
  /// The settings, each with what it may be.
  public let axes: [SearchAxis]

  /// A space of one axis or more, whose names differ.
  public init(_ axes: [SearchAxis]) {
    precondition(
      !axes.isEmpty && Set(axes.map(\.name)).count == axes.count,
      "a search needs axes with different names, got \(axes.map(\.name))")
    self.axes = axes
  }

  /// Every combination of the axes' values, the last axis changing fastest.
  ///
  /// - Throws: ``SearchError/rangeInGrid(axis:)`` if an axis is a range, which has no values to
  ///   go through, and ``SearchError/tooManyTrials(limit:)`` beyond a million.
  public func grid() throws(SearchError) -> [Trial] {
    var combinations: [[SearchValue]] = [[]]
    for axis in axes {
      guard let values = axis.values else { throw .rangeInGrid(axis: axis.name) }
      guard combinations.count * values.count <= Self.mostTrials else {
        throw .tooManyTrials(limit: Self.mostTrials)
      }
      combinations = combinations.flatMap { start in values.map { start + [$0] } }
    }
    return trials(combinations)
  }

  /// Combinations that are drawn, each value on its own; no two are the same.
  ///
  /// The first trials of a larger number are the trials of a smaller one.
  ///
  /// Bergstra and Bengio, "Random search for hyper-parameter optimization" (2012).
  ///
  /// - Throws: ``SearchError/tooManyTrials(limit:)`` if there are not that many combinations, or
  ///   beyond a million.
  public func random(
    _ count: Int, using rng: inout some RandomNumberGenerator
  ) throws(SearchError) -> [Trial] {
    precondition(count >= 0, "a random search needs a number of 0 or more, got \(count)")
    let limit = min(combinationCount ?? .max, Self.mostTrials)
    guard count <= limit else { throw .tooManyTrials(limit: limit) }
    var combinations: [[SearchValue]] = []
    var known: Set<[SearchValue]> = []
    while combinations.count < count {
      let drawn = axes.map { $0.draw(using: &rng) }
      if known.insert(drawn).inserted { combinations.append(drawn) }
    }
    return trials(combinations)
  }

  private static let mostTrials = 1_000_000

  /// How many combinations there are; nil if no number holds it.
  private var combinationCount: Int? {
    var product = 1
    for axis in axes {
      guard let count = axis.count else { return nil }
      let (next, overflow) = product.multipliedReportingOverflow(by: count)
      if overflow { return nil }
      product = next
    }
    return product
  }

  private func trials(_ combinations: [[SearchValue]]) -> [Trial] {
    let names = axes.map(\.name)
    return combinations.enumerated().map { index, values in
      Trial(number: index + 1, names: names, values: values)
    }
  }
}
