#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that TensorBoard reads while it grows.
///
/// ```swift
/// let events = try EventFile(in: "runs/digits-1")
/// try events.append([.scalar("loss/training", loss, step: step, wallTime: EventFile.now)])
/// ```
///
/// Then `tensorboard --logdir runs` shows it.
public struct EventFile: Sendable {
  /// The file's path.
  public let path: String

  /// Makes a file in a folder that is there, under a name that no other run takes.
  ///
  /// - Throws: ``ReportError/unwritable(path:reason:)``
  public init(in folder: String) throws(ReportError) {
    let now = Self.now
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let letters = host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let name = letters.isEmpty ? "host" : String(decoding: letters, as: UTF8.self)
    let suffix = String(UInt32.random(in: 0 ... .max), radix: 16)
    path = "\(folder)/events.out.tfevents.\(Int(now)).\(name).\(getpid()).\(suffix)"
    try append([.version(wallTime: now)])
  }

  /// Adds events at the end.
  ///
  /// - Throws: ``ReportError/unwritable(path:reason:)``
  public func append(_ events: [Event]) throws(ReportError) {
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw failure() }
    var rest = events.flatMap(\.record)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let failure = failure()
        close(file)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
    guard close(file) == 0 else { throw failure() }
  }

  /// The seconds since 1970.
  public static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private func failure() -> ReportError {
    .unwritable(path: path, reason: String(cString: strerror(errno)))
  }
}
