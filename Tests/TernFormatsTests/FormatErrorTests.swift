import Tern
import Testing

@Suite struct FormatErrorTests {
  private static let texts: [(FormatError, String)] = [
    (.missingFile(path: "a/b"), "a/b: expected a file, found nothing"),
    (.notAFile(path: "a/b"), "a/b: expected a file, found a folder, pipe or device"),
    (
      .unreadable(path: "a/b", reason: "Permission denied"),
      "a/b: cannot be read: Permission denied"
    ),
    (
      .unwritable(path: "a/b", reason: "No space left on device"),
      "a/b: cannot be written: No space left on device"
    ),
    (
      .malformed(path: "a", expected: "8 bytes", found: "7"), "a: expected 8 bytes, found 7"
    ),
    (
      .unsupportedType(path: "a", tensor: "x\n", found: "I16"),
      "a: tensor \"x\\n\": expected elements of a type that Tern has, found I16"
    ),
    (
      .unsupportedType(path: "a", tensor: nil, found: "<c8"),
      "a: expected elements of a type that Tern has, found <c8"
    ),
    (
      .unsupportedType(path: "a", tensor: nil, found: "\u{1B}[1m"),
      "a: expected elements of a type that Tern has, found \"\\u{1B}[1m\""
    ),
    (
      .missingTensor(path: "a", tensor: "x", found: ["y", "z"]),
      "a: expected a tensor \"x\", found \"y\", \"z\""
    ),
    (
      .missingTensor(path: "a", tensor: "x", found: []),
      "a: expected a tensor \"x\", found no tensors"
    ),
    (
      .missingTensor(path: "a", tensor: "x", found: (1...10).map(String.init)),
      "a: expected a tensor \"x\", found \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\" "
        + "and 2 more"
    ),
    (
      .wrongType(path: "a", tensor: "x", expected: .float32, found: .int64),
      "a: tensor \"x\": expected elements of type float32, found int64"
    ),
    (
      .wrongType(path: "a", tensor: nil, expected: .float32, found: .int64),
      "a: expected elements of type float32, found int64"
    ),
    (
      .wrongShape(path: "a", tensor: "x", expected: [2, 3], found: [3, 2]),
      "a: tensor \"x\": expected shape [2, 3], found [3, 2]"
    ),
  ]

  @Test(arguments: texts)
  func text(error: FormatError, expected: String) {
    #expect(error.description == expected)
  }

  @Test func longNamesAreCut() {
    let error = FormatError.missingTensor(
      path: "a", tensor: String(repeating: "x", count: 1000), found: [])
    #expect(
      error.description
        == "a: expected a tensor \"\(String(repeating: "x", count: 80))\"…, found no tensors")
  }
}
