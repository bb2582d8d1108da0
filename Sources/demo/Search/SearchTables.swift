import Tern

/// The tables that end a search.
struct SearchTables {
  let summary: SearchSummary
  /// The names of the settings, in the order of the axes.
  private var names: [String] { summary.axes.map(\.name) }

  init(_ summary: SearchSummary) { self.summary = summary }

  /// The best trial of each value of each setting, and each setting's values around the best trial.
  var text: String {
    var tables = summary.axes.filter { $0.best.count > 1 }.map { axis in
      "Best by \(axis.name)\n" + table(axis.name, axis.best, showsOthers: names.count > 1)
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

  private func table(
    _ name: String, _ entries: [SearchSummary.Entry], showsOthers: Bool
  ) -> String {
    let rows = entries.map { entry -> [String] in
      guard let row = entry.trial else { return ["\(entry.value)", "-", "-", "-", "all diverged"] }
      if let diverged = row.diverged {
        return [
          "\(entry.value)", "-", "-", "-",
          "diverged at step \(diverged.step), loss \(spelt(diverged.loss))",
        ]
      }
      return ["\(entry.value)"]
        + [row.trainAccuracy, row.validationAccuracy, row.testAccuracy].map(Self.accuracy)
        + [showsOthers ? "at \(others(than: name, in: row))" : ""]
    }
    return Self.aligned([[name, "train", "validation", "test", ""]] + rows)
  }

  private static func accuracy(_ value: Double?) -> String { value.map { rounded($0, 4) } ?? "-" }

  /// Columns two spaces apart, all but the last aligned at their right.
  private static func aligned(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      var line = zip(row, widths).dropLast().map { cell, width in
        String(repeating: " ", count: width - cell.count) + cell
      }
      if let last = row.last, !last.isEmpty { line.append(last) }
      return line.joined(separator: "  ")
    }
    .joined(separator: "\n")
  }
}

/// A loss; no NaN has a sign here.
func spelt(_ loss: Double) -> String { loss.isNaN ? "nan" : "\(loss)" }
