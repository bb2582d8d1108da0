/// Values at named positions, such as the best accuracy at each learning rate of a search.
public struct CategoryChart: Chart {
  /// The title.
  public var title: String
  /// What the positions are, with their unit.
  public var xLabel: String
  /// What the values are, with their unit.
  public var yLabel: String
  /// The names of the positions, from left to right.
  public var categories: [String]
  /// The numbers that the names stand for, which lines connect. If they are above 0 and far apart, a
  /// logarithmic axis shows how far; otherwise, and without them, all distances are equal.
  public var numbers: [Double]?
  /// Series of values, one a position; nil or what is not finite is left out.
  public var series: [(name: String, values: [Double?])]
  /// The digits after the point of the numbers at the points.
  public var digits: Int
  /// What is written at a position where no series has a value, such as "diverged".
  public var missing: String

  /// A chart of values at named positions.
  public init(
    title: String, xLabel: String, yLabel: String, categories: [String],
    numbers: [Double]? = nil, series: [(name: String, values: [Double?])], digits: Int = 4,
    missing: String = "none"
  ) {
    precondition(
      numbers.map { $0.count == categories.count } ?? true,
      "\(numbers?.count ?? 0) numbers are not those of \(categories.count) categories")
    for (name, values) in series {
      precondition(
        values.count == categories.count,
        "series '\(name)' has \(values.count) values for \(categories.count) categories")
    }
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.categories = categories
    self.numbers = numbers
    self.series = series
    self.digits = digits
    self.missing = missing
  }

  /// Room for a legend.
  public var extraHeight: Int { series.count > 1 ? 40 : 0 }

  /// Adds the commands that draw the points.
  public func draw(in script: inout GnuplotScript) {
    script.add("set title \(GnuplotScript.quoted(title, limit: 70)) font ',15'")
    script.add("set xlabel \(GnuplotScript.quoted(xLabel))")
    script.add("set ylabel \(GnuplotScript.quoted(yLabel))")
    let axis = numbers.flatMap(LogarithmicAxis.init)
    let positions = (axis == nil ? nil : numbers) ?? categories.indices.map(Double.init)
    let smallestGap = smallestGap(on: axis)
    setPositions(positions, axis, smallestGap: smallestGap, in: &script)
    script.add("set format y '%g'")
    let visible = series.map { series in
      zip(positions, series.values).map { position, value in
        value.flatMap { $0.isFinite && abs($0) < 1e300 ? [position, $0] : nil } ?? []
      }
    }
    let points = visible.flatMap(\.self).filter { !$0.isEmpty }
    // Room for the numbers above the points.
    let range = PlotStyle.range(points.map { $0[1] }, room: 0.14)
    script.add("set yrange [\(range.lowerBound):\(range.upperBound)]")
    if points.isEmpty {
      script.add("set label 1 'there is nothing to draw' at graph 0.5,0.5 center")
      script.add("plot NaN notitle")
      return
    }
    for index in categories.indices where visible.allSatisfy({ $0[index].isEmpty }) {
      script.add(
        "set label \(index + 1) \(GnuplotScript.quoted(missing, limit: 20)) at first \(positions[index]),"
          + "graph 0.03 left rotate by 90 textcolor rgb '#777777'")
    }
    var parts: [String] = []
    for (index, series) in series.enumerated() where visible[index].contains(where: { !$0.isEmpty })
    {
      let block = script.data(visible[index])
      let title =
        self.series.count > 1
        ? "title \(GnuplotScript.quoted(series.name, limit: 44))" : "notitle"
      let style =
        numbers == nil
        ? "points \(PlotStyle.point(index))" : "linespoints \(PlotStyle.line(index))"
      parts.append("\(block) using 1:2 with \(style) \(title)")
      // Numbers that would lie on each other are left to the table.
      if self.series.count <= 2, smallestGap > 0.1 {
        let offset = index == 0 ? "0,0.9" : "0,-0.9"
        parts.append(
          "\(block) using 1:2:(sprintf('%.\(digits)f', $2)) with labels offset \(offset) boxed "
            + "font ',11' notitle")
      }
    }
    script.add("plot \(parts.joined(separator: ", \\\n  "))")
  }

  /// The smallest distance between two positions, as a share of the axis.
  private func smallestGap(on axis: LogarithmicAxis?) -> Double {
    guard let axis, let numbers = numbers?.sorted() else {
      return 1 / Double(max(categories.count, 1))
    }
    return zip(numbers, numbers.dropFirst()).map(axis.distance).min() ?? 1
  }

  private func setPositions(
    _ positions: [Double], _ axis: LogarithmicAxis?, smallestGap: Double,
    in script: inout GnuplotScript
  ) {
    let names = zip(categories, positions).map {
      "\(GnuplotScript.quoted($0, limit: 24)) \($1)"
    }
    if let axis {
      axis.set(in: &script, names: names)
    } else {
      script.add("set xrange [-0.5:\(Double(max(categories.count, 1)) - 0.5)]")
      script.add("set xtics (\(names.joined(separator: ", ")))")
    }
    // A letter is about a fiftieth of the axis wide.
    let longest = categories.map(\.count).max() ?? 0
    if smallestGap < 0.01 + 0.02 * Double(longest) { script.add("set xtics rotate by -35") }
  }
}
