import Foundation
import TernData
import Testing

/// A pickle that Python wrote.
struct PickleFile: CustomTestStringConvertible {
  let name: String
  let base64: String
  /// What Python sees in it; ends of lines mean nothing.
  let text: String

  var bytes: [UInt8] {
    [UInt8](Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
  }

  var testDescription: String { name }
}

extension Pickle {
  /// All that the file holds, in the words of Tests/Oracles/pickles.py.
  var text: String { text(of: root) }

  private func text(of value: Value) -> String {
    switch value {
    case .none: "None"
    case .bool(let value): value ? "True" : "False"
    case .int(let value): "\(value)"
    case .float(let value): hexadecimal(value.bitPattern, digits: 16)
    case .text(let bytes): "'" + bytes.map(text(of:)).joined() + "'"
    case .global(let name): name.rawValue
    case .object(let place): text(of: objects[place])
    }
  }

  private func text(of object: Object) -> String {
    let items = object.items.map(text(of:))
    switch object.kind {
    case .list: return "[\(items.joined(separator: ", "))]"
    case .tuple: return "(\(items.joined(separator: ", ")))"
    case .array: return "array[\(items.joined(separator: ", "))]\(Array(object.bytes ?? []))"
    case .elementType: return "dtype"
    case .dictionary:
      let pairs = stride(from: 0, to: items.count, by: 2).map { "\(items[$0]): \(items[$0 + 1])" }
      return "{\(pairs.joined(separator: ", "))}"
    }
  }

  private func text(of byte: UInt8) -> String {
    let isPlain = (32..<127).contains(byte) && byte != 0x27 && byte != 0x5C
    return isPlain ? String(UnicodeScalar(byte)) : "\\" + hexadecimal(UInt64(byte), digits: 2)
  }

  private func hexadecimal(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: digits - text.count) + text
  }
}
