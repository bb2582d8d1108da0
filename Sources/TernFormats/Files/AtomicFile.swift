#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that appears under its name only when it is complete.
///
/// The bytes go to a temporary file in the same folder, which then takes the name of the old one.
/// A program that is stopped in between leaves the old file as it was. Permissions of an old file
/// are kept, and a symbolic link stays one.
package final class AtomicFile {
  private let path: String
  /// The path behind symbolic links.
  private let target: String
  private let temporaryPath: String
  private var descriptor: Int32 = -1

  /// Writes a file with the bytes that `body` appends.
  ///
  /// - Parameter previous: The name that the old file gets, if there is one; nil removes it.
  package static func replace(
    _ path: String, keepingOldAs previous: String? = nil,
    with body: (AtomicFile) throws(FormatError) -> Void
  ) throws(FormatError) {
    let file = try AtomicFile(replacing: path)
    try body(file)
    try file.commit(keepingOldAs: previous)
  }

  private init(replacing path: String) throws(FormatError) {
    self.path = path
    let target = Self.resolved(path)
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    let suffix = String(UInt64.random(in: .min ... .max), radix: 36)
    temporaryPath = "\(folder).tern-\(suffix).part"
    self.target = target

    var status = stat()
    let replacesFile = stat(target, &status) == 0
    if replacesFile {
      guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
      guard access(target, W_OK) == 0 else { throw unwritable() }
    }
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw unwritable() }
    if replacesFile, fchmod(descriptor, status.st_mode & 0o777) != 0 { throw unwritable() }
  }

  /// Removes the temporary file unless it was committed.
  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  /// Adds bytes at the end.
  package func append(_ bytes: UnsafeRawBufferPointer) throws(FormatError) {
    var written = 0
    while written < bytes.count {
      let count = write(
        descriptor, bytes.baseAddress?.advanced(by: written),
        min(bytes.count - written, largestTransfer))
      if count < 0 {
        if errno == EINTR { continue }
        throw unwritable()
      }
      written += count
    }
  }

  /// Adds bytes at the end.
  package func append(_ bytes: [UInt8]) throws(FormatError) {
    try bytes.withUnsafeBufferPointer { buffer throws(FormatError) in
      try append(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Puts the file in its place. The bytes reach the disk before the name does.
  private func commit(keepingOldAs previous: String?) throws(FormatError) {
    guard fsync(descriptor) == 0 else { throw unwritable() }
    if let previous, rename(target, previous) != 0, errno != ENOENT { throw unwritable() }
    guard rename(temporaryPath, target) == 0 else { throw unwritable() }
    close(descriptor)
    descriptor = -1
    syncFolder()
  }

  /// Names reach the disk with their folder. Not every file system can be asked for that, and the
  /// file is complete without it.
  private func syncFolder() {
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private func unwritable() -> FormatError { .unwritable(path: path, reason: systemReason()) }

  /// The path behind symbolic links; the path itself if there is no such file yet.
  private static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
