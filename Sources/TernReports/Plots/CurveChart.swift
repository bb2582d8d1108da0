/// A line through points.
public struct Curve: Sendable, Hashable {
  /// What the legend calls it.
  public var name: String
  /// The horizontal positions.
  public var x: [Double]
  /// The heights; what is not finite interrupts the line.
  public var y: [Double]

  /// A line through the points (x, y).
  public init(name: String, x: [Double], y: [Double]) {
    precondition(
      x.count == y.count, "curve '\(name)' has \(x.count) positions and \(y.count) heights")
    self.name = name
    self.x = x
    self.y = y
  }

  /// A line through values at 1, 2, 3, …
  public init(name: String, values: [Double]) {
    self.init(name: name, x: values.indices.map { Double($0 + 1) }, y: values)
  }

  /// A curve of no more than `count` points, each the mean of as many neighbours.
  public func thinned(to count: Int) -> Curve {
    precondition(count >= 1, "thinned(to:) needs 1 point or more, got \(count)")
    let size = (x.count + count - 1) / count
    if size <= 1 { return self }
    func means(_ values: [Double]) -> [Double] {
      stride(from: 0, to: values.count, by: size).map { start in
        let part = values[start..<min(start + size, values.count)]
        return part.reduce(0, +) / Double(part.count)
      }
    }
    return Curve(name: name, x: means(x), y: means(y))
  }
}

/// How an axis is divided.
public enum AxisScale: Sendable, Hashable {
  /// Equal distances are equal differences.
  case linear
  /// Equal distances are equal ratios; what is not above 0 is left out.
  case logarithmic
  /// Logarithmic if all finite values are above 0 and the greatest is more than 50 times the
  /// smallest, linear otherwise.
  case automatic
}

/// Curves over a common axis, such as losses over epochs.
public struct CurveChart: Chart {
  /// The title.
  public var title: String
  /// What the horizontal axis shows, with its unit.
  public var xLabel: String
  /// What the vertical axis shows, with its unit.
  public var yLabel: String
  /// The curves, in the order of the legend.
  public var curves: [Curve]
  /// How the vertical axis is divided.
  public var yScale: AxisScale
  /// Whether the horizontal axis counts something, and has marks at whole numbers only.
  public var isCounting: Bool
  /// A vertical line and what the legend calls it, such as the best epoch.
  public var mark: (name: String, x: Double)?

  /// A chart of curves.
  public init(
    title: String, xLabel: String, yLabel: String, curves: [Curve], yScale: AxisScale = .linear,
    isCounting: Bool = true, mark: (name: String, x: Double)? = nil
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.curves = curves
    self.yScale = yScale
    self.isCounting = isCounting
    self.mark = mark
  }

  /// A legend of more than two rows makes the picture higher, not the axes lower.
  public var extraHeight: Int {
    let names = curves.map(\.name) + (mark.map { [$0.name] } ?? [])
    let isLong = names.contains { $0.count > 28 }
    return 18 * max(0, (isLong ? names.count : (names.count + 1) / 2) - 2)
  }

  private var isLogarithmic: Bool {
    if yScale != .automatic { return yScale == .logarithmic }
    let finite = curves.flatMap(\.y).filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return false }
    return low > 0 && high / 50 > low
  }

  /// Adds the commands that draw the curves.
  public func draw(in script: inout GnuplotScript) {
    script.add("set title \(GnuplotScript.quoted(title)) font ',15'")
    script.add("set xlabel \(GnuplotScript.quoted(xLabel))")
    script.add("set ylabel \(GnuplotScript.quoted(yLabel))")
    let isLogarithmic = isLogarithmic
    let visible = curves.map { curve in
      zip(curve.x, curve.y).map { x, y in
        x.isFinite && y.isFinite && abs(y) < 1e300 && (!isLogarithmic || y > 0) ? [x, y] : []
      }
    }
    let points = visible.flatMap(\.self).filter { !$0.isEmpty }
    setRanges(points, isLogarithmic: isLogarithmic, in: &script)
    if points.isEmpty {
      script.add("set label 1 'there is nothing to draw' at graph 0.5,0.5 center")
      script.add("plot NaN notitle")
      return
    }
    var parts: [String] = []
    for (index, curve) in curves.enumerated() {
      let count = visible[index].count { !$0.isEmpty }
      if count == 0 {
        parts.append("NaN with lines lc rgb '#ffffff' title \(legend("\(curve.name) (no values)"))")
        continue
      }
      let block = script.data(visible[index])
      // About a dozen markers a curve, at other places for each.
      let interval = max(1, count / 12)
      parts.append(
        "\(block) using 1:2 with linespoints \(PlotStyle.line(index)) pi \(interval) "
          + "title \(legend(curve.name))")
    }
    if let mark, mark.x.isFinite {
      script.add(
        "set arrow 1 from first \(mark.x),graph 0 to first \(mark.x),graph 1 nohead "
          + "lw 1.5 lc rgb '#777777' dt 3 back")
      parts.append("NaN with lines lw 1.5 lc rgb '#777777' dt 3 title \(legend(mark.name))")
    }
    script.add("plot \(parts.joined(separator: ", \\\n  "))")
  }

  private func legend(_ name: String) -> String { GnuplotScript.quoted(name, limit: 44) }

  private func setRanges(
    _ points: [[Double]], isLogarithmic: Bool, in script: inout GnuplotScript
  ) {
    let x = PlotStyle.range(points.map { $0[0] }, room: 0.015)
    script.add("set xrange [\(x.lowerBound):\(x.upperBound)]")
    if isCounting {
      let step = PlotStyle.tickStep(x.upperBound - x.lowerBound, atMost: 10, whole: true)
      script.add("set xtics \(step)")
    }
    script.add("set format x '%.10g'")
    let y = points.map { $0[1] }
    if isLogarithmic {
      script.add("set logscale y")
      let low = y.min() ?? 1
      let high = y.max() ?? 1
      script.add("set yrange [\(low / 1.2):\(high * 1.2)]")
      // Fewer than two powers of ten need marks between them.
      if high / low < 100 { script.add("set ytics add (2, 5, 0.2, 0.5, 0.02, 0.05, 20, 50)") }
      script.add("set format y '%g'")
    } else {
      let range = PlotStyle.range(y)
      script.add("set yrange [\(range.lowerBound):\(range.upperBound)]")
    }
  }
}
