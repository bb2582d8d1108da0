/// The numbers and texts that follow an instruction.
extension PickleReader {
  /// The next bytes; a length that the file does not have is refused before anything is taken.
  ///
  /// - Parameter advancing: whether reading goes on behind them.
  mutating func taken(_ count: UInt64, advancing: Bool = true) throws(DataError) -> ArraySlice<
    UInt8
  > {
    let remaining = bytes.count - position
    guard count <= UInt64(remaining) else {
      throw failure("\(count) bytes", "only \(remaining)")
    }
    let taken = bytes[position...].prefix(Int(count))
    if advancing { position = taken.endIndex }
    return taken
  }

  /// The next bytes up to the end of the line, which is passed over.
  mutating func line() throws(DataError) -> ArraySlice<UInt8> {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else {
      throw failure("a line", "no end of one")
    }
    defer { position = end + 1 }
    return bytes[position..<end]
  }

  /// The next number, the lowest byte first.
  mutating func unsigned(_ byteCount: UInt64) throws(DataError) -> UInt64 {
    try taken(byteCount).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The next number with a sign, the lowest byte first.
  private mutating func signed(_ byteCount: UInt64) throws(DataError) -> Int {
    guard byteCount <= 8 else { throw failure("a number of at most 8 bytes", "\(byteCount)") }
    if byteCount == 0 { return 0 }
    let unused = 64 - 8 * byteCount
    return Int(Int64(bitPattern: try unsigned(byteCount) << unused) >> unused)
  }

  /// A place in the memo.
  mutating func place(_ opcode: PickleOpcode) throws(DataError) -> Int {
    switch opcode {
    case .put, .get: return try integer(line())
    case .longBinPut, .longBinGet: return Int(try unsigned(4))
    default: return Int(try unsigned(1))
    }
  }

  /// The number that follows an instruction.
  mutating func number(_ opcode: PickleOpcode) throws(DataError) -> Pickle.Value {
    switch opcode {
    case .binInt: return .int(try signed(4))
    case .binInt1: return .int(Int(try unsigned(1)))
    case .binInt2: return .int(Int(try unsigned(2)))
    case .long1: return .int(try signed(unsigned(1)))
    case .long4: return .int(try signed(unsigned(4)))
    case .binFloat:
      return .float(Double(bitPattern: try unsigned(8).byteSwapped))
    case .float:
      let text = String(decoding: try line(), as: UTF8.self)
      guard let number = Double(text) else { throw failure("a number", Self.quoted(text)) }
      return .float(number)
    case .int:
      let text = try line()
      // Protocols 0 and 1 have truth values of this form only.
      if text.elementsEqual("01".utf8) { return .bool(true) }
      if text.elementsEqual("00".utf8) { return .bool(false) }
      return .int(try integer(text))
    default:
      let text = try line()
      return .int(try integer(text.last == UInt8(ascii: "L") ? text.dropLast() : text))
    }
  }

  private func integer(_ text: ArraySlice<UInt8>) throws(DataError) -> Int {
    let text = String(decoding: text, as: UTF8.self)
    guard let integer = Int(text) else {
      throw failure("a number of at most 64 bits", Self.quoted(text))
    }
    return integer
  }

  /// The text or the bytes that follow an instruction.
  mutating func text(_ opcode: PickleOpcode) throws(DataError) -> ArraySlice<UInt8> {
    switch opcode {
    case .shortBinString, .shortBinUnicode, .shortBinBytes: return try taken(unsigned(1))
    case .binString:
      let count = try signed(4)
      guard count >= 0 else { throw failure("a length of 0 or more", "\(count)") }
      return try taken(UInt64(count))
    case .binUnicode, .binBytes: return try taken(unsigned(4))
    case .binUnicode8, .binBytes8: return try taken(unsigned(8))
    case .unicode: return try unescaped(line(), isUnicode: true)
    default:
      let text = try line()
      guard text.count >= 2, let quotes = text.first, quotes == text.last,
        quotes == UInt8(ascii: "'") || quotes == UInt8(ascii: "\"")
      else { throw failure("a text in quotation marks", "another") }
      return try unescaped(text.dropFirst().dropLast(), isUnicode: false)
    }
  }

  /// A text without its backslashes: `\n` and the like in Python 2's bytes, `\u00e9` and
  /// `\U0001f600` in its Unicode, whose other characters are single bytes of Latin-1.
  private func unescaped(
    _ text: ArraySlice<UInt8>, isUnicode: Bool
  ) throws(DataError) -> ArraySlice<UInt8> {
    guard text.contains(where: { $0 == UInt8(ascii: "\\") || $0 > 0x7F }) else { return text }
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      if byte != UInt8(ascii: "\\") {
        result += isUnicode ? Array(String(UnicodeScalar(byte)).utf8) : [byte]
        continue
      }
      guard let letter = rest.popFirst() else { throw failure("a letter after \\", "none") }
      let digitCount = (isUnicode ? Self.unicodeDigits : Self.byteDigits)[letter]
      if let digitCount {
        let digits = String(decoding: rest.prefix(digitCount), as: UTF8.self)
        guard digits.utf8.count == digitCount, let code = UInt32(digits, radix: 16),
          let scalar = UnicodeScalar(code)
        else {
          throw failure("\(digitCount) hexadecimal digits of a character", Self.quoted(digits))
        }
        rest = rest.dropFirst(digitCount)
        result += isUnicode ? Array(String(scalar).utf8) : [UInt8(code)]
      } else if isUnicode {
        result += [byte, letter]
      } else {
        guard let meaning = Self.escapes[letter] else {
          throw failure("one of \\\\ \\' \\\" \\n \\r \\t \\x", "\\ and \(letter)")
        }
        result.append(meaning)
      }
    }
    return result[...]
  }

  private static let unicodeDigits: [UInt8: Int] = [UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8]
  private static let byteDigits: [UInt8: Int] = [UInt8(ascii: "x"): 2]
  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "'"): UInt8(ascii: "'"),
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
    UInt8(ascii: "t"): 0x09,
  ]

  private static func quoted(_ text: String) -> String { text.prefix(40).debugDescription }
}
