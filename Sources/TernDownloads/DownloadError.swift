#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file could not be downloaded.
public enum DownloadError: Error, Hashable, Sendable {
  /// Another file is there already: its path, and both checksums.
  case otherFile(path: String, expected: String, found: String)
  /// The system refuses to open or read the file, for this reason.
  case unreadable(path: String, reason: String)
  /// The system refuses to create or write the file, for this reason.
  case unwritable(path: String, reason: String)
  /// No mirror gave the file: each address with the reason, where the file belongs, how many bytes
  /// it has, and its checksum.
  case unavailable(
    attempts: [DownloadAttempt], path: String, byteCount: Int, checksum: String)
}

/// A download that failed.
public struct DownloadAttempt: Hashable, Sendable {
  /// The address.
  public let url: String
  /// Why it failed.
  public let reason: String
}

extension DownloadError: CustomStringConvertible {
  /// What happened, and what the user can do.
  public var description: String {
    switch self {
    case .otherFile(let path, let expected, let found):
      "\(path): expected SHA-256 \(expected), found \(found). It is left as it is. If it has the same "
        + "contents, packed in another way, it can be read as it is; if not, move the file away to "
        + "download it"
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason)"
    case .unwritable(let path, let reason):
      "\(path): cannot be written: \(reason)"
    case .unavailable(let attempts, let path, let byteCount, let checksum):
      "cannot download \(path)\n"
        + attempts.map { "  \($0.url): \($0.reason)\n" }.joined()
        + "  Put the file there yourself: \(byteCount) bytes, SHA-256 \(checksum)"
    }
  }
}

/// Why the last system call failed, in the system's words.
func systemReason() -> String { String(cString: strerror(errno)) }
