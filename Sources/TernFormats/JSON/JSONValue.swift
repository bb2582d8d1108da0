/// A JSON value. Members of an object keep their order, in which files list their tensors.
enum JSONValue {
  case object([(name: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  /// A number without fraction and exponent that fits.
  case integer(Int)
  /// Any other number, as it was written.
  case number(String)
  case bool(Bool)
  case null

  /// The value of an object's member; nil if there is none.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text, if this is a string.
  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The numbers, if this is an array of integers that are 0 or more.
  var counts: [Int]? {
    guard case .array(let values) = self else { return nil }
    var counts: [Int] = []
    for value in values {
      guard case .integer(let count) = value, count >= 0 else { return nil }
      counts.append(count)
    }
    return counts
  }
}

extension JSONValue {
  /// A string as JSON spells it, in quotation marks.
  static func literal(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case "\u{8}": literal += "\\b"
      case "\u{C}": literal += "\\f"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
