import Tern

/// Reads a member of an archive of tensors, but no more of it than the archive says there is.
final class NPZMember: ByteReader {
  let path: String
  private(set) var remaining: Int
  private let archive: ArchiveReader

  /// How many times its own length deflated data can inflate to: 258 bytes come from two bits. See
  /// <https://zlib.net/zlib_tech.html>.
  private static let largestRatio = 1032

  /// The member that has just been found in an archive.
  ///
  /// - Parameters:
  ///   - path: What messages call it.
  ///   - claimedBefore: The lengths of all members before it, none of which may share its bytes with
  ///     another.
  init(
    _ member: ArchiveReader.Member, of archive: ArchiveReader, path: String, claimedBefore: Int
  ) throws(FormatError) {
    guard let byteCount = member.byteCount, byteCount >= 0 else {
      throw .malformed(path: path, expected: "a length of the member", found: "none")
    }
    let (total, overflow) = claimedBefore.addingReportingOverflow(byteCount)
    let limit = archive.storedByteCount.multipliedReportingOverflow(by: Self.largestRatio)
    guard !overflow, limit.overflow || total <= limit.partialValue else {
      throw .malformed(
        path: path,
        expected: "no more than the \(limit.partialValue) bytes that a zip archive of "
          + "\(archive.storedByteCount) can hold",
        found: claimedBefore == 0 ? "\(byteCount)" : "\(byteCount) after \(claimedBefore)")
    }
    try requireMemory(for: total, path: path)
    self.path = path
    self.archive = archive
    remaining = byteCount
  }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(FormatError) {
    let count = try read(into: buffer)
    guard count == buffer.count else {
      throw .malformed(
        path: path, expected: "\(remaining - count) more bytes", found: "the end of the member")
    }
    remaining -= count
  }

  /// Goes to the member's end, where its checksum is compared. Nothing may follow what was read.
  func finish() throws(FormatError) {
    let excess = try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
      buffer throws(FormatError) in try read(into: buffer)
    }
    guard excess == 0 else {
      throw .malformed(path: path, expected: "the end of the member", found: "more bytes")
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    try NPZ.asFormatError { () throws(DataError) in try archive.read(into: buffer) }
  }
}
