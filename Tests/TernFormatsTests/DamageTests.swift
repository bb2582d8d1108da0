import Tern
import TestSupport
import Testing

/// Whatever is wrong with a file of tensors, it is read or refused.
@Suite struct DamageTests {
  @Test(arguments: ["float32", "bool", "fortranCube", "version2"])
  func everyTruncationAndFlippedBitOfNPY(name: String) throws {
    let file = try #require(npyFiles[name])
    let refused = refusals(ofEveryTruncationAndFlippedBitIn: file) {
      _ = try NPY.read($0, path: name)
    }
    #expect(refused.truncated == file.count)
    #expect(refused.flipped > 0)
  }

  @Test(arguments: ["all", "halves", "none"])
  func everyTruncationAndFlippedBitOfSafetensors(name: String) throws {
    let file = try #require(safetensorsFiles[name])
    let refused = refusals(ofEveryTruncationAndFlippedBitIn: file) {
      _ = try Safetensors.read($0, path: name)
    }
    #expect(refused.truncated == file.count)
    #expect(refused.flipped > 0)
  }

  private static func safetensors(_ header: String, byteCount: Int) -> [UInt8] {
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init)
    return length + Array(header.utf8) + [UInt8](repeating: 0, count: byteCount)
  }

  private static func entry(_ name: String, _ start: Int, _ end: Int, count: Int = 1) -> String {
    #""\#(name)":{"dtype":"F32","shape":[\#(count)],"data_offsets":[\#(start),\#(end)]}"#
  }

  /// Headers that lie, how many bytes follow them, and a part of what is said.
  private static let attacks: [(String, Int, String)] = [
    ("{\(entry("a", 0, 4)),\(entry("b", 0, 4))}", 8, "the data of tensor \"b\" at byte 4, found 0"),
    ("{\(entry("a", 0, 4)),\(entry("b", 8, 12))}", 12, "at byte 4, found 8"),
    ("{\(entry("a", 0, 4))}", 8, "expected 4 bytes of data after the header, found 8"),
    (
      "{\(entry("a", 9_223_372_036_854_775_803, .max))}", 4,
      "at byte 0, found 9223372036854775803"
    ),
    ("{\(entry("a", 4, 0))}", 4, "ascending data_offsets"),
    ("\u{FEFF}{\(entry("a", 0, 4))}", 4, "an opening brace at byte 0"),
    (#"{"a":{"dtype":"F32","shape":[NaN],"data_offsets":[0,4]}}"#, 4, "a JSON value at byte 29"),
    (#"{"a":"# + String(repeating: "[", count: 1000), 0, "nested at most 64 deep"),
    ("{\(entry("a", 0, 1 << 50, count: 1 << 30))}", 4, "4294967296 bytes for shape"),
  ]

  @Test(arguments: attacks) func headersThatLie(header: String, byteCount: Int, text: String) {
    let file = Self.safetensors(header, byteCount: byteCount)
    let error = #expect(throws: FormatError.self) { try Safetensors.read(file, path: "a") }
    #expect(error?.description.hasPrefix("a: expected ") == true)
    #expect(error?.description.contains(text) == true, "\(error?.description ?? "none")")
  }

  /// A line break of Windows is white space in JSON and Python alike.
  @Test func linesMayEndAsOnWindows() throws {
    let file = Self.safetensors("{\r\n\(Self.entry("a", 0, 4))\r\n}", byteCount: 4)
    #expect(try Safetensors.read(file, path: "a").names == ["a"])
  }

  @Test func aMessageNamesFewOfManyMembers() {
    let members = String(repeating: "'a':True,", count: 5000)
    let header = Array("{\(members)}".utf8)
    let file: [UInt8] =
      [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.count & 0xFF), UInt8(header.count >> 8)]
      + header
    let error = #expect(throws: FormatError.self) { try NPY.read(file, path: "a") }
    #expect(error?.description.hasSuffix("\"a\", \"a\", \"a\", \"a\" and 4996 more") == true)
  }
}
