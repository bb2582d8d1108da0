/// A trial of a search, as a report shows it.
public struct ReportedTrial: Sendable, Hashable {
  /// The values of the settings that the search varies, in its order.
  public var values: [String]
  /// How good it was, such as its validation accuracy; nil if it diverged.
  public var score: Double?
  /// The loss, which decides between trials of the same score: the lower one is better.
  public var loss: Double?
  /// The step at which it diverged, if it did.
  public var divergedAt: Int?
  /// What else there is to tell, by name, such as the test accuracy.
  public var figures: [String: Double]

  /// A trial.
  public init(
    values: [String], score: Double?, loss: Double? = nil, divergedAt: Int? = nil,
    figures: [String: Double] = [:]
  ) {
    self.values = values
    self.score = score
    self.loss = loss
    self.divergedAt = divergedAt
    self.figures = figures
  }

  /// Whether this trial stands above another: the greater score, the lower loss if they are equal.
  func isBetter(than other: ReportedTrial) -> Bool {
    func number(_ value: Double?, or missing: Double) -> Double {
      value.flatMap { $0.isNaN ? nil : $0 } ?? missing
    }
    let (a, b) = (number(score, or: -.infinity), number(other.score, or: -.infinity))
    if a != b { return a > b }
    return number(loss, or: .infinity) < number(other.loss, or: .infinity)
  }
}

extension Report.Section {
  /// The best trials of a search for each value of each setting, as charts and tables, and all trials.
  ///
  /// - Parameters:
  ///   - names: The names of the settings, in the order of the trials' values.
  ///   - trials: The trials that have ended.
  ///   - scoreName: What the score is, such as "validation accuracy".
  /// - Returns: Nil if there are no trials, or no settings.
  public static func search(
    names: [String], trials: [ReportedTrial], scoreName: String = "validation accuracy"
  ) -> Report.Section? {
    for trial in trials {
      precondition(
        trial.values.count == names.count,
        "a trial of \(names.count) settings has \(trial.values.count) values")
    }
    if names.isEmpty || trials.isEmpty { return nil }
    let scored = trials.filter { $0.score?.isFinite == true }
    let best = scored.min { $0.isBetter(than: $1) }
    var charts: [CategoryChart] = []
    var tables: [Report.Table] = []
    for (axis, name) in names.enumerated() {
      let values = distinct(trials.map { $0.values[axis] })
      // A random search has hardly any value twice, so that there is nothing to compare.
      if values.count > mostValues { continue }
      func greatest(_ value: String, where isTaken: (ReportedTrial) -> Bool) -> Double? {
        scored.filter { $0.values[axis] == value && isTaken($0) }.compactMap(\.score).max()
      }
      let all = values.map { greatest($0) { _ in true } }
      let around = values.map { value in
        greatest(value) { trial in
          names.indices.allSatisfy { $0 == axis || trial.values[$0] == best?.values[$0] }
        }
      }
      var series = [(name: "the best of all trials", values: all)]
      if around != all { series.append(("the other settings as in the best trial", around)) }
      charts.append(
        CategoryChart(
          title: "\(scoreName) by \(name)", xLabel: name,
          yLabel: "\(scoreName) (share of examples)", categories: values, series: series,
          missing: "diverged"))
      tables.append(
        Report.Table(
          caption: "The best \(scoreName) for each \(name)",
          header: [name, "the best of all trials", "the other settings as in the best trial"],
          rows: values.indices.map { [values[$0], text(all[$0]), text(around[$0])] }))
    }
    let diverged = trials.count - scored.count
    let intro =
      "\(trials.count) trials have ended" + (diverged > 0 ? ", \(diverged) of them diverged" : "")
      + (best.map { best in
        "; the best has \(scoreName) \(text(best.score)) with "
          + zip(names, best.values).map { "\($0) \($1)" }.joined(separator: ", ") + "."
      } ?? ".")
    let figure =
      charts.isEmpty
      ? nil : Figure(charts: charts, columns: 2, chartWidth: 480, chartHeight: 360)
    let picture = figure.map { figure in
      Picture(
        name: "search",
        alternative: "the best \(scoreName) for each value of "
          + tables.map { $0.header[0] }.joined(separator: ", "), content: .figure(figure))
    }
    return Report.Section(
      title: "Search",
      blocks: [.text(intro)] + (picture.map { [.picture($0)] } ?? [])
        + tables.map { .table($0) } + [.table(allTrials(names, trials, scoreName))])
  }

  /// The values of a setting that a chart has room for.
  private static var mostValues: Int { 16 }

  private static func allTrials(
    _ names: [String], _ trials: [ReportedTrial], _ scoreName: String
  ) -> Report.Table {
    let figures = Set(trials.flatMap(\.figures.keys)).sorted()
    let ranked = trials.sorted { $0.isBetter(than: $1) }
    return Report.Table(
      caption: "All trials, the best first", header: ["rank"] + names + [scoreName] + figures,
      rows: ranked.enumerated().map { index, trial in
        let step = trial.divergedAt.map { "diverged at step \($0)" }
        return ["\(index + 1)"] + trial.values + [
          trial.score == nil ? step ?? text(nil) : text(trial.score)
        ]
          + figures.map { name in trial.figures[name].map { shortened($0) } ?? "–" }
      })
  }

  private static func text(_ score: Double?) -> String {
    score.map { shortened($0) } ?? "diverged"
  }

  private static func distinct(_ values: [String]) -> [String] {
    var known: Set<String> = []
    let distinct = values.filter { known.insert($0).inserted }
    let numbers = distinct.compactMap(Double.init)
    guard numbers.count == distinct.count else { return distinct }
    return zip(numbers, distinct).sorted { $0.0 < $1.0 }.map(\.1)
  }
}
