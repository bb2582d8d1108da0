import Tern

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The program that draws figures.
///
/// It is started directly, never through a shell, and without anybody's `.gnuplot`. Scripts go in and
/// pictures come out through nameless files, so that neither side can wait for the other.
public struct Gnuplot: Sendable {
  /// The program's file.
  public let path: String

  /// A program at this path.
  public init(path: String) { self.path = path }

  /// The first `gnuplot` in the folders of `PATH`; nil if there is none.
  public static var installed: Gnuplot? {
    guard let folders = getenv("PATH") else { return nil }
    for folder in String(cString: folders).split(separator: ":") {
      let path = "\(folder)/gnuplot"
      var status = stat()
      if access(path, X_OK) == 0, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        return Gnuplot(path: path)
      }
    }
    return nil
  }

  /// What to tell a user who has no gnuplot.
  public static let advice =
    "no gnuplot was found, so no curves were drawn: install it (apt-get install gnuplot-nox), then "
    + "run 'tern report' again"

  /// The file of a figure in a format.
  ///
  /// - Throws: ``ReportError/gnuplot(reason:)`` if the program cannot be started, or complains.
  public func draw(_ figure: Figure, as format: PictureFormat) throws(ReportError) -> [UInt8] {
    let picture = try run(figure.script(for: format))
    guard picture.starts(with: Self.beginning(of: format)) else {
      throw .gnuplot(reason: "it drew no \(format.rawValue.uppercased()) picture")
    }
    return picture
  }

  private static func beginning(of format: PictureFormat) -> [UInt8] {
    switch format {
    case .svg: Array("<?xml".utf8)
    case .png: [0x89, 0x50, 0x4E, 0x47]
    }
  }

  /// What the program writes to its output for a script.
  private func run(_ script: String) throws(ReportError) -> [UInt8] {
    let input = try NamelessFile()
    let output = try NamelessFile()
    let errors = try NamelessFile()
    try input.write(Array(script.utf8))
    let status = try spawn(input: input, output: output, errors: errors)
    guard status == 0 else {
      let complaint = String(decoding: try errors.contents(), as: UTF8.self)
        .split(whereSeparator: \.isNewline).map { $0.drop { $0.isWhitespace } }
        .filter { !$0.isEmpty }.suffix(2).joined(separator: "; ")
      throw .gnuplot(reason: complaint.isEmpty ? "it ended with status \(status)" : complaint)
    }
    return try output.contents()
  }

  /// Runs the program to its end and returns its exit status, or the negative number of the signal.
  private func spawn(
    input: borrowing NamelessFile, output: borrowing NamelessFile, errors: borrowing NamelessFile
  ) throws(ReportError) -> CInt {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input.descriptor, 0)
    posix_spawn_file_actions_adddup2(&actions, output.descriptor, 1)
    posix_spawn_file_actions_adddup2(&actions, errors.descriptor, 2)
    var arguments = [strdup(path), strdup("-d"), nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, nil, &arguments, environ)
    guard code == 0 else {
      throw .gnuplot(reason: "\(path) cannot be started: \(String(cString: strerror(code)))")
    }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else {
        throw .gnuplot(reason: "its end was missed: \(String(cString: strerror(errno)))")
      }
    }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }
}

/// A file without a name, which is gone when it is closed.
private struct NamelessFile: ~Copyable {
  let descriptor: CInt

  init() throws(ReportError) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/tern-XXXXXX".utf8CString)
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else {
      throw .gnuplot(
        reason: "no temporary file can be made in \(folder): \(String(cString: strerror(errno)))")
    }
    unlink(name)
    // The program gets copies under other numbers; what else is open is not its concern.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws(ReportError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(bytes.count - $0.count))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw .gnuplot(reason: "no script can be written: \(String(cString: strerror(errno)))")
      }
      rest = rest.dropFirst(count)
    }
  }

  /// All bytes, wherever the program that wrote them has left the position.
  func contents() throws(ReportError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = pread(descriptor, &block, block.count, off_t(bytes.count))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw .gnuplot(reason: "its picture cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
}
