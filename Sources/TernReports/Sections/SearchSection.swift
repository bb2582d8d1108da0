import Tern

extension Report.Section {
  /// The best trials of a search for each value of each setting, as charts and tables, and all trials.
  ///
  /// - Parameters:
  ///   - results: The trials that have ended, all of the same settings.
  ///   - drawn: The settings whose values were drawn from a range: hardly any value comes twice, so
  ///     their charts show every trial.
  ///   - scoreName: What the score is, such as "validation accuracy".
  /// - Returns: Nil if there are no trials, or no settings.
  public static func search(
    _ results: SearchResults, drawn: Set<String> = [], scoreName: String = "validation accuracy"
  ) -> Report.Section? {
    guard let names = results.results.first?.trial.names, !names.isEmpty else { return nil }
    for result in results.results {
      precondition(
        result.trial.names == names,
        "a search of \(names) cannot have a trial of \(result.trial.names)")
    }
    let axes = names.map { ReportedAxis($0, results, isDrawn: drawn.contains($0)) }
    let charts = axes.compactMap { $0.chart(scoreName) }
    var blocks = [Report.Block.text(introduction(results, scoreName))]
    if !charts.isEmpty {
      blocks.append(
        .picture(
          Picture(
            name: "search",
            alternative: "\(scoreName) by \(axes.map(\.name).joined(separator: ", "))",
            content: .figure(
              Figure(charts: charts, columns: 2, chartWidth: 480, chartHeight: 360)))))
    }
    blocks += axes.compactMap { $0.table(scoreName).map { .table($0) } }
    blocks.append(.table(allTrials(results, names, scoreName)))
    return Report.Section(title: "Search", blocks: blocks)
  }

  private static func introduction(_ results: SearchResults, _ scoreName: String) -> String {
    let count = results.results.count
    let diverged = results.results.count { !$0.hasScore }
    var text = "\(counted(count, "trial")) \(count == 1 ? "has" : "have") ended"
    if diverged > 0 { text += ", \(diverged) of them diverged" }
    if let best = results.best {
      text += "; the best has \(scoreName) \(ReportedAxis.text(best)) with \(best.trial)"
    }
    return text + "."
  }

  private static func allTrials(
    _ results: SearchResults, _ names: [String], _ scoreName: String
  ) -> Report.Table {
    let figures = Set(results.results.flatMap { $0.score?.figures.keys.map(\.self) ?? [] }).sorted()
    return Report.Table(
      caption: "All trials, the best first", header: ["rank"] + names + [scoreName] + figures,
      rows: results.ranked.enumerated().map { index, result in
        var score = ReportedAxis.text(result)
        if case .diverged(let step, _) = result.outcome { score += " at step \(step)" }
        let figures = figures.map { name in
          result.score?.figures[name].map { shortened($0) } ?? "–"
        }
        return ["\(index + 1)"] + result.trial.values.map(\.shortened) + [score] + figures
      })
  }
}

/// A setting of a search as a report shows it.
private struct ReportedAxis {
  let name: String
  /// Whether its chart shows every trial, and not the best of each value.
  let showsAll: Bool
  private let results: SearchResults
  /// The values in order, each with the best of all trials, and with the trial whose other settings
  /// are those of the best, if there is one.
  private let entries: [(value: SearchValue, best: TrialResult?, around: TrialResult?)]

  /// The values of a setting that a chart has room for.
  private static let mostValues = 16

  init(_ name: String, _ results: SearchResults, isDrawn: Bool) {
    let around = Dictionary(
      results.aroundBest(by: name).map { ($0.trial[name], $0) }
    ) { first, _ in first }
    let entries = results.best(by: name).map { value, best in
      (value: value, best: best, around: around[value])
    }
    self.name = name
    self.results = results
    showsAll = isDrawn || entries.count > Self.mostValues
    self.entries =
      entries.allSatisfy { $0.value.isNumber }
      ? entries.sorted { $0.value.number < $1.value.number } : entries
  }

  /// Whether there are several trials that differ from the best in this setting alone.
  private var hasAround: Bool { entries.count { $0.around != nil } > 1 }

  private var numbers: [Double]? {
    entries.allSatisfy { $0.value.isNumber } ? entries.map(\.value.number) : nil
  }

  /// Nil for words of which there are too many.
  func chart(_ scoreName: String) -> (any Chart)? {
    let yLabel = "\(scoreName) (share of examples)"
    let isLogarithmic = numbers.flatMap(LogarithmicAxis.init) != nil
    let xLabel = isLogarithmic ? "\(name) (logarithmic)" : name
    guard showsAll else {
      let best = entries.map(\.best?.finiteScore)
      let around = entries.map(\.around?.finiteScore)
      var series = [(name: "the best of all trials", values: best)]
      if hasAround, around != best {
        series.append(("the other settings as in the best trial", around))
      }
      return CategoryChart(
        title: "\(scoreName) by \(name)", xLabel: xLabel, yLabel: yLabel,
        categories: entries.map(\.value.shortened), numbers: numbers, series: series,
        missing: "diverged")
    }
    guard numbers != nil else { return nil }
    func points(_ results: [TrialResult]) -> [(x: Double, y: Double)] {
      results.compactMap { result in
        result.finiteScore.map { (result.trial[name].number, $0) }
      }
    }
    return ScatterChart(
      title: "\(scoreName) by \(name)", xLabel: xLabel, yLabel: yLabel,
      series: [
        ("a trial", points(results.results)),
        ("the best trial", points([results.best].compactMap(\.self))),
      ],
      missing: (
        "diverged",
        results.results.filter { $0.finiteScore == nil }.map { $0.trial[name].number }
      ))
  }

  /// Nil where the chart shows all there is.
  func table(_ scoreName: String) -> Report.Table? {
    if showsAll { return nil }
    var header = [name, "the best of all trials"]
    if hasAround { header.append("the other settings as in the best trial") }
    return Report.Table(
      caption: "The best \(scoreName) for each \(name)", header: header,
      rows: entries.map { entry in
        [entry.value.shortened, entry.best.map(Self.text) ?? "diverged"]
          + (hasAround ? [entry.around.map(Self.text) ?? "–"] : [])
      })
  }

  static func text(_ result: TrialResult) -> String {
    result.hasScore ? result.score.map { TernReports.shortened($0.value) } ?? "–" : "diverged"
  }
}

extension TrialResult {
  /// Whether the trial has come to an end that can be compared.
  fileprivate var hasScore: Bool { finiteScore != nil }

  fileprivate var finiteScore: Double? { score.flatMap { $0.value.isFinite ? $0.value : nil } }
}

extension SearchValue {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// A drawn number has more digits than a reader wants.
  fileprivate var shortened: String {
    guard case .number(let number) = self else { return description }
    return description.count > 9 ? "\(Float(number))" : description
  }
}
