/// Commands and data for gnuplot.
///
/// Words of others go in through ``quoted(_:)`` and numbers through ``data(_:)`` only, so that no name
/// of a run can become a command.
public struct GnuplotScript: Sendable {
  /// The commands so far.
  public private(set) var text = ""
  private var blockCount = 0

  /// No commands.
  public init() {}

  /// Adds a command.
  public mutating func add(_ command: String) { text += command + "\n" }

  /// Adds rows of numbers as a data block. An empty row, and one with a number that is not finite,
  /// interrupts a curve.
  ///
  /// - Returns: The block's name, for `plot`.
  public mutating func data(_ rows: [[Double]]) -> String {
    let name = "$data\(blockCount)"
    blockCount += 1
    add("\(name) << EOD")
    for row in rows {
      add(row.allSatisfy(\.isFinite) ? row.map { "\($0)" }.joined(separator: " ") : "")
    }
    add("EOD")
    return name
  }

  /// A text in single quotation marks, between which gnuplot takes everything as it is.
  public static func quoted(_ text: String, limit: Int = 90) -> String {
    "'" + oneLine(text, limit: limit).replacing("'", with: "''") + "'"
  }

  /// Control characters become spaces; of a long text the middle is left out.
  static func oneLine(_ text: String, limit: Int) -> String {
    let clean = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.properties.generalCategory == .control || $0.properties.isWhitespace ? " " : $0
        }))
    if clean.count <= limit { return clean }
    return clean.prefix(limit / 2) + "…" + clean.suffix(limit - limit / 2 - 1)
  }
}
