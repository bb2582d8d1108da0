import Tern

/// `tern toy`: a published two-layer network on a toy problem, each figure beside Tern's.
enum Toy {
  static func run(_ options: Options) throws {
    try options.refuseOperands()
    let figures = ToyProblem.figures
    let wrong = figures.filter { !$0.agrees }
    output("4 → 10 → 3 on five examples, all drawn from NumPy's seeds, in double precision\n")
    output(table(figures))
    output(
      """

      The report's own loss after training is the last line's: its derivative of the rectifier
      forgets the bias. With the right one, training ends a little lower.
      \(figures.count - wrong.count) of \(figures.count) figures are as published
      """)
    if options.isJSON {
      output(try RunFolder.line(Report(figures: figures, passed: wrong.isEmpty)))
    }
    guard wrong.isEmpty else {
      throw Failure("not as published: \(wrong.map(\.name).joined(separator: ", "))")
    }
  }

  /// What `--json` prints.
  private struct Report: Codable {
    var figures: [Figure]
    var passed: Bool
  }

  private static func table(_ figures: [Figure]) -> String {
    let rows = figures.map { figure in
      [
        figure.name, figure.published, figure.found, scientific(figure.distance),
        figure.agrees ? "agrees" : "DIFFERS",
      ]
    }
    return Table(
      rows: [["figure", "published", "Tern", "apart", ""]] + rows, rightAligned: [3]
    ).text
  }
}
