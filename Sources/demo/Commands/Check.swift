import Tern

/// `tern check`: compares the derivatives of every layer and loss with differences.
enum Check {
  static func run(_ options: Options) throws {
    try options.refuseOperands()
    let checks = DerivativeCheck.all(seed: options.seed ?? 42)
    output(table(checks))
    let worst = checks.map(\.error).max() ?? 0
    let failed = checks.filter { !$0.passed }
    output(
      "\n\(checks.count) checks of first and second derivatives, worst relative error "
        + "\(scientific(worst)), at most \(scientific(DerivativeCheck.tolerance)) allowed")
    if options.isJSON {
      let report = Report(
        checks: checks.map {
          Report.Line(
            name: $0.name, first: $0.first.maximumRelativeError,
            second: $0.second.maximumRelativeError)
        }, worst: worst, passed: failed.isEmpty)
      output(try RunFolder.line(report))
    }
    guard failed.isEmpty else {
      throw Failure(
        "gradients are wrong:\n"
          + failed.map { check in
            "  \(check.name): \(check.worst.map { "\($0.entry)" } ?? "no entries")"
          }.joined(separator: "\n"))
    }
  }

  /// What `--json` prints.
  private struct Report: Codable {
    struct Line: Codable {
      var name: String
      var first: Double
      var second: Double
    }
    var checks: [Line]
    var worst: Double
    var passed: Bool
  }

  private static func table(_ checks: [DerivativeCheck]) -> String {
    let rows =
      [["layer or loss", "first", "second", "worst parameter"]]
      + checks.map { check in
        [
          check.name, scientific(check.first.maximumRelativeError),
          scientific(check.second.maximumRelativeError),
          check.worst.map { "\($0.entry.name)\($0.entry.index)" } ?? "",
        ]
      }
    return Table(rows: rows, rightAligned: [1, 2]).text
  }
}
