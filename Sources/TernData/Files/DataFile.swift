import CLibArchive
import TernFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file open for reading from its beginning, decompressed on the way if it is a gzip file.
///
/// What the file is called does not matter; gzip files are told by their first bytes. Their
/// checksum and length are verified when the end is reached.
package final class DataFile {
  /// The path as the caller gave it, for messages.
  package let path: String

  private let descriptor: Int32
  private let archive: OpaquePointer?
  /// The length of the file itself.
  let storedByteCount: Int
  private let isGzip: Bool
  private var decompressedCount = 0
  private var checksum = CRC32()
  private var isAtEnd = false

  /// A header, an empty block and a trailer.
  private static let smallestGzip = 10 + 2 + 8

  /// Opens the file.
  package init(opening path: String) throws(DataError) {
    let (descriptor, byteCount) = try Self.open(path)
    self.path = path
    self.descriptor = descriptor
    storedByteCount = byteCount
    isGzip = Self.stored(2, at: 0, in: descriptor) == [0x1F, 0x8B]
    archive = archive_read_new()
    try start()
  }

  deinit {
    archive_read_free(archive)
    close(descriptor)
  }

  /// Reads the next `count` bytes, or as many as are left.
  ///
  /// Memory grows with what is really there, not with `count`.
  package func read(_ count: Int) throws(DataError) -> [UInt8] {
    var bytes: [UInt8] = []
    // A file with holes can be longer than the memory.
    let room = min(count, isGzip ? min(largestByteCount, 1 << 26) : largestByteCount)
    try requireMemory(for: room)
    bytes.reserveCapacity(room)
    while bytes.count < count, !isAtEnd {
      let wanted = min(count - bytes.count, 1 << 20)
      if bytes.count + wanted > bytes.capacity { try requireMemory(for: 2 * bytes.capacity) }
      let block = try readBlock(wanted)
      bytes += block
      if block.count < wanted {
        isAtEnd = true
        if isGzip { try verifyTrailer() }
      }
    }
    return bytes
  }

  /// The most bytes that the file can hold. Deflated data inflate to no more than 1,032 times their
  /// length: 258 bytes come from two bits. See <https://zlib.net/zlib_tech.html>.
  var largestByteCount: Int {
    guard isGzip else { return storedByteCount }
    let (product, overflow) = storedByteCount.multipliedReportingOverflow(by: 1032)
    return overflow ? .max : product
  }

  /// Throws if this program cannot have so many bytes of memory.
  func requireMemory(for byteCount: Int) throws(DataError) {
    try Self.requireMemory(for: byteCount, path: path)
  }

  /// Throws if this program cannot have so many bytes of memory for what a file holds.
  static func requireMemory(for byteCount: Int, path: String) throws(DataError) {
    guard let problem = memoryProblem(for: byteCount) else { return }
    throw .malformed(path: path, expected: problem.expected, found: problem.found)
  }

  /// Reads everything, but no more than `limit` bytes.
  package static func contents(of path: String, limit: Int) throws(DataError) -> [UInt8] {
    let file = try DataFile(opening: path)
    guard file.isGzip || file.storedByteCount <= limit else {
      throw .tooLarge(path: path, found: "\(file.storedByteCount)", limit: limit)
    }
    let bytes = try file.read(limit)
    if try !file.read(1).isEmpty {
      throw .tooLarge(path: path, found: "more", limit: limit)
    }
    return bytes
  }

  /// Opens a regular file for reading; its descriptor, which the caller closes, and its length.
  static func open(_ path: String) throws(DataError) -> (descriptor: Int32, byteCount: Int) {
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT { throw .missingFile(path: path) }
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile(path: path)
    }
    return (descriptor, Int(status.st_size))
  }

  /// Whether there is a file or folder at a path.
  static func exists(at path: String) -> Bool { access(path, F_OK) == 0 }

  /// Whether there is a folder at a path.
  static func isFolder(at path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Hands the file to libarchive as one entry without a container around it.
  private func start() throws(DataError) {
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_raw(archive)
    archive_read_support_format_empty(archive)
    guard archive_read_open_fd(archive, descriptor, 1 << 16) == ARCHIVE_OK else { throw failure() }
    var entry: OpaquePointer?
    let result = archive_read_next_header(archive, &entry)
    guard result == ARCHIVE_OK || result == ARCHIVE_EOF else { throw failure() }
    if isGzip, archive_filter_code(archive, 0) != ARCHIVE_FILTER_GZIP {
      throw storedByteCount < Self.smallestGzip
        ? .truncated(path: path) : .corrupt(path: path, reason: "its gzip header is invalid")
    }
    isAtEnd = result == ARCHIVE_EOF
  }

  /// The next bytes from libarchive; fewer than `count` only at the end.
  private func readBlock(_ count: Int) throws(DataError) -> [UInt8] {
    var result = 0
    let block = [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      result = archive_read_data(archive, buffer.baseAddress, count)
      initializedCount = max(result, 0)
    }
    if result < 0 { throw failure() }
    decompressedCount += block.count
    if isGzip { block.withUnsafeBytes { checksum.update($0) } }
    return block
  }

  /// Compares the checksum and length that end a gzip file with what was decompressed, which
  /// libarchive does not. Only a file of one part ends with those of its whole contents.
  private func verifyTrailer() throws(DataError) {
    let consumed = Int(archive_filter_bytes(archive, -1))
    if consumed != storedByteCount {
      throw .corrupt(
        path: path, reason: "expected \(consumed) stored bytes, found \(storedByteCount)")
    }
    let trailer = Self.stored(8, at: storedByteCount - 8, in: descriptor)
    let words = trailer.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let length = UInt32(words >> 32)
    if length != UInt32(truncatingIfNeeded: decompressedCount) {
      throw .corrupt(
        path: path, reason: "expected \(length) bytes inside, found \(decompressedCount)")
    }
    if UInt32(truncatingIfNeeded: words) != checksum.value {
      throw .corrupt(path: path, reason: "its checksum does not match its contents")
    }
  }

  /// What libarchive has just reported. It says nothing of its own about a cut trailer.
  private func failure() -> DataError {
    guard let text = archive_error_string(archive) else { return .truncated(path: path) }
    let reason = String(cString: text)
    return reason.hasPrefix("truncated")
      ? .truncated(path: path) : .corrupt(path: path, reason: reason)
  }

  /// Bytes of the file as it is stored.
  static func stored(_ count: Int, at offset: Int, in descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      initializedCount = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }
}

private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
