import Glibc

/// A file in memory, without a name in any folder, for readers that take paths.
struct FuzzFile: Sendable {
  private let descriptor: CInt
  /// A path by which it can be opened.
  let path: String

  init() {
    var name = Array("/dev/shm/tern-fuzz-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    precondition(descriptor >= 0 && unlink(name) == 0, "no file in memory")
    path = "/proc/self/fd/\(descriptor)"
  }

  /// Makes the file hold these bytes.
  func hold(_ bytes: [UInt8]) {
    let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    precondition(written == bytes.count && ftruncate(descriptor, off_t(bytes.count)) == 0)
  }
}

/// Calls `body` with the path of a file that holds these bytes.
func withFile<R>(_ bytes: [UInt8], _ body: (String) throws -> R) rethrows -> R {
  file.hold(bytes)
  return try body(file.path)
}

private let file = FuzzFile()
