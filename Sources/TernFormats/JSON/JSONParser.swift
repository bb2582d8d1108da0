/// Reads JSON (RFC 8259), and no more than that: names must be unique and text valid UTF-8.
///
/// FoundationEssentials' decoder keeps neither the order nor the repetitions of names.
struct JSONParser {
  private let text: [UInt8]
  private var position = 0
  private var valueCount = 0

  /// The most values in a text, each of which takes much more memory than the two bytes that can
  /// spell it.
  static let largestCount = 1 << 22
  /// Nesting beyond this is an error, so that no text can exhaust the stack.
  private static let deepestNesting = 64

  /// The value that a whole text spells.
  static func value(of text: [UInt8]) throws(SyntaxError) -> JSONValue {
    var parser = JSONParser(text: text)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == text.count else { throw parser.failure("the end of the JSON text") }
    return value
  }

  private init(text: [UInt8]) { self.text = text }

  private var next: UInt8? { position < text.count ? text[position] : nil }

  private mutating func value(depth: Int) throws(SyntaxError) -> JSONValue {
    guard depth <= Self.deepestNesting else {
      throw failure("JSON nested at most \(Self.deepestNesting) deep")
    }
    valueCount += 1
    guard valueCount <= Self.largestCount else {
      throw failure("JSON of at most \(Self.largestCount) values")
    }
    skipSpace()
    switch next ?? 0 {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw failure("a JSON value")
    }
  }

  private mutating func object(depth: Int) throws(SyntaxError) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    var names: Set<String> = []
    position += 1
    skipSpace()
    if skip("}") { return .object([]) }
    repeat {
      skipSpace()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw failure("a name in quotation marks") }
      let name = try string()
      guard names.insert(name).inserted else {
        throw SyntaxError(
          offset: start, expected: "names that differ", found: "\(quoted(name)) twice")
      }
      skipSpace()
      guard skip(":") else { throw failure("a colon") }
      members.append((name, try value(depth: depth + 1)))
      skipSpace()
    } while skip(",")
    guard skip("}") else { throw failure("a comma or a closing brace") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(SyntaxError) -> JSONValue {
    var values: [JSONValue] = []
    position += 1
    skipSpace()
    if skip("]") { return .array([]) }
    repeat {
      values.append(try value(depth: depth + 1))
      skipSpace()
    } while skip(",")
    guard skip("]") else { throw failure("a comma or a closing bracket") }
    return .array(values)
  }

  private mutating func number() throws(SyntaxError) -> JSONValue {
    let start = position
    _ = skip("-")
    let first = position
    let wholeDigits = skipDigits()
    if wholeDigits == 0 || wholeDigits > 1 && text[first] == UInt8(ascii: "0") {
      throw failure("a number without leading zeros", at: first)
    }
    var isInteger = true
    if skip(".") {
      isInteger = false
      guard skipDigits() > 0 else { throw failure("a digit") }
    }
    if skip("e") || skip("E") {
      isInteger = false
      _ = skip("+") || skip("-")
      guard skipDigits() > 0 else { throw failure("a digit") }
    }
    let spelling = String(decoding: text[start..<position], as: UTF8.self)
    if isInteger, let integer = Int(spelling) { return .integer(integer) }
    return .number(spelling)
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(SyntaxError) -> JSONValue {
    let count = word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { text[position...].starts(with: $0) }
    guard matches else { throw failure("a JSON value") }
    position += count
    return value
  }

  private mutating func string() throws(SyntaxError) -> String {
    let start = position
    position += 1
    var bytes: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw failure("control characters in strings to be escaped") }
      if byte == UInt8(ascii: "\\") {
        bytes += String(try escaped()).utf8
      } else {
        bytes.append(byte)
        position += 1
      }
    }
    guard skip("\"") else { throw failure("a closing quotation mark") }
    guard let string = String(validating: bytes, as: UTF8.self) else {
      throw SyntaxError(offset: start, expected: "text in UTF-8", found: "other bytes")
    }
    return string
  }

  /// The character that a backslash and what follows it stand for.
  private mutating func escaped() throws(SyntaxError) -> Unicode.Scalar {
    let start = position
    position += 1
    let letter = next
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try codeUnit(from: start)
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // The first half of a character outside the basic plane; the second must follow.
      guard (0xD800..<0xDC00).contains(unit), skip("\\"), skip("u") else {
        throw failure("a surrogate pair", at: start)
      }
      let low = try codeUnit(from: start)
      let high = UInt32(unit - 0xD800) << 10
      guard (0xDC00..<0xE000).contains(low),
        let scalar = Unicode.Scalar(0x10000 + high + UInt32(low - 0xDC00))
      else { throw failure("a surrogate pair", at: start) }
      return scalar
    default: throw failure("an escape sequence of JSON", at: start)
    }
  }

  /// The four hexadecimal digits after `\u`.
  private mutating func codeUnit(from start: Int) throws(SyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next,
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw failure("four hexadecimal digits", at: start) }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    return position - start
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private func failure(_ expected: String, at offset: Int? = nil) -> SyntaxError {
    SyntaxError(expected: expected, in: text, at: offset ?? position)
  }
}
