#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A horizontal axis on which equal distances are equal ratios.
struct LogarithmicAxis {
  let low: Double
  let high: Double

  /// The axis of some numbers; nil unless they are above 0 and the greatest is 8 times the smallest
  /// or more, as where learning rates are tried.
  init?(_ numbers: [Double]) {
    guard let low = numbers.min(), let high = numbers.max(), low > 1e-300, high < 1e300,
      high / 8 >= low
    else { return nil }
    self.low = low
    self.high = high
  }

  /// What is left free at both ends, as a share of the numbers' distance.
  private static let room = 0.08

  /// The ratio of the greatest to the smallest number might be no number itself.
  private var logarithmicSpan: Double { log(high) - log(low) }

  /// The share of the axis between a number and a greater one.
  func distance(from number: Double, to greater: Double) -> Double {
    (log(greater) - log(number)) / logarithmicSpan / (1 + 2 * Self.room)
  }

  /// Adds the axis, with marks as logarithmic paper has them; powers of ten are named unless the
  /// caller names positions itself.
  ///
  /// - Parameter names: Commands for named marks: `"0.001" 0.001`.
  func set(in script: inout GnuplotScript, names: [String] = []) {
    let margin = exp(logarithmicSpan * Self.room)
    let (start, end) = (max(low / margin, 1e-306), min(high * margin, 1e306))
    // Fewer than two powers of ten need names between them.
    let named: Set<Int> = high / 100 < low ? [1, 2, 5] : [1]
    var marks = names
    for exponent in Int(log10(start).rounded(.down))...Int(log10(end).rounded(.down)) {
      for factor in 1...9 {
        let mark = Double("\(factor)e\(exponent)") ?? 0
        guard (start...end).contains(mark) else { continue }
        marks.append(names.isEmpty && named.contains(factor) ? "\(mark)" : "'' \(mark) 1")
      }
    }
    script.add("set logscale x")
    script.add("set xrange [\(start):\(end)]")
    script.add("set format x '%g'")
    script.add("set xtics (\(marks.joined(separator: ", ")))")
  }
}
