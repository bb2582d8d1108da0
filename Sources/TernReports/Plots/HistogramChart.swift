import Tern

/// How many numbers fall between equally spaced bounds.
public struct Histogram: Sendable, Hashable {
  /// The lower bound of the first bin.
  public let low: Double
  /// The upper bound of the last bin, which includes it.
  public let high: Double
  /// The numbers in each bin.
  public let counts: [Int]
  /// The numbers that are infinite or NaN, and in no bin.
  public let notFinite: Int

  /// The histogram of the elements of a tensor. Equal elements are in the middle bin of a range of
  /// width 1.
  public init<Scalar: FloatingScalar>(of tensor: Tensor<Scalar>, bins: Int = 40) {
    self.init(of: tensor.finiteElements, among: tensor.count, bins: bins)
  }

  /// The histogram of the finite numbers among `total`.
  init(of finite: [Double], among total: Int, bins: Int = 40) {
    precondition(bins >= 1, "a histogram needs 1 bin or more, got \(bins)")
    var (low, high) = (finite.min() ?? -0.5, finite.max() ?? 0.5)
    // A range that a double cannot divide is widened.
    if !(high / 2 - low / 2 > max(abs(low), abs(high)) * 1e-12) {
      let half = max(0.5, abs(low) * 1e-6)
      (low, high) = (low - half, high + half)
    }
    var counts = [Int](repeating: 0, count: bins)
    for x in finite {
      let share = (x / 2 - low / 2) / (high / 2 - low / 2)
      counts[min(max(Int(share * Double(bins)), 0), bins - 1)] += 1
    }
    self.low = low
    self.high = high
    self.counts = counts
    notFinite = total - finite.count
  }

  /// The lower bound of a bin, or the upper bound of the last one.
  public func bound(_ index: Int) -> Double {
    let share = Double(index) / Double(counts.count)
    return low * (1 - share) + high * share
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The finite elements, in the type in which all figures are reckoned: code for any type would take
  /// a hundred times as long for each of millions.
  var finiteElements: [Double] { detached().asType(Double.self).scalars.filter(\.isFinite) }
}

/// Bars as high as the numbers in each bin.
public struct HistogramChart: Chart {
  /// The title.
  public var title: String
  /// What the numbers are, with their unit.
  public var xLabel: String
  /// The bins.
  public var histogram: Histogram
  /// Which of the common colours the bars have.
  public var color: Int

  /// A chart of a histogram.
  public init(title: String, xLabel: String = "value", histogram: Histogram, color: Int = 0) {
    self.title = title
    self.xLabel = xLabel
    self.histogram = histogram
    self.color = color
  }

  /// Adds the commands that draw the bars.
  public func draw(in script: inout GnuplotScript) {
    let odd = histogram.notFinite
    let heading = odd == 0 ? title : "\(title), \(odd) not finite"
    script.add("set title \(GnuplotScript.quoted(heading, limit: 50)) font ',13'")
    script.add("set xlabel \(GnuplotScript.quoted(xLabel))")
    script.add("set ylabel 'count'")
    let greatest = Double(histogram.counts.max() ?? 0)
    let step = PlotStyle.tickStep(histogram.high - histogram.low, atMost: 5)
    script.add("set xrange [\(histogram.low):\(histogram.high)]")
    script.add("set xtics \(step)")
    script.add("set yrange [0:\(max(1, greatest * 1.05))]")
    script.add("set ytics \(PlotStyle.tickStep(max(1, greatest), atMost: 5, whole: true))")
    script.add("set format '%.6g'")
    let block = script.data(
      histogram.counts.enumerated().map { index, count in
        let (low, high) = (histogram.bound(index), histogram.bound(index + 1))
        return [low / 2 + high / 2, 0, low, high, 0, Double(count)]
      })
    let color = PlotStyle.colors[color % PlotStyle.colors.count]
    script.add(
      "plot \(block) using 1:2:3:4:5:6 with boxxyerror fs solid 0.85 lw 0.6 lc rgb '\(color)' "
        + "notitle")
  }
}
