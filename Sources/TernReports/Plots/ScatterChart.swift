/// Points at any positions, such as the accuracy of each trial of a random search.
public struct ScatterChart: Chart {
  /// The title.
  public var title: String
  /// What the horizontal axis shows, with its unit.
  public var xLabel: String
  /// What the vertical axis shows, with its unit.
  public var yLabel: String
  /// The points, each with what the legend calls it and its kind; those of a kind look alike.
  public var series: [(name: String, points: [(x: Double, y: Double)])]
  /// Positions without a height, such as trials that diverged, which are marked below all points.
  public var missing: (name: String, x: [Double])?

  /// A chart of points. What is not finite is left out.
  public init(
    title: String, xLabel: String, yLabel: String,
    series: [(name: String, points: [(x: Double, y: Double)])],
    missing: (name: String, x: [Double])? = nil
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.series = series
    self.missing = missing
  }

  /// Room for a legend.
  public var extraHeight: Int { 40 }

  /// Adds the commands that draw the points.
  public func draw(in script: inout GnuplotScript) {
    script.add("set title \(GnuplotScript.quoted(title, limit: 70)) font ',15'")
    script.add("set xlabel \(GnuplotScript.quoted(xLabel))")
    script.add("set ylabel \(GnuplotScript.quoted(yLabel))")
    script.add("set format '%g'")
    let visible = series.map { series in
      series.points.map { [$0.x, $0.y] }.filter { $0.allSatisfy { abs($0) < 1e300 } }
    }
    let absent = (missing?.x ?? []).filter { abs($0) < 1e300 }
    let points = visible.flatMap(\.self)
    let x = points.map { $0[0] } + absent
    if x.isEmpty {
      script.add("set label 1 'there is nothing to draw' at graph 0.5,0.5 center")
      script.add("set xrange [0:1]")
      script.add("set yrange [0:1]")
      script.add("plot NaN notitle")
      return
    }
    if let scale = LogarithmicAxis(x) {
      scale.set(in: &script)
    } else {
      let range = PlotStyle.range(x)
      script.add("set xrange [\(range.lowerBound):\(range.upperBound)]")
    }
    // The lowest tenth is for what has no height.
    let range = PlotStyle.range(points.map { $0[1] }, room: absent.isEmpty ? 0.06 : 0.14)
    let (low, high) = (range.lowerBound, range.upperBound)
    script.add("set yrange [\(low):\(high)]")
    var parts: [String] = []
    for (index, points) in visible.enumerated() where !points.isEmpty {
      parts.append(
        "\(script.data(points)) using 1:2 with points \(PlotStyle.point(index)) "
          + "title \(GnuplotScript.quoted(series[index].name, limit: 44))")
    }
    if let missing, !absent.isEmpty {
      let height = low + (high - low) * 0.04
      parts.append(
        "\(script.data(absent.map { [$0, height] })) using 1:2 with points pt 2 ps 1 lw 1.5 "
          + "lc rgb '#777777' title \(GnuplotScript.quoted(missing.name, limit: 44))")
    }
    script.add("plot \(parts.joined(separator: ", \\\n  "))")
  }
}
