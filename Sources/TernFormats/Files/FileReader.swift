#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads a file from its beginning.
final class FileReader: ByteReader {
  let path: String
  private let descriptor: Int32
  private(set) var remaining: Int

  /// Opens the file.
  init(opening path: String) throws(FormatError) {
    // Without O_NONBLOCK, opening a pipe would wait for its writer.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0 {
      if errno == ENOENT { throw .missingFile(path: path) }
      throw .unreadable(path: path, reason: systemReason())
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile(path: path)
    }
    self.path = path
    self.descriptor = descriptor
    remaining = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(FormatError) {
    var filled = 0
    while filled < buffer.count {
      let count = read(
        descriptor, buffer.baseAddress?.advanced(by: filled),
        min(buffer.count - filled, largestTransfer))
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: systemReason())
      }
      if count == 0 {
        throw malformed(
          expected: "\(buffer.count - filled) more bytes",
          found: "the end of a file that became shorter while it was read")
      }
      filled += count
    }
    remaining -= filled
  }
}

/// The most bytes of one system call; some systems refuse 2 GiB and more.
let largestTransfer = 1 << 30

/// Why the last system call failed, in the system's words.
func systemReason() -> String { String(cString: strerror(errno)) }
