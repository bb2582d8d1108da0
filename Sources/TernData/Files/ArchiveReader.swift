import CLibArchive

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads the members of a tar or zip archive in their order, one after another. Nothing is written to
/// any disk, so that no member's name or link can lead anywhere.
///
/// Checksums are verified: those of a zip archive's members as they are read, that of a compressed
/// tar archive when its end is reached.
final class ArchiveReader {
  /// The path as the caller gave it, for messages.
  let path: String
  /// The most bytes that a tar archive may unpack to, members that are passed over included.
  private let largestUnpackedCount: Int

  /// The length of the archive itself.
  let storedByteCount: Int

  private let archive: OpaquePointer?
  private let source: Source
  /// What a tar archive's bytes are handed over in.
  private let buffer: UnsafeMutableRawBufferPointer
  /// Whether this is the zip archive without members, which libarchive does not take for one.
  private let isEmpty: Bool
  /// Why the last bytes of a tar archive could not be read.
  private var sourceFailure: DataError?
  /// The bytes of a tar archive that have been unpacked.
  private var unpackedCount = 0

  /// The end of a directory that lists nothing.
  private static let emptyZip: [UInt8] = [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18)

  private enum Source {
    case tar(DataFile)
    case zip(descriptor: Int32)
  }

  /// What is known of a member before it is read.
  struct Member {
    /// The path in the archive, with slashes.
    let name: String
    /// Whether it is a file and not a folder, a device or a link of either kind.
    let isFile: Bool
    /// The length that the archive claims for its contents; nil if it claims none.
    let byteCount: Int?
  }

  /// Opens a zip archive.
  init(zip path: String) throws(DataError) {
    self.path = path
    largestUnpackedCount = .max
    let (descriptor, byteCount) = try DataFile.open(path)
    source = .zip(descriptor: descriptor)
    storedByteCount = byteCount
    buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    archive = archive_read_new()
    isEmpty = DataFile.stored(23, at: 0, in: descriptor) == Self.emptyZip
    if isEmpty { return }
    // Only the directory at the end of the file says which members there are.
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_fd(archive, descriptor, 1 << 16) == ARCHIVE_OK else { throw failure() }
  }

  /// Opens a tar archive, compressed with gzip or not.
  ///
  /// - Parameter limit: What unpacks to more bytes is refused when they are reached.
  init(tar path: String, limit: Int = 1 << 31) throws(DataError) {
    self.path = path
    largestUnpackedCount = limit
    let file = try DataFile(opening: path)
    source = .tar(file)
    storedByteCount = file.storedByteCount
    buffer = .allocate(byteCount: 1 << 18, alignment: 16)
    isEmpty = false
    archive = archive_read_new()
    archive_read_support_format_tar(archive)
    let reader = Unmanaged.passUnretained(self).toOpaque()
    let result = archive_read_open(
      archive, reader, nil,
      { _, reader, block in
        guard let reader else { return -1 }
        return Unmanaged<ArchiveReader>.fromOpaque(reader).takeUnretainedValue().fill(block)
      }, nil)
    guard result == ARCHIVE_OK else { throw failure() }
  }

  deinit {
    archive_read_free(archive)
    if case .zip(let descriptor) = source { close(descriptor) }
    buffer.deallocate()
  }

  /// The next member; nil at the end.
  func next() throws(DataError) -> Member? {
    if isEmpty { return nil }
    return try withUTF8Names { () throws(DataError) -> Member? in
      var entry: OpaquePointer?
      let result = archive_read_next_header(archive, &entry)
      if result == ARCHIVE_EOF {
        try readToTheEnd()
        return nil
      }
      guard result == ARCHIVE_OK else { throw failure() }
      guard let name = archive_entry_pathname_utf8(entry) else {
        throw .malformed(path: path, expected: "names in UTF-8", found: "other bytes")
      }
      let byteCount = archive_entry_size_is_set(entry) == 0 ? nil : archive_entry_size(entry)
      return Member(
        name: String(cString: name),
        isFile: archive_entry_filetype(entry) & S_IFMT == S_IFREG
          && archive_entry_hardlink(entry) == nil,
        byteCount: byteCount.flatMap { Int(exactly: $0) })
    }
  }

  /// The contents of the member that ``next()`` has just returned.
  ///
  /// Memory grows with what is really there. More than `limit` bytes are refused.
  func contents(limit: Int) throws(DataError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      var result = 0
      bytes += [UInt8](unsafeUninitializedCapacity: 1 << 20) { block, initializedCount in
        result = archive_read_data(archive, block.baseAddress, block.count)
        initializedCount = max(result, 0)
      }
      if result < 0 { throw failure() }
      if result == 0 { return bytes }
      guard bytes.count <= limit else { throw .tooLarge(path: path, found: "more", limit: limit) }
    }
  }

  /// Fills a buffer with the next bytes of the member, and returns how many there were: fewer than
  /// the buffer takes only at the member's end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DataError) -> Int {
    let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
    if count < 0 { throw failure() }
    return count
  }

  /// Hands the next bytes of a tar archive to libarchive.
  private func fill(_ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    do throws(DataError) {
      let bytes = try unpacked()
      buffer.copyBytes(from: bytes)
      block?.pointee = UnsafeRawPointer(buffer.baseAddress)
      return bytes.count
    } catch {
      sourceFailure = error
      return -1
    }
  }

  /// The checksum of a compressed file is at its end, which is behind that of the archive.
  private func readToTheEnd() throws(DataError) {
    while try !unpacked().isEmpty {}
  }

  /// The next bytes of a tar archive; none at its end.
  private func unpacked() throws(DataError) -> [UInt8] {
    guard case .tar(let file) = source else { return [] }
    let bytes = try file.read(buffer.count)
    unpackedCount += bytes.count
    guard unpackedCount <= largestUnpackedCount else {
      throw .tooLarge(path: path, found: "more", limit: largestUnpackedCount)
    }
    return bytes
  }

  /// Why the last call failed.
  private func failure() -> DataError {
    if let sourceFailure { return sourceFailure }
    guard let text = archive_error_string(archive) else { return .truncated(path: path) }
    return .corrupt(path: path, reason: String(cString: text))
  }
}

/// Calls `body` while names are UTF-8 on this thread: libarchive takes them through the encoding of
/// the locale, which is ASCII in a program that has not set one.
func withUTF8Names<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
  var made: locale_t?
  // A lazy sequence would make the first one twice, and lose one.
  for name in ["C.UTF-8", "UTF-8", "en_US.UTF-8"] where made == nil {
    made = newlocale(LC_CTYPE_MASK, name, nil)
  }
  guard let locale = made else { return try body() }
  let previous = uselocale(locale)
  defer {
    uselocale(previous)
    freelocale(locale)
  }
  return try body()
}
