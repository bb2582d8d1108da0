/// The Python literals that occur in the header of an `.npy` file.
enum PythonLiteral {
  case string(String)
  case bool(Bool)
  case tuple([Int])
  /// The description of a type with several parts, which is not looked into.
  case list

  /// The members of a dictionary that is the whole text, but for white space.
  static func dictionary(
    _ text: [UInt8]
  ) throws(SyntaxError) -> [(name: String, value: PythonLiteral)] {
    var parser = PythonParser(text: text)
    return try parser.dictionary()
  }
}

private struct PythonParser {
  let text: [UInt8]
  var position = 0

  mutating func dictionary() throws(SyntaxError) -> [(name: String, value: PythonLiteral)] {
    var members: [(name: String, value: PythonLiteral)] = []
    guard skip("{") else { throw failure("an opening brace") }
    while !skip("}") {
      let name = try string()
      guard skip(":") else { throw failure("a colon") }
      let value = try value()
      members.append((name, value))
      guard skip(",") || isNext("}") else { throw failure("a comma or a closing brace") }
    }
    skipSpace()
    guard position == text.count else { throw failure("the end of the header") }
    return members
  }

  private mutating func value() throws(SyntaxError) -> PythonLiteral {
    if isNext("'") || isNext("\"") { return .string(try string()) }
    if isNext("[") { return try list() }
    if skip("(") { return .tuple(try extents()) }
    if skip("True") { return .bool(true) }
    if skip("False") { return .bool(false) }
    throw failure("a string, a tuple, True or False")
  }

  private mutating func string() throws(SyntaxError) -> String {
    let quotes: UInt8
    if skip("'") {
      quotes = UInt8(ascii: "'")
    } else if skip("\"") {
      quotes = UInt8(ascii: "\"")
    } else {
      throw failure("a string")
    }
    let start = position
    while position < text.count, text[position] != quotes { position += 1 }
    guard position < text.count else { throw failure("a closing quotation mark") }
    defer { position += 1 }
    return String(decoding: text[start..<position], as: UTF8.self)
  }

  /// Passes over everything up to the bracket that closes the next one.
  private mutating func list() throws(SyntaxError) -> PythonLiteral {
    var depth = 0
    repeat {
      if skip("[") {
        depth += 1
      } else if skip("]") {
        depth -= 1
      } else if isNext("'") || isNext("\"") {
        _ = try string()
      } else {
        guard position < text.count else { throw failure("a closing bracket") }
        position += 1
      }
    } while depth > 0
    return .list
  }

  /// What follows the opening parenthesis of a tuple. Python 2 wrote an L after some numbers.
  private mutating func extents() throws(SyntaxError) -> [Int] {
    var extents: [Int] = []
    while !skip(")") {
      skipSpace()
      let digits = text[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard let extent = Int(String(decoding: digits, as: UTF8.self)) else {
        throw failure("an extent from 0 to \(Int.max)")
      }
      extents.append(extent)
      position = digits.endIndex
      _ = skip("L")
      guard skip(",") || isNext(")") else { throw failure("a comma or a closing parenthesis") }
    }
    return extents
  }

  private mutating func isNext(_ token: String) -> Bool {
    skipSpace()
    return text[position...].starts(with: token.utf8)
  }

  private mutating func skip(_ token: String) -> Bool {
    guard isNext(token) else { return false }
    position += token.utf8.count
    return true
  }

  private mutating func skipSpace() {
    while position < text.count, text[position] == 0x20 || (0x09...0x0D).contains(text[position]) {
      position += 1
    }
  }

  private func failure(_ expected: String) -> SyntaxError {
    SyntaxError(expected: expected, in: text, at: position)
  }
}
