#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The results of a search in a file, a `JournalLine` a trial, in the order in which they ended.
///
/// A line is written at once. If the program ended in the middle of that all the same, the line has
/// no end; it is dropped, and its trial runs again. What cannot be the beginning of a line is left as
/// it is: the file may be one of another kind.
final class SearchJournal {
  /// The results that the file had when it was opened.
  private(set) var results: [TrialResult] = []
  private let path: String
  private let file: CInt

  /// A line has some hundred bytes.
  private static let largestByteCount = 1 << 28

  /// Opens the journal of a search, or begins one.
  ///
  /// - Throws: `SearchError` if it cannot be used, if another search uses it, if it has more than
  ///   256 MiB, or if it has lines that are none of these trials.
  init(_ path: String, trials: [Trial]) throws(SearchError) {
    self.path = path
    // Without O_NONBLOCK, opening a device could wait for it.
    file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o666)
    guard file >= 0 else { throw Self.unusable(path) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.unusable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unusableJournal(path: path, reason: "it is a pipe or a device")
    }
    guard status.st_size <= Self.largestByteCount else {
      throw .unusableJournal(
        path: path,
        reason: "expected at most \(Self.largestByteCount) bytes, found \(status.st_size)")
    }
    // The lock goes with the file descriptor, so a program that is killed leaves none.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? .journalInUse(path: path) : Self.unusable(path)
    }
    let bytes = try read()
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    results = try Self.results(of: bytes[..<end], trials, path)
    if end == bytes.count { return }
    // Whole lines tell that the file is a journal.
    guard end > 0 || JournalLine.mayBegin(with: bytes) else {
      throw .damagedJournal(
        path: path, line: 1, reason: "it has no end, and no beginning of a line")
    }
    if ftruncate(file, off_t(end)) != 0 { throw Self.unusable(path) }
  }

  deinit {
    guard file >= 0 else { return }
    // A process that is being started on another thread has the descriptor, too, for a moment: it
    // would keep the lock.
    flock(file, LOCK_UN)
    close(file)
  }

  /// Adds a line.
  func append(_ result: TrialResult) throws {
    var bytes = Array(try JournalLine(result).text)[...]
    bytes.append(UInt8(ascii: "\n"))
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw Self.unusable(path) }
      bytes = bytes.dropFirst(written)
    }
  }

  private func read() throws(SearchError) -> [UInt8] {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = part.withUnsafeMutableBytes { readSome(file, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.unusable(path) }
      if count == 0 { return bytes }
      bytes += part[..<count]
    }
  }

  /// The results that whole lines hold.
  private static func results(
    of bytes: ArraySlice<UInt8>, _ trials: [Trial], _ path: String
  ) throws(SearchError) -> [TrialResult] {
    let trials = Dictionary(uniqueKeysWithValues: trials.map { ($0.number, $0) })
    var known: Set<Int> = []
    var results: [TrialResult] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, text) in lines.dropLast().enumerated() {
      let line: JournalLine
      do throws(JournalLine.Damage) {
        line = try JournalLine(text)
      } catch {
        throw .damagedJournal(path: path, line: index + 1, reason: error.reason)
      }
      func other(_ expected: String, _ found: String) -> SearchError {
        .otherSearch(path: path, line: index + 1, expected: expected, found: found)
      }
      guard let trial = trials[line.trial] else {
        throw other("a trial from 1 to \(trials.count)", "trial \(line.trial)")
      }
      let values = Dictionary(uniqueKeysWithValues: zip(trial.names, trial.values))
      guard line.values == values else {
        let found = line.values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        throw other(
          "\(trial) for trial \(line.trial)", found.joined(separator: ", "))
      }
      guard known.insert(line.trial).inserted else {
        throw other("each trial once", "trial \(line.trial) again")
      }
      results.append(TrialResult(trial, line.outcome, seconds: line.seconds))
    }
    return results
  }

  private static func unusable(_ path: String) -> SearchError {
    let words = String(cString: strerror(errno))
    return .unusableJournal(path: path, reason: words.prefix(1).lowercased() + words.dropFirst())
  }
}

private func readSome(_ file: CInt, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(file, buffer.baseAddress, buffer.count)
}
