import TernTensors

/// Why a file of tensors could not be read or written. Every message names the file, and where
/// there is something to compare, what was expected and what was found.
public enum FormatError: Error, Hashable, Sendable {
  /// There is no file at this path.
  case missingFile(path: String)
  /// The path is a folder, a pipe or a device.
  case notAFile(path: String)
  /// The system refuses to open or read the file, for this reason.
  case unreadable(path: String, reason: String)
  /// The system refuses to create or write the file, for this reason.
  case unwritable(path: String, reason: String)
  /// The contents are not what they should be.
  case malformed(path: String, expected: String, found: String)
  /// The elements are of a type, in the format's own words, that Tern does not have. The tensor is
  /// nil where the file holds just one, which has no name.
  case unsupportedType(path: String, tensor: String?, found: String)
  /// The file has no tensor of this name, but others.
  case missingTensor(path: String, tensor: String, found: [String])
  /// The elements are of another type than the caller needs.
  case wrongType(path: String, tensor: String?, expected: ScalarType, found: ScalarType)
  /// The tensor has another shape than the caller needs.
  case wrongShape(path: String, tensor: String?, expected: Shape, found: Shape)
}

extension FormatError: CustomStringConvertible {
  /// One sentence that names the file.
  public var description: String {
    switch self {
    case .missingFile(let path):
      "\(path): expected a file, found nothing"
    case .notAFile(let path):
      "\(path): expected a file, found a folder, pipe or device"
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason)"
    case .unwritable(let path, let reason):
      "\(path): cannot be written: \(reason)"
    case .malformed(let path, let expected, let found):
      "\(path): expected \(expected), found \(found)"
    case .unsupportedType(let path, let tensor, let found):
      "\(Self.place(path, tensor)): expected elements of a type that Tern has, "
        + "found \(Self.typeName(found))"
    case .missingTensor(let path, let tensor, let found):
      "\(path): expected a tensor \(quoted(tensor)), found \(Self.list(found))"
    case .wrongType(let path, let tensor, let expected, let found):
      "\(Self.place(path, tensor)): expected elements of type \(expected), found \(found)"
    case .wrongShape(let path, let tensor, let expected, let found):
      "\(Self.place(path, tensor)): expected shape \(expected), found \(found)"
    }
  }

  private static func place(_ path: String, _ tensor: String?) -> String {
    guard let tensor else { return path }
    return "\(path): tensor \(quoted(tensor))"
  }

  /// A file may call a type anything; what does not look like a name is quoted.
  private static func typeName(_ text: String) -> String {
    let isPlain = text.utf8.count <= 40 && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    return isPlain && !text.isEmpty ? text : quoted(text)
  }

  private static func list(_ names: [String]) -> String {
    let limit = 8
    if names.isEmpty { return "no tensors" }
    let shown = names.prefix(limit).map(quoted).joined(separator: ", ")
    return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
  }
}

/// Text from a file for use in a message: in quotation marks, with control characters escaped, and
/// cut where it is too long to read.
package func quoted(_ text: String) -> String {
  let limit = 80
  let isLong = text.unicodeScalars.count > limit
  return isLong
    ? "\(String(text.unicodeScalars.prefix(limit)).debugDescription)…" : text.debugDescription
}
