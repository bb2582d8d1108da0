import Tern
import TernFormats

extension CSVFile {
  /// What the fields of a column say, from the first row to the last.
  ///
  /// - Throws: ``DataError``, if there is no such column, there are several, or a field is no UTF-8.
  public func texts(of column: String) throws(DataError) -> [String] {
    let column = try index(of: column)
    try DataFile.requireMemory(for: rowCount * MemoryLayout<String>.stride, path: path)
    var texts: [String] = []
    texts.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      let field = try text.field(at: start(row: row, column: column))
      guard let string = text.string(of: field) else {
        throw malformed(row: row, column: column, expected: "text in UTF-8", found: "other bytes")
      }
      texts.append(string)
    }
    return texts
  }

  /// The classes that a column names, as labels, `[rowCount]`, and the names that belong to 0, 1, 2
  /// and so on, in the order of their Unicode code points.
  ///
  /// Labels that are numbers already are read as a tensor of `Int32`.
  ///
  /// - Throws: ``DataError``, if there is no such column, there are several, or a field is no UTF-8.
  public func classes(
    of column: String
  ) throws(DataError) -> (labels: Tensor<Int32>, names: [String]) {
    let texts = try texts(of: column)
    let names = Set(texts).sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    let labels = Dictionary(uniqueKeysWithValues: zip(names, Int32(0)...))
    return (Tensor(texts.map { labels[$0] ?? 0 }), names)
  }

  /// The numbers of a column, `[rowCount]`.
  ///
  /// - Parameters:
  ///   - column: The column's name.
  ///   - scalar: The type of the numbers.
  ///   - missing: What is read instead of a field that is empty, such as `"nan"`; without it, such a
  ///     field is an error.
  /// - Throws: ``DataError``, as for several columns.
  public func tensor<Scalar: CSVScalar>(
    of column: String, as scalar: Scalar.Type = Float.self, missing: String? = nil
  ) throws(DataError) -> Tensor<Scalar> {
    try tensor(of: [column], as: scalar, missing: missing).reshaped(to: [rowCount])
  }

  /// The numbers of some columns, `[rowCount, columns]`.
  ///
  /// Numbers are written as in Swift: `-1.5e3`, `inf`, `nan`, no separators of thousands. Each is the
  /// nearest one of its type, infinite if it is beyond the range; integers must be exact. Spaces
  /// around a number are no part of it.
  ///
  /// - Parameters:
  ///   - columns: The columns' names, in the order that they are wanted in.
  ///   - scalar: The type of the numbers.
  ///   - missing: What is read instead of a field that is empty, such as `"nan"`; without it, such a
  ///     field is an error.
  /// - Throws: ``DataError``, with the line and the column of the first field that is no number of
  ///   the type, or if a column is not there or there are several of its name.
  @specialized(where Scalar == Float, Names == [String])
  @specialized(where Scalar == Double, Names == [String])
  public func tensor<Scalar: CSVScalar, Names: Sequence<String>>(
    of columns: Names, as scalar: Scalar.Type = Float.self, missing: String? = nil
  ) throws(DataError) -> Tensor<Scalar> {
    var indices: [Int] = []
    for column in columns { indices.append(try index(of: column)) }
    let count = rowCount * indices.count
    // The numbers, and the tensor that is made of them.
    try DataFile.requireMemory(for: 2 * count * MemoryLayout<Scalar>.stride, path: path)
    var numbers: [Scalar] = []
    numbers.reserveCapacity(count)
    for row in 0..<rowCount {
      for column in indices {
        let start = start(row: row, column: column)
        if let number = text.shortDecimal(at: start).flatMap({ Scalar($0) }) {
          numbers.append(number)
          continue
        }
        var digits = text.number(of: try text.field(at: start))
        if digits.isEmpty, let missing { digits = missing }
        guard let number = Scalar(digits) else {
          throw malformed(
            row: row, column: column, expected: "a number of type \(Scalar.self)",
            found: digits.isEmpty ? "nothing" : quoted(digits))
        }
        numbers.append(number)
      }
    }
    return Tensor(numbers, shape: [rowCount, indices.count])
  }
}
