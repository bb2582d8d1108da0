import Tern
import TernData
import TernFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Small text files, with the system's own words when one cannot be written.
enum TextFile {
  /// Replaces a file by another text, as a whole or not at all.
  static func write(_ text: String, to path: String) throws(Failure) {
    do {
      try AtomicFile.replace(path) { file throws(FormatError) in try file.append(Array(text.utf8)) }
    } catch {
      guard case .unwritable(_, let reason) = error else { throw Failure("\(error)") }
      throw Failure("cannot write '\(path)': \(reason)")
    }
  }

  /// Replaces what a file has after so many bytes by a text.
  static func append(_ text: String, to path: String, after length: Int) throws(Failure) {
    func refuse() -> Failure { Failure("cannot write '\(path)': \(reason(errno))") }
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw refuse() }
    var bytes = Array(text.utf8)[...]
    var failure: Failure?
    let end = lseek(file, 0, SEEK_END)
    if end > length && ftruncate(file, off_t(length)) != 0
      || lseek(file, off_t(length), SEEK_SET) < 0
    {
      failure = refuse()
    }
    while failure == nil, !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { systemWrite(file, $0) }
      if written >= 0 {
        bytes = bytes.dropFirst(written)
      } else if errno != EINTR {
        failure = refuse()
      }
    }
    if close(file) != 0, failure == nil { failure = refuse() }
    if let failure { throw failure }
  }

  /// Waits until what a file has is on the disk, if its kind has one.
  static func sync(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    close(file)
  }

  /// The bytes of a file; nil if it cannot be read or has more than `limit`. What is no file, such as a
  /// pipe or a device, might have no end.
  static func contents(of path: String, limit: Int = 1 << 24) -> [UInt8]? {
    try? DataFile.contents(of: path, limit: limit)
  }

  /// Makes a folder and those that it is in.
  ///
  /// - Returns: Whether it is new.
  @discardableResult
  static func makeFolder(_ path: String) throws(Failure) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    var reason = errno
    if reason == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
      if mkdir(path, 0o777) == 0 { return true }
      reason = errno
    }
    if reason == EEXIST {
      if isFolder(path) { return false }
      reason = ENOTDIR
    }
    throw Failure("cannot make the folder '\(path)': \(Self.reason(reason))")
  }

  /// Whether there is anything at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private static func isFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return errno == EACCES }
    closedir(folder)
    return true
  }

  /// "permission denied", "no space left on device" and so on.
  private static func reason(_ code: CInt) -> String {
    let words = String(cString: strerror(code))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

private func systemWrite(_ file: CInt, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(file, bytes.baseAddress, bytes.count)
}
