import CLibArchive
import Tern

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes the members of a zip archive to a file, one after another.
///
/// Members carry no time and no owner, so that the same contents give the same bytes.
final class ZipWriter {
  private let file: AtomicFile
  private let path: String
  private let archive = archive_write_new()
  /// Why bytes could not be written.
  private var failure: FormatError?

  /// Begins an archive. Messages call the file by this path.
  init(to file: AtomicFile, path: String, compressed: Bool) {
    self.file = file
    self.path = path
    archive_write_set_format_zip(archive)
    if compressed {
      archive_write_zip_set_compression_deflate(archive)
    } else {
      archive_write_zip_set_compression_store(archive)
    }
    _ = withUTF8Names { archive_write_set_options(archive, "zip:hdrcharset=UTF-8") }
    // Tapes have blocks; this file ends with its last byte.
    archive_write_set_bytes_per_block(archive, 0)
    let writer = Unmanaged.passUnretained(self).toOpaque()
    archive_write_open(
      archive, writer, nil,
      { _, writer, bytes, count in
        guard let writer else { return -1 }
        let bytes = UnsafeRawBufferPointer(start: bytes, count: count)
        return Unmanaged<ZipWriter>.fromOpaque(writer).takeUnretainedValue().write(bytes)
      }, nil)
  }

  /// Frees what libarchive holds; it writes nothing more.
  deinit {
    archive_write_fail(archive)
    archive_write_free(archive)
  }

  /// Begins a member of this many bytes, which have to follow.
  func beginMember(_ name: String, byteCount: Int) throws(FormatError) {
    try withUTF8Names { () throws(FormatError) in
      let entry = archive_entry_new()
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname_utf8(entry, name)
      archive_entry_set_filetype(entry, UInt32(S_IFREG as mode_t))
      archive_entry_set_perm(entry, 0o644)
      archive_entry_set_size(entry, Int64(byteCount))
      try check(archive_write_header(archive, entry))
    }
  }

  /// Adds bytes to the member.
  func append(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    let largest = 1 << 30
    for start in stride(from: 0, to: bytes.count, by: largest) {
      let part = UnsafeRawBufferPointer(rebasing: bytes[start...].prefix(largest))
      try check(archive_write_data(archive, part.baseAddress, part.count) == part.count ? 0 : -1)
    }
  }

  /// Adds bytes to the member.
  func append(_ bytes: [UInt8]) throws(FormatError) {
    try bytes.withUnsafeBufferPointer { buffer throws(FormatError) in
      try append(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Writes the directory of all members.
  func finish() throws(FormatError) { try check(archive_write_close(archive)) }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Int {
    do throws(FormatError) {
      try file.append(bytes)
      return bytes.count
    } catch {
      failure = error
      return -1
    }
  }

  private func check(_ result: Int32) throws(FormatError) {
    if let failure { throw failure }
    guard result == ARCHIVE_OK else {
      let reason = archive_error_string(archive).map { String(cString: $0) }
      throw .unwritable(path: path, reason: reason ?? "libarchive gives no reason")
    }
  }
}
