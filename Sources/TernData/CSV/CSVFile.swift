import Tern
import TernFormats

/// A table in a text file, CSV, compressed with gzip or plain.
///
/// ```swift
/// let table = try CSVFile(reading: "irises.csv")
/// let measurements = try table.tensor(of: table.columnNames.prefix(4))  // [150, 4]
/// let (species, names) = try table.classes(of: "species")               // [150]
/// let data = try Dataset(inputs: measurements, labels: species)
/// ```
///
/// A line is a row, and ends with a line feed, a carriage return, or both; lines without any character
/// are passed over. Fields that contain separators, ends of lines or quotes are in quotes, and quotes in
/// them are doubled, as in RFC 4180. A byte order mark before the text is no part of it.
///
/// A file, unpacked, has at most 2 GiB, and 4,194,304 columns.
public struct CSVFile: Sendable {
  /// Where the table was read from.
  public let path: String
  /// The names in the first line; or `"0"`, `"1"` and so on, if there is no such line.
  public let columnNames: [String]
  /// The number of rows, without the line of names.
  public let rowCount: Int

  let text: CSVText
  /// Where the fields begin, one row after another.
  private let starts: [UInt32]
  /// The column of each name, nil of names that there are twice.
  private let columns: [String: Int?]

  private static let largestByteCount = 1 << 31

  /// Reads a whole file, and checks that each row has as many fields.
  ///
  /// Memory grows with what the file really holds. Fields are looked at when they are asked for.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - separator: What is between fields, one character of ASCII that is in no number: `","`,
  ///     `";"`, `"\t"`.
  ///   - hasHeader: Whether the first line is one of names.
  ///   - limit: What unpacks to more bytes is refused; at most 2 GiB.
  /// - Throws: ``DataError``, when the file cannot be read, has no line, lines of different numbers
  ///   of fields, or quotes that do not end a field.
  public init(
    reading path: String, separator: Character = ",", hasHeader: Bool = true, limit: Int = 1 << 31
  ) throws(DataError) {
    let isPartOfOthers =
      separator.isLetter || separator.isNumber || separator.isNewline || "\"+-.".contains(separator)
    guard let separator = separator.asciiValue, !isPartOfOthers else {
      preconditionFailure(
        "CSVFile: a separator is one character of ASCII that is in no number, no quote and no end "
          + "of a line, not \(separator.debugDescription)")
    }
    let bytes = try DataFile.contents(of: path, limit: min(limit, Self.largestByteCount))
    let text = try CSVText(bytes, separator: separator, path: path)
    let largestCount = text.largestFieldCount
    try DataFile.requireMemory(for: largestCount * MemoryLayout<UInt32>.stride, path: path)
    var starts: [UInt32] = []
    starts.reserveCapacity(largestCount)
    var names: [String]?
    var columnCount: Int?
    try text.forEachLine { line throws(DataError) in
      let count = columnCount ?? line.count
      guard line.count == count else {
        throw .malformed(
          path: text.place(of: line[0]), expected: "\(count) fields, as in the first line",
          found: "\(line.count)")
      }
      if columnCount == nil {
        columnCount = count
        if hasHeader {
          names = try line.map { start throws(DataError) in
            guard let name = text.string(of: try text.field(at: start)) else {
              throw .malformed(
                path: text.place(of: start), expected: "text in UTF-8", found: "other bytes")
            }
            return name
          }
          return
        }
      }
      for start in line { starts.append(UInt32(start)) }
    }
    guard let columnCount else {
      throw .malformed(
        path: path, expected: hasHeader ? "a line of names" : "a row", found: "none")
    }
    self.path = path
    self.text = text
    self.starts = starts
    rowCount = starts.count / columnCount
    columnNames = names ?? (0..<columnCount).map(String.init)
    columns = Dictionary(columnNames.enumerated().map { ($1, $0) }) { _, _ in nil }
  }

  /// The index of a column.
  func index(of name: String) throws(DataError) -> Int {
    switch columns[name] {
    case .some(.some(let index)): return index
    case .some(.none):
      throw .malformed(path: path, expected: "one column \(quoted(name))", found: "several")
    case .none:
      let shown = columnNames.prefix(20).map(quoted).joined(separator: ", ")
      throw .malformed(
        path: path, expected: "a column \(quoted(name))",
        found: "columns " + shown + (columnNames.count > 20 ? ", …" : ""))
    }
  }

  /// Where a field begins.
  func start(row: Int, column: Int) -> Int { Int(starts[row * columnNames.count + column]) }

  /// What is wrong with a field.
  func malformed(row: Int, column: Int, expected: String, found: String) -> DataError {
    let line = text.place(of: start(row: row, column: column))
    return .malformed(
      path: "\(line), column \(quoted(columnNames[column]))", expected: expected, found: found)
  }
}
