/// A value that a search gives to a setting: a number, or a word such as the name of an activation.
public enum SearchValue: Sendable, Hashable {
  /// A number; whole numbers are numbers, too.
  case number(Double)
  /// A word.
  case text(String)

  /// The number; a word has none, and asking for it is a mistake of the program.
  public var number: Double {
    guard case .number(let number) = self else {
      preconditionFailure("a search's value '\(self)' is no number")
    }
    return number
  }

  /// The whole number; a value that is none is a mistake of the program.
  public var integer: Int {
    guard case .number(let number) = self, let integer = Int(exactly: number) else {
      preconditionFailure("a search's value '\(self)' is no whole number")
    }
    return integer
  }
}

extension SearchValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral
{
  /// A whole number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// A word.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension SearchValue: CustomStringConvertible {
  /// The word, or the number as short as it can be told from others: `64`, `0.001`, `1e-05`.
  public var description: String {
    switch self {
    case .text(let text): return text
    case .number(let number):
      if abs(number) < 1e15, let integer = Int(exactly: number) { return "\(integer)" }
      return "\(number)"
    }
  }
}

extension SearchValue: Codable {
  /// Reads a JSON number or string.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try container.decode(String.self))
    }
  }

  /// Writes a JSON number or string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number):
      if abs(number) < 1e15, let integer = Int(exactly: number) {
        try container.encode(integer)
      } else {
        try container.encode(number)
      }
    case .text(let text): try container.encode(text)
    }
  }
}
