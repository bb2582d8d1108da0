#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Downloads files into a folder: from the first mirror that has them, going on where an earlier
/// download was interrupted, and checked before they get their names.
///
/// ```swift
/// let outcome = try Downloader(folder: "data/mnist").fetch(file) { print($0, "bytes") }
/// ```
public struct Downloader {
  /// The folder, which has to be there.
  public let folder: String

  /// What was done for a file.
  public enum Outcome: Hashable, Sendable {
    /// Nothing: the file is there, and its checksum is right.
    case alreadyThere
    /// It was downloaded from this address.
    case downloaded(url: String)
  }

  /// Requests to a mirror that go on giving something.
  private static let attemptsPerMirror = 5

  /// Downloads into a folder.
  public init(folder: String) { self.folder = folder }

  /// Where a file belongs.
  public func path(of file: RemoteFile) -> String {
    folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)"
  }

  /// Downloads a file unless it is there.
  ///
  /// What has come is kept in a file with the suffix `.part`, and the next mirror or the next call
  /// goes on with it. A file whose checksum is wrong is never given its name.
  ///
  /// - Parameter report: is told how many bytes there are as they come; what it throws ends the
  ///   download.
  /// - Throws: ``DownloadError``, or what `report` throws.
  @discardableResult
  public func fetch(
    _ file: RemoteFile, report: @escaping (Int) throws -> Void = { _ in }
  ) throws -> Outcome {
    let path = path(of: file)
    if access(path, F_OK) == 0 {
      let found = try SHA256.checksum(ofFile: path)
      guard found == file.checksum else {
        throw DownloadError.otherFile(path: path, expected: file.checksum, found: found)
      }
      return .alreadyThere
    }
    let part = try PartialFile(of: path)
    var attempts: [DownloadAttempt] = []
    for mirror in file.mirrors {
      let url = file.url(in: mirror)
      if let reason = try problem(fetching: file, url, to: part, report) {
        attempts.append(DownloadAttempt(url: url, reason: reason))
      } else {
        try part.commit()
        return .downloaded(url: url)
      }
    }
    if part.byteCount == 0 { unlink(part.path) }
    throw DownloadError.unavailable(
      attempts: attempts, path: path, byteCount: file.byteCount, checksum: file.checksum)
  }

  /// Completes a file from a mirror; returns why that cannot be done, or nil if the file is right.
  private func problem(
    fetching file: RemoteFile, _ url: String, to part: PartialFile,
    _ report: @escaping (Int) throws -> Void
  ) throws -> String? {
    var problem = "it has nothing"
    for _ in 0..<Self.attemptsPerMirror {
      let start = part.byteCount
      if start < file.byteCount {
        let transfer = Transfer(to: part, largestByteCount: file.byteCount, report: report)
        switch try transfer.run(url) {
        case .complete: break
        case .notResumable:
          guard start > 0 else { return "it sends no such file" }
          try part.empty()
          continue
        case .failed(let reason):
          problem = reason
          // A connection that was cut has left something to go on with.
          if part.byteCount > start, part.byteCount < file.byteCount { continue }
          if part.byteCount <= file.byteCount { return problem }
        }
      }
      guard let mismatch = try mismatch(part, file) else { return nil }
      problem = mismatch
      try part.empty()
      // What was there before may have been wrong, and the rest right.
      if start == 0 { return problem }
    }
    return problem
  }

  /// What is wrong with a file that has come to its end; nil if nothing is.
  private func mismatch(_ part: PartialFile, _ file: RemoteFile) throws -> String? {
    guard part.byteCount <= file.byteCount else {
      return "expected \(file.byteCount) bytes, found more"
    }
    guard part.byteCount == file.byteCount else {
      return "expected \(file.byteCount) bytes, found \(part.byteCount)"
    }
    let found = try SHA256.checksum(ofFile: part.path)
    return found == file.checksum ? nil : "expected SHA-256 \(file.checksum), found \(found)"
  }
}
