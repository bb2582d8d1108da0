import TernFormats

/// A text of separated fields, and what a field of it says.
struct CSVText: Sendable {
  /// Where the text was read from.
  let path: String
  private let bytes: [UInt8]
  private let separator: UInt8

  /// The places of a field in the text.
  struct Field {
    /// What the field says, without the quotes around it; those inside are still doubled.
    let contents: Range<Int>
    let isQuoted: Bool
    /// Where the separator, the end of the line or the end of the text after the field is.
    var end: Int { contents.upperBound + (isQuoted ? 1 : 0) }
  }

  static let largestColumnCount = 1 << 22

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ bytes: [UInt8], separator: UInt8, path: String) throws(DataError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .malformed(path: path, expected: "text in UTF-8", found: "a mark of UTF-16")
    }
    self.path = path
    self.bytes = bytes
    self.separator = separator
  }

  /// The most fields that there can be, the one of an empty text included.
  var largestFieldCount: Int {
    bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(1) { $0 &+ (endsField($1) ? 1 : 0) }
    }
  }

  /// Where the fields of each line that has any begin.
  ///
  /// - Parameter body: Gets the places of a line's fields.
  func forEachLine(_ body: ([Int]) throws(DataError) -> Void) throws(DataError) {
    var starts: [Int] = []
    var place = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    while place < bytes.count {
      if endsLine(bytes[place]) {
        place += 1
        continue
      }
      starts.removeAll(keepingCapacity: true)
      while true {
        guard starts.count < Self.largestColumnCount else {
          throw .malformed(
            path: self.place(of: starts[0]), expected: "at most \(Self.largestColumnCount) fields",
            found: "more")
        }
        starts.append(place)
        let end = try field(at: place).end
        place = end + 1
        if end == bytes.count || endsLine(bytes[end]) { break }
      }
      try body(starts)
    }
  }

  /// The field that begins at a place.
  func field(at start: Int) throws(DataError) -> Field {
    guard start < bytes.count, bytes[start] == Self.quote else {
      var end = start
      while end < bytes.count, !endsField(bytes[end]) { end += 1 }
      return Field(contents: start..<end, isQuoted: false)
    }
    var end = start + 1
    while true {
      while end < bytes.count, bytes[end] != Self.quote { end += 1 }
      guard end < bytes.count else {
        throw .malformed(
          path: place(of: start), expected: "a quote that ends the field",
          found: "the end of the file")
      }
      guard end + 1 < bytes.count, bytes[end + 1] == Self.quote else { break }
      end += 2
    }
    guard end + 1 == bytes.count || endsField(bytes[end + 1]) else {
      let rest = String(decoding: bytes[(end + 1)...].prefix { !endsField($0) }, as: UTF8.self)
      throw .malformed(
        path: place(of: end), expected: "the end of the field after its quote", found: quoted(rest))
    }
    return Field(contents: start + 1..<end, isQuoted: true)
  }

  /// What a field says, nil if that is no UTF-8.
  func string(of field: Field) -> String? {
    let contents = bytes[field.contents]
    guard field.isQuoted, contents.contains(Self.quote) else {
      return String(validating: contents, as: UTF8.self)
    }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(contents.count)
    var index = contents.startIndex
    while index < contents.endIndex {
      unescaped.append(contents[index])
      index += contents[index] == Self.quote ? 2 : 1
    }
    return String(validating: unescaped, as: UTF8.self)
  }

  /// The characters of a field of a number, without spaces around them.
  func number(of field: Field) -> String {
    var contents = bytes[field.contents]
    while let first = contents.first, isSpace(first) { contents.removeFirst() }
    while let last = contents.last, isSpace(last) { contents.removeLast() }
    return String(decoding: contents, as: UTF8.self)
  }

  /// The number that a field is, if it has few digits and nothing around it but spaces.
  func shortDecimal(at start: Int) -> ShortDecimal? {
    bytes.withUnsafeBufferPointer { bytes in
      var place = start
      while place < bytes.count, isSpace(bytes[place]) { place += 1 }
      guard let decimal = ShortDecimal(bytes, at: &place) else { return nil }
      while place < bytes.count, isSpace(bytes[place]) { place += 1 }
      return place == bytes.count || endsField(bytes[place]) ? decimal : nil
    }
  }

  /// The file and the line of a place in the text, counted from 1.
  func place(of offset: Int) -> String {
    var line = 1
    for index in 0..<offset {
      let isPair =
        bytes[index] == Self.carriageReturn && index + 1 < bytes.count
        && bytes[index + 1] == Self.lineFeed
      if endsLine(bytes[index]), !isPair { line += 1 }
    }
    return "\(path): line \(line)"
  }

  private func endsLine(_ byte: UInt8) -> Bool {
    byte == Self.lineFeed || byte == Self.carriageReturn
  }

  private func endsField(_ byte: UInt8) -> Bool { byte == separator || endsLine(byte) }

  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != separator
  }
}
