import Tern

/// The tables that end a search.
struct SearchTables {
  private let summary: SearchSummary
  private let results: SearchResults
  /// The names of the settings, in the order of the axes.
  private var names: [String] { summary.axes.map(\.name) }

  init(_ summary: SearchSummary, _ results: SearchResults) {
    self.summary = summary
    self.results = results
  }

  /// The best trials where values were drawn, the best trial of each value of each setting, and each
  /// setting's values around the best trial.
  var text: String {
    var tables: [String] = []
    // What was drawn from a range has no values to compare.
    if summary.axes.contains(where: \.best.isEmpty) { tables.append(bestTrials) }
    tables += summary.axes.filter { $0.best.count > 1 }.map { axis in
      // Where nothing else varies, each value has one trial, and what became of it can be told.
      let isAlone = names.count == 1 && !axis.aroundBest.isEmpty
      return "Best by \(axis.name)\n"
        + table(axis.name, isAlone ? axis.aroundBest : axis.best, showsOthers: names.count > 1)
    }
    if names.count > 1, let best = summary.best {
      tables += summary.axes.filter { $0.aroundBest.count > 1 }.map { axis in
        "By \(axis.name), at the best \(others(than: axis.name, in: best))\n"
          + table(axis.name, axis.aroundBest, showsOthers: false)
      }
    }
    return tables.joined(separator: "\n\n")
  }

  /// "hidden 512, l2 0.01".
  private func others(than name: String, in row: SearchSummary.Row) -> String {
    names.filter { $0 != name }.map { "\($0) \(row.values[$0] ?? "")" }.joined(separator: ", ")
  }

  /// The first of all trials in the order of their scores.
  private var bestTrials: String {
    let shown = results.ranked.prefix(10)
    let rows = shown.map { result -> [String] in
      let row = SearchSummary.Row(result)
      return result.trial.values.map(\.description) + Self.figures(of: row)
    }
    let title =
      shown.count < results.results.count ? "The best \(shown.count) trials" : "All trials"
    return "\(title)\n" + Self.table(names + Self.header, rows)
  }

  private func table(
    _ name: String, _ entries: [SearchSummary.Entry], showsOthers: Bool
  ) -> String {
    let rows = entries.map { entry -> [String] in
      guard let row = entry.trial else {
        return ["\(entry.value)", "-", "-", "-", "all diverged"]
      }
      let others = showsOthers && row.diverged == nil ? ["at \(others(than: name, in: row))"] : []
      return ["\(entry.value)"] + Self.figures(of: row).dropLast(others.count) + others
    }
    return Self.table([name] + Self.header, rows)
  }

  private static let header = ["train", "validation", "test", ""]

  /// Accuracies, and where the trial diverged.
  private static func figures(of row: SearchSummary.Row) -> [String] {
    let step = row.diverged.map { "diverged at step \($0.step), loss \(spelt($0.loss))" }
    return [row.trainAccuracy, row.validationAccuracy, row.testAccuracy].map(accuracy)
      + [step ?? ""]
  }

  /// Numbers end, and the last column begins, in one line.
  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    Table(rows: [header] + rows, rightAligned: Set(0..<header.count - 1)).text
  }

  private static func accuracy(_ value: Double?) -> String { value.map { rounded($0, 4) } ?? "-" }
}

/// A loss; no NaN has a sign here.
func spelt(_ loss: Double) -> String { loss.isNaN ? "nan" : "\(loss)" }
