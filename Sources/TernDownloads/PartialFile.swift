#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being downloaded. It has the suffix `.part` until it is complete, and stays as it
/// is when the download is interrupted.
final class PartialFile {
  let path: String
  private let target: String
  private let descriptor: Int32
  /// How many bytes are there.
  private(set) var byteCount: Int

  /// Opens what there is of a file, or makes it.
  init(of target: String) throws(DownloadError) {
    self.target = target
    path = target + ".part"
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: systemReason()) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .unwritable(path: path, reason: "another program is downloading it")
    }
    byteCount = Int(lseek(descriptor, 0, SEEK_END))
  }

  deinit {
    // A process that is being started on another thread has the descriptor, too, for a moment: it
    // would keep the lock.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Adds bytes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws(DownloadError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(descriptor, part.baseAddress, part.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unwritable(path: path, reason: systemReason()) }
      rest = rest.dropFirst(count)
      byteCount += count
    }
  }

  /// Begins again.
  func empty() throws(DownloadError) {
    guard ftruncate(descriptor, 0) == 0 else {
      throw .unwritable(path: path, reason: systemReason())
    }
    byteCount = 0
  }

  /// Gives the complete file its name. The bytes reach the disk before the name does.
  func commit() throws(DownloadError) {
    guard fsync(descriptor) == 0, rename(path, target) == 0 else {
      throw .unwritable(path: target, reason: systemReason())
    }
  }
}
