import Tern
import TernData
import TestSupport
import Testing

@Suite struct CSVFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func table(
    _ text: String, separator: Character = ",", hasHeader: Bool = true
  ) throws -> CSVFile {
    let path = try folder.write(Array(text.utf8), to: "table.csv")
    return try CSVFile(reading: path, separator: separator, hasHeader: hasHeader)
  }

  /// All fields, row by row.
  private func rows(_ table: CSVFile) throws -> [[String]] {
    let columns = try table.columnNames.map { try table.texts(of: $0) }
    return (0..<table.rowCount).map { row in columns.map { $0[row] } }
  }

  /// Texts without a line of names, and their fields as Python's csv.reader gives them.
  private static let grammar: [(String, [[String]])] = [
    ("a", [["a"]]),
    ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
    ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,b\rc,d", [["a", "b"], ["c", "d"]]),
    ("\n\na,b\n\r\n\nc,d\n\n", [["a", "b"], ["c", "d"]]),
    ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("\u{FEFF}\"a\",b\n", [["a", "b"]]),
    (",\n,", [["", ""], ["", ""]]),
    ("\"\"\n", [[""]]),
    ("\"a,b\",\"c\nd\"\r\n\"e\r\nf\",\"\"\"\"", [["a,b", "c\nd"], ["e\r\nf", "\""]]),
    ("\"say \"\"yes\"\"\",\"\"\"\"\"\"", [["say \"yes\"", "\"\""]]),
    ("5\" nail, \"x\"\n", [["5\" nail", " \"x\""]]),
    (" a , b \n", [[" a ", " b "]]),
    ("é,日本\n😀,\n", [["é", "日本"], ["😀", ""]]),
    (" \n", [[" "]]),
  ]

  @Test(arguments: grammar) func readsFields(text: String, expected: [[String]]) throws {
    #expect(try rows(table(text, hasHeader: false)) == expected)
    let path = try folder.write(gzip(Array(text.utf8)), to: "table.csv.gz")
    #expect(try rows(CSVFile(reading: path, hasHeader: false)) == expected)
  }

  @Test(arguments: [",", ";", "\t", "|"] as [Character])
  func separatesAtTheCharacterAskedFor(separator: Character) throws {
    let others = String(",;\t|".filter { $0 != separator })
    let table = try table("a\(separator)b\(others)\n1\(separator)2", separator: separator)
    #expect(table.columnNames == ["a", "b" + others])
    #expect(try table.texts(of: "a") == ["1"])
  }

  @Test(arguments: [" ", "\t"] as [Character])
  func aSpaceThatSeparatesIsNotOneAroundANumber(separator: Character) throws {
    let table = try table(
      "1,,3\n,5,\n".replacing(",", with: String(separator)), separator: separator, hasHeader: false)
    #expect(try table.tensor(of: table.columnNames, missing: "0").scalars == [1, 0, 3, 0, 5, 0])
  }

  @Test func columnsHaveTheNamesOfTheFirstLine() throws {
    let table = try table("x,\"y, z\",x\n1,2,3\n4,5,6\n")
    #expect(table.columnNames == ["x", "y, z", "x"])
    #expect(table.rowCount == 2)
    #expect(try table.texts(of: "y, z") == ["2", "5"])
    expect(.malformed(path: table.path, expected: "one column \"x\"", found: "several")) {
      try table.texts(of: "x")
    }
    expect(
      .malformed(
        path: table.path, expected: "a column \"z\"",
        found: "columns \"x\", \"y, z\", \"x\"")
    ) { try table.texts(of: "z") }
  }

  @Test func columnsWithoutNamesAreCalledByTheirIndices() throws {
    let table = try table("1,2,3\n4,5,6\n", hasHeader: false)
    #expect(table.columnNames == ["0", "1", "2"])
    #expect(try table.tensor(of: ["2", "0"]) == Tensor([3, 1, 6, 4], shape: [2, 2]))
  }

  @Test func readsNumbers() throws {
    let table = try table("f,i\n -1.5e3 ,-7\n\"0.1\",\t2147483647\n+inf,+0\n1e400, -2147483648 \n")
    #expect(try table.tensor(of: "f") == Tensor<Float>([-1500, 0.1, .infinity, .infinity]))
    #expect(try table.tensor(of: "f", as: Double.self).scalars[1] == 0.1)
    #expect(try table.tensor(of: "i", as: Int32.self) == Tensor([-7, .max, 0, .min]))
    #expect(
      try table.tensor(of: table.columnNames, as: Double.self).scalars
        == [-1500, -7, 0.1, 2_147_483_647, .infinity, 0, .infinity, -2_147_483_648])
    #expect(try table.tensor(of: [] as [String]).shape == [4, 0])
  }

  @Test func readsTheNearestNumberOfEachType() throws {
    var rng = Philox(seed: 3)
    let doubles = (0..<500).map { _ in
      Double(bitPattern: UInt64.random(in: 0..<0x7FF << 52, using: &rng))
    }
    let table = try table(doubles.map { "\($0)" }.joined(separator: "\n"), hasHeader: false)
    #expect(try table.tensor(of: "0", as: Double.self).scalars == doubles)
    #expect(try table.tensor(of: "0").scalars == doubles.map { Float($0) })
  }

  /// Decimals near what takes more care: of 15 to 20 digits, powers of ten around those that are
  /// exact, and half-way between two numbers of `Float` or just beside.
  @Test func readsDecimalsAsSwiftDoes() throws {
    var rng = Philox(seed: 4)
    var decimals = [
      "-0", "+0.0", "9007199254740992", "9007199254740993", "1.e3", ".5", "-.5e-3", "1E+2",
    ]
    decimals += [
      "16777217", "16777217.0000001", "16777216.9999999", "16777219", "1.000000059604644775390625",
    ]
    decimals += [
      "999999999999999999", "9999999999999999999", "1e22", "1e23", "-7e-22", "7e-23", "1e0001",
    ]
    for _ in 0..<2000 {
      let digits = UInt64.random(in: 0..<1 << UInt64.random(in: 1..<64, using: &rng), using: &rng)
      let power = Int.random(in: -30...30, using: &rng)
      let point = Int.random(in: 0...9, using: &rng)
      decimals.append("\(digits).\(point)e\(power)")
      decimals.append("-\(digits)")
    }
    let table = try table(decimals.joined(separator: "\n"), hasHeader: false)
    let doubles = try table.tensor(of: "0", as: Double.self).scalars
    let floats = try table.tensor(of: "0", as: Float.self).scalars
    for (index, decimal) in decimals.enumerated() {
      let (double, float) = (try #require(Double(decimal)), try #require(Float(decimal)))
      #expect(doubles[index].bitPattern == double.bitPattern, "\(decimal)")
      #expect(floats[index].bitPattern == float.bitPattern, "\(decimal)")
    }
  }

  @Test func emptyFieldsAreMissingNumbers() throws {
    let table = try table("a,b\n1,\n,2\n  ,3\n")
    expect(
      .malformed(
        path: "\(table.path): line 3, column \"a\"", expected: "a number of type Float",
        found: "nothing")
    ) { try table.tensor(of: "a") }
    #expect(try table.tensor(of: "a", missing: "-1") == Tensor([1, -1, -1]))
    #expect(try table.tensor(of: "a", as: Int64.self, missing: "0") == Tensor([1, 0, 0]))
    let numbers = try table.tensor(of: ["a", "b"], missing: "nan").scalars
    #expect(numbers.map(\.isNaN) == [false, true, true, false, true, false])
    expect(
      .malformed(
        path: "\(table.path): line 2, column \"b\"", expected: "a number of type UInt8",
        found: "\"nan\"")
    ) { try table.tensor(of: "b", as: UInt8.self, missing: "nan") }
  }

  /// Fields that are no `UInt8`.
  private static let noNumbers = [
    "abc", "1.5", "1,5", "256", "-1", "1_000", "1e2", "0x", "1 2", "½",
  ]

  @Test(arguments: noNumbers) func refusesWhatIsNoNumber(field: String) throws {
    // The line is counted with empty ones and those within quotes.
    let table = try table("\"a\nb\"\r\n1\r\n\r\n\"\(field)\"\r\n2\r\n")
    expect(
      .malformed(
        path: "\(table.path): line 5, column \"a\\nb\"", expected: "a number of type UInt8",
        found: field.debugDescription)
    ) { try table.tensor(of: "a\nb", as: UInt8.self) }
  }

  @Test func classesAreInTheOrderOfTheirNames() throws {
    let table = try table("x,kind\n1,setosa\n2,Virginica\n3,versicolor\n4,setosa\n5,\n")
    let (labels, names) = try table.classes(of: "kind")
    #expect(names == ["", "Virginica", "setosa", "versicolor"])
    #expect(labels == Tensor([2, 1, 3, 2, 0]))
  }

  @Test func aTableOfIrisesIsTheOneThatIsBuiltIn() throws {
    let irises = Iris.load(as: Double.self)
    let species = irises.labels.scalars.map { Iris.classNames[Int($0)] }
    let lines = species.enumerated().map { index, name in
      (irises.inputs[index].scalars.map { "\($0)" } + [name]).joined(separator: ",")
    }
    let header = (Iris.featureNames + ["species"]).joined(separator: ",")
    let table = try table(([header] + lines).joined(separator: "\r\n"))
    let (labels, names) = try table.classes(of: "species")
    #expect(names == ["setosa", "versicolor", "virginica"])
    #expect(labels == irises.labels)
    #expect(try table.tensor(of: Iris.featureNames, as: Double.self) == irises.inputs)
  }

  @Test func aTableMayHaveNoRows() throws {
    let table = try table("a,b")
    #expect(table.rowCount == 0)
    #expect(try table.texts(of: "a") == [])
    #expect(try table.tensor(of: "b").shape == [0])
    #expect(try table.tensor(of: table.columnNames).shape == [0, 2])
    #expect(try table.classes(of: "b").names == [])
  }

  /// Files, what is appended to their path, what was expected and what was found.
  private static let malformed: [([UInt8], String, String, String)] = [
    ([], "", "a line of names", "none"),
    (Array("\n\r\n".utf8), "", "a line of names", "none"),
    ([0xEF, 0xBB, 0xBF], "", "a line of names", "none"),
    (Array("a,b\n1,2\n\n3\n".utf8), ": line 4", "2 fields, as in the first line", "1"),
    (Array("a,b\r\n1,2,\r\n".utf8), ": line 2", "2 fields, as in the first line", "3"),
    (Array("a\n\"b\nc".utf8), ": line 2", "a quote that ends the field", "the end of the file"),
    (Array("a\n\"b\"\"".utf8), ": line 2", "a quote that ends the field", "the end of the file"),
    (
      Array("a\n\"b\nc\" d,e".utf8), ": line 3", "the end of the field after its quote", "\" d\""
    ),
    ([0xFF, 0xFE, 0x61, 0], "", "text in UTF-8", "a mark of UTF-16"),
    ([0xFE, 0xFF, 0, 0x61], "", "text in UTF-8", "a mark of UTF-16"),
    ([0x61, 0x2C, 0xE9, 0x0A], ": line 1", "text in UTF-8", "other bytes"),
  ]

  @Test(arguments: malformed)
  func namesWhatItExpectedAndFound(
    bytes: [UInt8], place: String, expected: String, found: String
  ) throws {
    for bytes in [bytes, gzip(bytes)] {
      let path = try folder.write(bytes, to: "table")
      expect(.malformed(path: path + place, expected: expected, found: found)) {
        try CSVFile(reading: path)
      }
    }
  }

  @Test func refusesAFileWithoutRowsWhereThereAreNoNames() throws {
    let path = try folder.write([], to: "table.csv")
    expect(.malformed(path: path, expected: "a row", found: "none")) {
      try CSVFile(reading: path, hasHeader: false)
    }
  }

  @Test func refusesTextThatIsNotUTF8WhenItIsAskedFor() throws {
    let path = try folder.write(Array("a,b\n1,".utf8) + [0xE9], to: "latin1.csv")
    let table = try CSVFile(reading: path)
    #expect(try table.tensor(of: "a") == Tensor([1]))
    let place = "\(path): line 2, column \"b\""
    expect(.malformed(path: place, expected: "text in UTF-8", found: "other bytes")) {
      try table.texts(of: "b")
    }
    expect(.malformed(path: place, expected: "text in UTF-8", found: "other bytes")) {
      try table.classes(of: "b")
    }
    expect(.malformed(path: place, expected: "a number of type Float", found: "\"\u{FFFD}\"")) {
      try table.tensor(of: "b")
    }
  }

  @Test func refusesMoreThanTheLimits() throws {
    let path = try folder.write(gzip([UInt8](repeating: 0x61, count: 5000)), to: "long.csv.gz")
    expect(.tooLarge(path: path, found: "more", limit: 4999)) {
      try CSVFile(reading: path, limit: 4999)
    }
    let commas = [UInt8](repeating: UInt8(ascii: ","), count: 1 << 22)
    let wide = try folder.write(Array("\n".utf8) + commas, to: "wide.csv")
    expect(.malformed(path: "\(wide): line 2", expected: "at most 4194304 fields", found: "more")) {
      try CSVFile(reading: wide)
    }
  }

  @Test(arguments: ["\"", "\n", "\r\n", "é", "😀", ".", "-", "1", "e"])
  func trapsOnWhatCannotSeparate(separator: String) async {
    expectMessage(
      "CSVFile: a separator is one character of ASCII that is in no number, no quote and no end of",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        [separator] in
        _ = try CSVFile(reading: "/", separator: Character(separator))
      })
  }
}

/// Calls `body`, which should throw this error.
private func expect(
  _ error: DataError, sourceLocation: SourceLocation = #_sourceLocation,
  when body: () throws -> some Any
) {
  #expect(throws: error, sourceLocation: sourceLocation) { _ = try body() }
}
