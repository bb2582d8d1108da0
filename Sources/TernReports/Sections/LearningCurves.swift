extension Report.Section {
  /// Losses, accuracies and the losses of single steps, a chart for each that there is.
  ///
  /// - Parameters:
  ///   - name: What titles and files begin with, such as the run's name.
  ///   - losses: A curve over the epochs for each set of examples.
  ///   - accuracies: The same for accuracies.
  ///   - stepLosses: The loss of each step; many steps are drawn as means of neighbours.
  ///   - bestEpoch: The epoch whose model was kept, which a line marks.
  /// - Returns: Nil if there are no curves.
  public static func learningCurves(
    of name: String, losses: [Curve], accuracies: [Curve], stepLosses: [Double] = [],
    bestEpoch: Int? = nil
  ) -> Report.Section? {
    let mark = bestEpoch.map { (name: "best epoch (\($0))", x: Double($0)) }
    var pictures: [Picture] = []
    if !losses.isEmpty {
      let chart = CurveChart(
        title: "\(name): loss", xLabel: "epoch", yLabel: "loss (mean per example)",
        curves: losses, yScale: .automatic, mark: mark)
      pictures.append(
        Picture(
          name: "loss", alternative: "loss over the epochs; \(ends(of: losses))",
          content: .figure(Figure(chart))))
    }
    if !accuracies.isEmpty {
      let chart = CurveChart(
        title: "\(name): accuracy", xLabel: "epoch", yLabel: "accuracy (share of examples)",
        curves: accuracies, mark: mark)
      pictures.append(
        Picture(
          name: "accuracy", alternative: "accuracy over the epochs; \(ends(of: accuracies))",
          content: .figure(Figure(chart))))
    }
    if stepLosses.count > 1 {
      let curve = Curve(name: "training", values: stepLosses)
      let thin = curve.thinned(to: 600)
      let size = (curve.x.count + 599) / 600
      let chart = CurveChart(
        title: "\(name): loss of each step", xLabel: "step",
        yLabel: "loss (mean per example)", curves: [thin], yScale: .automatic)
      pictures.append(
        Picture(
          name: "steps", alternative: "loss over the steps; \(ends(of: [thin]))",
          caption: size > 1 ? "Each point is the mean of \(size) steps." : nil,
          content: .figure(Figure(chart))))
    }
    if pictures.isEmpty { return nil }
    return Report.Section(title: "Learning curves", blocks: pictures.map { .picture($0) })
  }

  /// Several runs in one picture of all quantities, and in one for each.
  ///
  /// - Parameters:
  ///   - title: The section's title.
  ///   - name: What the pictures' files begin with.
  ///   - subject: What the charts' titles begin with, such as the recipe of all runs.
  ///   - charts: The quantities, such as "validation accuracy", with a curve for each run that has
  ///     it. A quantity of no run is left out.
  /// - Returns: Nil if there are no curves.
  public static func comparison(
    title: String = "Comparison", name: String = "comparison", of subject: String? = nil,
    charts: [(quantity: String, yLabel: String, curves: [Curve])]
  ) -> Report.Section? {
    let charts = charts.filter { !$0.curves.isEmpty }.map { quantity, yLabel, curves in
      let chart = CurveChart(
        title: subject.map { "\($0): \(quantity)" } ?? quantity, xLabel: "epoch", yLabel: yLabel,
        curves: curves, yScale: quantity.contains("loss") ? .automatic : .linear)
      return (quantity: quantity, chart: chart)
    }
    if charts.isEmpty { return nil }
    var pictures = charts.map { quantity, chart in
      Picture(
        name: "\(name)-\(quantity)",
        alternative: "\(quantity) of each run over the epochs; \(ends(of: chart.curves))",
        content: .figure(Figure(chart)))
    }
    if charts.count > 1 {
      let figure = Figure(
        charts: charts.map(\.chart), columns: 2, chartWidth: 480, chartHeight: 330)
      let all = Picture(
        name: name,
        alternative: "the runs side by side: \(charts.map(\.quantity).joined(separator: ", "))",
        content: .figure(figure))
      pictures.insert(all, at: 0)
    }
    return Report.Section(title: title, blocks: pictures.map { .picture($0) })
  }

  /// "training ends at 0.031, test at 0.125"
  private static func ends(of curves: [Curve]) -> String {
    curves.map { curve in
      let end = curve.y.last { $0.isFinite }
      return "\(curve.name) ends at \(end.map { shortened($0) } ?? "no number")"
    }.joined(separator: ", ")
  }
}
