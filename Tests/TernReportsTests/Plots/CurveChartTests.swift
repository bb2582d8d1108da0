import TernReports
import Testing

@Suite struct CurveChartTests {
  private func script(_ chart: some Chart) -> String {
    var script = GnuplotScript()
    chart.draw(in: &script)
    return script.text
  }

  private func chart(_ curves: Curve..., scale: AxisScale = .linear) -> CurveChart {
    CurveChart(title: "t", xLabel: "epoch", yLabel: "loss", curves: curves, yScale: scale)
  }

  @Test func longCurvesAreThinnedToMeans() {
    let curve = Curve(name: "c", values: [1, 3, 5, 7, 100])
    let thin = curve.thinned(to: 3)
    #expect(thin.x == [1.5, 3.5, 5])
    #expect(thin.y == [2, 6, 100])
    #expect(curve.thinned(to: 5) == curve)
    #expect(curve.thinned(to: 4).y.count <= 4)
  }

  @Test(arguments: [
    ([1.0, 0.5], false), ([1.0, 0.01], true), ([1.0, 0.0], false), ([-1.0, 100], false),
    ([.nan, 1, 1000], true), ([], false),
  ])
  func logarithmicAxesAreChosenForLargeRatios(values: [Double], isLogarithmic: Bool) {
    let text = script(chart(Curve(name: "c", values: values), scale: .automatic))
    #expect(text.contains("set logscale y") == isLogarithmic)
  }

  @Test func curvesDifferInColorDashesAndMarkers() {
    let text = script(
      chart(
        Curve(name: "a", values: [1, 2]), Curve(name: "b", values: [2, 1]),
        Curve(name: "c", values: [2, 3])))
    for word in ["dt 1 pt 7", "dt 2 pt 5", "dt 4 pt 9", "'a'", "'b'", "'c'"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func axesThatCountHaveMarksAtWholeNumbers() {
    func step(_ count: Int) -> String {
      let text = script(chart(Curve(name: "c", values: (0..<count).map(Double.init))))
      return text.split(separator: "\n").first { $0.hasPrefix("set xtics") }.map(String.init) ?? ""
    }
    #expect(step(2) == "set xtics 1.0")
    #expect(step(10) == "set xtics 1.0")
    #expect(step(20) == "set xtics 2.0")
    #expect(step(300) == "set xtics 50.0")
  }
}
