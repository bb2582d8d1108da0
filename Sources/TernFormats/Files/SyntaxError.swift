/// Why the text of a header cannot be read: what was expected and found at which of its bytes.
struct SyntaxError: Error {
  var offset: Int
  var expected: String
  var found: String

  init(offset: Int, expected: String, found: String) {
    self.offset = offset
    self.expected = expected
    self.found = found
  }

  /// Something else is at this place, or nothing.
  init(expected: String, in text: [UInt8], at offset: Int) {
    self.offset = offset
    self.expected = expected
    found =
      offset < text.count
      ? quoted(String(decoding: text[offset...].prefix(12), as: UTF8.self))
      : "the end of the header"
  }

  /// The error for the file with this header.
  func inFile(_ path: String) -> FormatError {
    .malformed(path: path, expected: "\(expected) at byte \(offset) of the header", found: found)
  }
}
