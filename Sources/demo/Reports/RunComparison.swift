import Tern
import TernReports

/// Several trainings on one page: a table of their figures, and a picture for each quantity.
struct RunComparison {
  let title: String
  let records: [RunRecord]
  /// The folder of the page, from which links lead to the pages of the trainings.
  let folder: String

  var report: Report {
    var sections = [Report.Section(title: "Results", blocks: [.table(table)])]
    let evaluations: [(String, (TrainingEpoch) -> Evaluation?)] = [
      ("training", { $0.training }), ("validation", { $0.validation }), ("test", { $0.test }),
    ]
    let charts = evaluations.flatMap { name, evaluation in
      [
        (
          quantity: "\(name) loss", yLabel: "loss (mean per example)",
          curves: records.compactMap { record in
            record.curve(record.name) { evaluation($0)?.loss }
          }
        ),
        (
          quantity: "\(name) accuracy", yLabel: "accuracy (share of examples)",
          curves: records.compactMap { record in
            record.curve(record.name) { evaluation($0)?["accuracy"] }
          }
        ),
      ]
    }
    let recipes = Set(records.map(\.description.recipe))
    let subject = recipes.count == 1 ? recipes.first : nil
    if let comparison = Report.Section.comparison(of: subject, charts: charts) {
      sections.append(comparison)
    }
    return Report(
      title: title, subtitle: "A comparison of \(counted(records.count, "training"))",
      sections: sections)
  }

  private var table: Report.Table {
    func text(_ number: Double?) -> String { number.map { "\(rounded($0, 4))" } ?? "–" }
    return Report.Table(
      header: [
        "training", "recipe", "test accuracy", "test loss", "validation accuracy",
        "training accuracy", "epochs", "parameters", "seconds",
      ],
      rows: records.map { record in
        let result = record.description.result
        return [
          record.name, record.description.recipe, text(result?.testAccuracy),
          text(result?.testLoss), text(result?.validationAccuracy), text(result?.trainAccuracy),
          "\(record.epochs.count)", "\(record.description.parameters)",
          result.map { "\(rounded($0.seconds, 1))" } ?? "–",
        ]
      },
      links: records.map { RunFolder.relative("\($0.folder.path)/report.html", to: folder) })
  }
}
