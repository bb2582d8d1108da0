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
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      zip(cells, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 1 || column == 2 ? padding + cell.0 : cell.0 + padding
      }
      .joined(separator: "  ")
    }
    let rule = String(repeating: "-", count: widths.reduce(0, +) + 2 * (widths.count - 1))
    return ([line(rows[0]), rule] + rows.dropFirst().map(line)).joined(separator: "\n")
  }

  /// A number with two digits, such as 1.2e-09.
  private static func scientific(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return value == 0 ? "0" : "\(value)" }
    var (mantissa, exponent) = (value, 0)
    while mantissa >= 9.95 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while mantissa < 0.995 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    return "\((mantissa * 10).rounded() / 10)e\(exponent)"
  }
}
