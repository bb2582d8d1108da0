import Foundation
import Tern
import TernReports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct GnuplotTests {
  static let gnuplot = Gnuplot.installed

  /// Figures of every kind, with values that give gnuplot trouble.
  static let figures: [String: Figure] = [
    "curves": Figure(
      CurveChart(
        title: "it's a_title {x}^2", xLabel: "epoch", yLabel: "loss",
        curves: [
          Curve(name: "`date`", values: [3, 0.2, .nan, 0.001]),
          Curve(name: "$HOME", values: [1, .infinity, 1e300, 1]),
          Curve(name: "none", values: [.nan]), Curve(name: "", values: []),
        ], yScale: .automatic, mark: ("best epoch", 2))),
    "one point": Figure(
      CurveChart(
        title: "t", xLabel: "x", yLabel: "y", curves: [Curve(name: "c", values: [0])])),
    "one great point": Figure(
      CurveChart(
        title: "t", xLabel: "x", yLabel: "y", curves: [Curve(name: "c", values: [1e299])],
        yScale: .logarithmic)),
    "nothing": Figure(CurveChart(title: "t", xLabel: "x", yLabel: "y", curves: [])),
    "histograms": Figure(
      title: "weights",
      charts: ([[1, 2, 3], [0, 0], [], [.nan], [1e300, -1e300]] as [[Double]]).map {
        HistogramChart(title: "h", histogram: Histogram(of: Tensor<Double>($0)))
      }, columns: 2, chartHeight: 200),
    "confusion": Figure(
      ConfusionChart(counts: [[5, 1], [0, 0]], classNames: ["it's", "class_2"])),
    "one class": Figure(ConfusionChart(counts: [[5]])),
    "many classes": Figure(ConfusionChart(counts: Tensor<Int32>(identity: 60))),
    "categories": Figure(
      CategoryChart(
        title: "by η", xLabel: "η", yLabel: "accuracy", categories: ["0.1", "1", "it's"],
        series: [("a", [0.5, nil, .nan]), ("b", [nil, 0.25, nil])])),
    "numbers": Figure(
      CategoryChart(
        title: "by η", xLabel: "η", yLabel: "accuracy", categories: ["0.0001", "it's", "1e-05"],
        numbers: [1e-4, 0.1, 1e-5], series: [("a", [0.5, nil, 0.1])])),
    "points": Figure(
      charts: [
        ScatterChart(
          title: "it's", xLabel: "x", yLabel: "y",
          series: [("it's", [(1e-5, 1), (.nan, 2), (0.1, 1e300)]), ("none", [])],
          missing: ("diverged", [1, .infinity])),
        ScatterChart(title: "t", xLabel: "x", yLabel: "y", series: [("a", [(-1, 0), (3, 0)])]),
        ScatterChart(title: "t", xLabel: "x", yLabel: "y", series: []),
        ScatterChart(
          title: "t", xLabel: "x", yLabel: "y", series: [], missing: ("d", [1e-299, 1e299])),
      ], columns: 2),
    "no categories": Figure(
      CategoryChart(title: "t", xLabel: "x", yLabel: "y", categories: [], series: [])),
  ]

  @Test(
    .enabled(if: gnuplot != nil, "install gnuplot-nox"),
    arguments: figures.keys.sorted(), PictureFormat.allCases)
  func draws(name: String, format: PictureFormat) throws {
    let figure = try #require(Self.figures[name])
    let picture = try #require(Self.gnuplot).draw(figure, as: format)
    switch format {
    case .png:
      let bitmap = try decoded(picture)
      #expect(bitmap.width == 2 * figure.columns * figure.chartWidth)
      #expect(Set(bitmap.samples).count > 10, "the picture is empty")
    case .svg:
      let parser = XMLParser(data: Data(picture))
      #expect(parser.parse(), "no valid XML: \(String(describing: parser.parserError))")
      #expect(!String(decoding: picture, as: UTF8.self).contains("<script"))
    }
  }

  @Test(.enabled(if: gnuplot != nil, "install gnuplot-nox"))
  func textsAreDrawnAsTheyAre() throws {
    let title = "it's `date` $HOME {a}_b^2 <&> @x"
    let figure = Figure(CurveChart(title: title, xLabel: "x", yLabel: "y", curves: []))
    let svg = String(
      decoding: try #require(Self.gnuplot).draw(figure, as: .svg), as: UTF8.self)
    #expect(svg.contains("it's `date` $HOME {a}_b^2 &lt;&amp;> @x"))
  }

  @Test(.enabled(if: gnuplot != nil, "install gnuplot-nox"))
  func picturesAreTheSameEveryTime() throws {
    let figure = try #require(Self.figures["curves"])
    let gnuplot = try #require(Self.gnuplot)
    #expect(try gnuplot.draw(figure, as: .svg) == gnuplot.draw(figure, as: .svg))
  }

  @Test(arguments: [
    ("/nowhere/gnuplot", "cannot be started"), ("/bin/true", "drew no SVG picture"),
    ("/bin/false", "ended with status 1"),
  ])
  func programsThatDoNotDraw(path: String, words: String) {
    let figure = Figure(CurveChart(title: "t", xLabel: "x", yLabel: "y", curves: []))
    #expect {
      try Gnuplot(path: path).draw(figure, as: .svg)
    } throws: { error in
      "\(error)".hasPrefix("gnuplot: ") && "\(error)".contains(words)
    }
  }
}
