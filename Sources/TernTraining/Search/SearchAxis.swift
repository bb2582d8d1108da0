#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A setting that a search varies, and what it may be.
public struct SearchAxis: Sendable, Hashable {
  /// The setting's name.
  public let name: String
  /// What the setting may be.
  public let candidates: Candidates

  /// The values of a setting that a search may choose from.
  public enum Candidates: Sendable, Hashable {
    /// These values.
    case values([SearchValue])
    /// Whole numbers from the first to the second, all equally likely.
    case integers(Int, Int)
    /// Numbers between the first and the second, all equally likely.
    case uniform(Double, Double)
    /// Numbers between the first and the second whose logarithms are equally likely, as suits
    /// learning rates: both bounds are above 0.
    case logarithmic(Double, Double)
  }

  /// An axis with some values to try.
  public init(_ name: String, _ values: [SearchValue]) { self.init(name, .values(values)) }

  /// An axis with candidates.
  ///
  /// A list must have a value and no value twice; a range's bounds must be finite and in order.
  public init(_ name: String, _ candidates: Candidates) {
    let isValid =
      switch candidates {
      case .values(let values): !values.isEmpty && Set(values).count == values.count
      case .integers(let low, let high): low <= high
      case .uniform(let low, let high): low < high && (high - low).isFinite
      case .logarithmic(let low, let high): 0 < low && low < high && high.isFinite
      }
    precondition(
      isValid, "a search's axis '\(name)' needs candidates that differ, in order, got \(candidates)"
    )
    self.name = name
    self.candidates = candidates
  }

  /// The values to try one after another; nil for a range.
  public var values: [SearchValue]? {
    guard case .values(let values) = candidates else { return nil }
    return values
  }

  /// How many different values there are; nil for a range of numbers that are not whole.
  var count: Int? {
    switch candidates {
    case .values(let values): return values.count
    case .integers(let low, let high):
      let (distance, overflow) = high.subtractingReportingOverflow(low)
      return overflow || distance == .max ? nil : distance + 1
    case .uniform, .logarithmic: return nil
    }
  }

  /// A value, drawn.
  func draw(using rng: inout some RandomNumberGenerator) -> SearchValue {
    switch candidates {
    case .values(let values): values[Int.random(in: values.indices, using: &rng)]
    case .integers(let low, let high): .number(Double(Int.random(in: low...high, using: &rng)))
    case .uniform(let low, let high): .number(.random(in: low...high, using: &rng))
    case .logarithmic(let low, let high):
      // Rounding may lead past a bound.
      .number(min(max(exp(.random(in: log(low)...log(high), using: &rng)), low), high))
    }
  }
}
