import Tern
import TernData
import TestSupport
import Testing

/// Tables that Python writes.
@Suite struct CSVPeerTests {
  static let python = Python(importing: "csv")

  /// Writes the texts that follow its first four arguments, so many to a row.
  private static let script = """
    import csv, sys
    path, separator, ending, width, *texts = sys.argv[1:]
    rows = [texts[i:i + int(width)] for i in range(0, len(texts), int(width))]
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=separator, lineterminator=ending).writerows(rows)
    """

  @Test(
    .enabled(if: python != nil, "needs python3; TERN_PYTHON may name it"),
    arguments: [",", ";", "\t"] as [Character], ["\n", "\r\n", "\r"])
  func readsWhatPythonWrites(separator: Character, ending: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/table.csv"
    var rng = Philox(seed: 11)
    // Python does not quote another end of a line than its own.
    let characters =
      ["a", "é", "\"", ",", ";", "\t", " ", "7"] + ending.unicodeScalars.map(Character.init)
    for width in [1, 2, 5] {
      let texts = (0..<40 * width).map { _ in
        let length = Int.random(in: 0...6, using: &rng)
        return String((0..<length).map { _ in characters.randomElement(using: &rng) ?? "a" })
      }
      let arguments = [path, String(separator), ending, "\(width)"] + texts
      #expect(try #require(Self.python).run(Self.script, arguments) == 0)
      let table = try CSVFile(reading: path, separator: separator, hasHeader: false)
      #expect(table.columnNames.count == width)
      let columns = try table.columnNames.map { try table.texts(of: $0) }
      #expect((0..<table.rowCount).flatMap { row in columns.map { $0[row] } } == texts)
    }
  }
}
