/// One part of a figure: axes with what they measure.
public protocol Chart: Sendable {
  /// The pixels that the chart needs in addition to those of every chart, such as for a long legend.
  var extraHeight: Int { get }
  /// Adds the commands that draw the chart to a script in which the common style is set.
  func draw(in script: inout GnuplotScript)
}

extension Chart {
  /// None.
  public var extraHeight: Int { 0 }
}

/// A picture: charts in rows and columns.
public struct Figure: Sendable {
  /// The title above all charts; none if each chart has its own.
  public var title: String?
  /// The charts, row by row.
  public var charts: [any Chart]
  /// The number of charts in a row.
  public var columns: Int
  /// The width of a chart in pixels of the SVG picture.
  public var chartWidth: Int
  /// The height of a chart in pixels of the SVG picture.
  public var chartHeight: Int

  /// A figure of charts in rows.
  public init(
    title: String? = nil, charts: [any Chart], columns: Int = 1, chartWidth: Int = 760,
    chartHeight: Int = 420
  ) {
    precondition(
      !charts.isEmpty && columns >= 1 && chartWidth >= 100 && chartHeight >= 100,
      "a figure needs charts, columns, and 100 pixels or more a chart")
    self.title = title
    self.charts = charts
    self.columns = min(columns, charts.count)
    self.chartWidth = chartWidth
    self.chartHeight = chartHeight
  }

  /// A figure of one chart.
  public init(_ chart: some Chart, width: Int = 760, height: Int = 420) {
    self.init(charts: [chart], chartWidth: width, chartHeight: height)
  }

  private var rows: Int { (charts.count + columns - 1) / columns }
  private static let titleHeight = 36

  /// The commands that draw the figure in a format.
  public func script(for format: PictureFormat) -> String {
    var script = GnuplotScript()
    let extra = charts.map(\.extraHeight).max() ?? 0
    let height = rows * (chartHeight + extra) + (title == nil ? 0 : Self.titleHeight)
    script.add("set encoding utf8")
    script.add(format.terminal(width: columns * chartWidth, height: height))
    if charts.count > 1 || title != nil {
      let heading = title.map { " title \(GnuplotScript.quoted($0)) font ',15'" } ?? ""
      script.add("set multiplot layout \(rows),\(columns)\(heading)")
    }
    for chart in charts {
      script.add(PlotStyle.panel)
      chart.draw(in: &script)
    }
    script.add("unset multiplot")
    return script.text
  }
}

/// The form of a picture's file.
public enum PictureFormat: String, Sendable, CaseIterable {
  /// Lines and text, sharp at any size.
  case svg
  /// Pixels, twice as many as the SVG picture has each way.
  case png

  /// Text is drawn as it is: without `noenhanced`, an underscore would lower what follows.
  func terminal(width: Int, height: Int) -> String {
    switch self {
    case .svg:
      "set terminal svg size \(width),\(height) noenhanced font 'sans-serif,13' "
        + "background '#ffffff'"
    case .png:
      "set terminal pngcairo size \(2 * width),\(2 * height) noenhanced font 'sans,13' "
        + "fontscale 1.5 linewidth 2 pointscale 2 background '#ffffff'"
    }
  }
}
