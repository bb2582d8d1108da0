/// Why a data file could not be read. Every message names the file, and where there is something to
/// compare, what was expected and what was found.
public enum DataError: Error, Hashable, Sendable {
  /// There is no file at this path.
  case missingFile(path: String)
  /// None of several possible files is in the folder, or there is no such folder.
  case missingDataset(folder: String, folderExists: Bool, lookedFor: [String], advice: String)
  /// The path is a folder, a pipe or a device.
  case notAFile(path: String)
  /// The system refuses to open or read the file, for this reason.
  case unreadable(path: String, reason: String)
  /// Compressed data ends before its end marker, as after an interrupted download.
  case truncated(path: String)
  /// Compressed data is damaged: it cannot be decompressed, or its checksum does not match.
  case corrupt(path: String, reason: String)
  /// The contents would take more bytes than the caller allows.
  case tooLarge(path: String, found: String, limit: Int)
  /// The contents are not what they should be.
  case malformed(path: String, expected: String, found: String)
}

extension DataError: CustomStringConvertible {
  /// One sentence that names the file.
  public var description: String {
    switch self {
    case .missingFile(let path):
      "\(path): expected a file, found nothing"
    case .missingDataset(let folder, let folderExists, let lookedFor, let advice):
      (folderExists
        ? "\(folder): expected one of \(lookedFor.joined(separator: ", ")), found none of them"
        : "\(folder): expected a folder with one of \(lookedFor.joined(separator: ", ")), "
          + "found no folder") + ". \(advice)"
    case .notAFile(let path):
      "\(path): expected a file, found a folder, pipe or device"
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason)"
    case .truncated(let path):
      "\(path): expected more compressed data, found the end of the file; is it only partly there?"
    case .corrupt(let path, let reason):
      "\(path): the compressed data is damaged: \(reason)"
    case .tooLarge(let path, let found, let limit):
      "\(path): expected at most \(limit) bytes, found \(found)"
    case .malformed(let path, let expected, let found):
      "\(path): expected \(expected), found \(found)"
    }
  }
}
