import Tern
import Testing

@Suite struct SafetensorsHeaderTests {
  private static func file(_ header: String, data: Int = 0) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init)
      + Array(header.utf8) + [UInt8](repeating: 0, count: data)
  }

  private static func length(_ length: UInt64) -> [UInt8] {
    withUnsafeBytes(of: length.littleEndian, Array.init)
  }

  /// A description of a tensor of single precision.
  private static func x(_ name: String, _ shape: String, _ begin: Int, _ end: Int) -> String {
    #""\#(name)":{"dtype":"F32","shape":\#(shape),"data_offsets":[\#(begin),\#(end)]}"#
  }

  private static let ones = "[1" + String(repeating: ",1", count: 8) + "]"
  private static let large = "2147483647"
  private static let larger = "2147483648"

  private static let malformed: [([UInt8], String)] = [
    ([1, 2, 3], "expected a length of the header in 8 bytes, found 3 bytes"),
    (length(100_000_001), "expected a header of at most 100000000 bytes, found 100000001"),
    (length(.max), "expected a header of at most 100000000 bytes, found 18446744073709551615"),
    (length(3) + [0x7B, 0x7D], "expected a header of 3 bytes, found only 2"),
    (file(""), "expected an opening brace at byte 0 of the header, found the end of the header"),
    (file(" {}"), "expected an opening brace at byte 0 of the header, found \" {}\""),
    (file("{} x"), "expected the end of the JSON text at byte 3 of the header, found \"x\""),
    (
      file(#"{"a":{}}"#),
      "expected the dtype of tensor \"a\", found none that is text"
    ),
    (file(#"{"a":1}"#), "expected the description of tensor \"a\", found another value"),
    (file(#"{"__metadata__":[]}"#), "expected metadata that are an object, found another value"),
    (
      file(#"{"__metadata__":{"a":1}}"#),
      "expected text as the metadata of \"a\", found another value"
    ),
    (
      file("{" + x("a", "[-1]", 0, 4) + "}"),
      "expected the shape of tensor \"a\", found none that is an array of extents"
    ),
    (
      file("{" + x("a", "[1.0]", 0, 4) + "}"),
      "expected the shape of tensor \"a\", found none that is an array of extents"
    ),
    (
      file("{" + x("a", ones, 0, 4) + "}"),
      "expected a shape of at most 8 axes of tensor \"a\", found 9"
    ),
    (
      file(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#),
      "expected the data_offsets of tensor \"a\", found none that are two numbers"
    ),
    (
      file("{" + x("a", "[1]", 4, 0) + "}"),
      "expected ascending data_offsets of tensor \"a\", found [4, 0]"
    ),
    (
      file("{" + x("a", "[\(large),\(large),\(large)]", 0, 4) + "}"),
      "expected a shape that fits into memory of tensor \"a\", "
        + "found [\(large), \(large), \(large)]"
    ),
    (
      file("{" + x("a", "[1,\(larger)]", 0, 4) + "}"),
      "expected extents of at most \(large) of tensor \"a\", found [1, \(larger)]"
    ),
    (
      file("{" + x("a", "[0,\(larger)]", 0, 0) + "}"),
      "expected extents of at most \(large) of tensor \"a\", found [0, \(larger)]"
    ),
    (
      file("{" + x("a", "[1048576,1048576,1024]", 0, 4_503_599_627_370_496) + "}"),
      "expected 4503599627370496 bytes of data after the header, found 0"
    ),
    (
      file("{" + x("a", "[0,\(large),\(large),\(large)]", 0, 0) + "}"),
      "expected a shape that fits into memory of tensor \"a\", "
        + "found [0, \(large), \(large), \(large)]"
    ),
    (
      file("{" + x("a", "[3]", 0, 4) + "}", data: 4),
      "expected 12 bytes for shape [3] and dtype F32 of tensor \"a\", found 4"
    ),
    (
      file("{" + x("a", "[1]", 4, 8) + "}", data: 8),
      "expected the data of tensor \"a\" at byte 0, found 4"
    ),
    (
      file("{" + x("a", "[2]", 0, 8) + "," + x("b", "[1]", 4, 8) + "}", data: 8),
      "expected the data of tensor \"b\" at byte 8, found 4"
    ),
    (
      file("{" + x("a", "[2]", 0, 8) + "," + x("b", "[1]", 12, 16) + "}", data: 16),
      "expected the data of tensor \"b\" at byte 8, found 12"
    ),
    (
      file("{" + x("a", "[2]", 0, 8) + "}", data: 7),
      "expected 8 bytes of data after the header, found 7"
    ),
    (
      file("{" + x("a", "[2]", 0, 8) + "}", data: 9),
      "expected 8 bytes of data after the header, found 9"
    ),
    (
      file(#"{"a":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]}}"#) + [2],
      "expected truth values stored as 0 or 1 in tensor \"a\", found 2"
    ),
  ]

  @Test(arguments: malformed)
  func malformedFilesAreRefused(bytes: [UInt8], text: String) {
    let error = #expect(throws: FormatError.self) { try Safetensors.read(bytes, path: "a") }
    #expect(error?.description == "a: \(text)")
  }

  @Test func namesMustDiffer() {
    let bytes = Self.file(
      "{" + Self.x("a", "[1]", 0, 4) + "," + Self.x("a", "[1]", 4, 8) + "}", data: 8)
    #expect(
      throws: FormatError.malformed(
        path: "f", expected: "names that differ at byte 54 of the header", found: "\"a\" twice")
    ) { try Safetensors.read(bytes, path: "f") }
  }

  @Test func dataMayBeInAnotherOrderThanTheHeader() throws {
    let header = "{" + Self.x("b", "[1]", 4, 8) + "," + Self.x("a", "[1]", 0, 4) + "}  "
    let file = try Safetensors.read(
      Array(Self.file(header)) + [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40], path: "f")
    #expect(file.names == ["b", "a"])
    #expect(try file.tensor("a", as: Float.self) == [1])
    #expect(try file.tensor("b", as: Float.self) == [2])
  }
}
