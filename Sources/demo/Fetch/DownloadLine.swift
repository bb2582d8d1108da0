import Tern

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A line on the terminal that tells how far a download is; nothing where errors go to a file.
final class DownloadLine {
  private let name: String
  private let byteCount: Int
  private let isShown = isatty(STDERR_FILENO) == 1
  private var percent = -1

  /// The line of a file with this many bytes.
  init(_ name: String, byteCount: Int) {
    self.name = name
    self.byteCount = byteCount
  }

  /// Shows how much there is.
  func update(_ count: Int) {
    let percent = count * 100 / max(byteCount, 1)
    guard isShown, percent != self.percent else { return }
    self.percent = percent
    let megabytes = rounded(Double(byteCount) / 1e6, 1)
    write("\r\(name)  \(min(percent, 100)) % of \(megabytes) MB")
  }

  /// Removes the line, so that others can be printed.
  func clear() {
    if percent >= 0 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = systemWrite(STDERR_FILENO, bytes, bytes.count)
  }
}

private func systemWrite(_ file: CInt, _ bytes: [UInt8], _ count: Int) -> Int {
  write(file, bytes, count)
}
