import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The results of a search in a file, a line of JSON a trial, in the order in which they ended:
///
///     {"figures":{"test":0.97},"score":0.98,"seconds":3.1,"trial":2,"values":{"hidden":64}}
///     {"diverged":{"loss":"nan","step":31},"seconds":0.1,"trial":1,"values":{"hidden":512}}
///
/// A line is written at once. If the program ended in the middle of that all the same, the line has
/// no end; it is dropped, and its trial runs again.
final class SearchJournal {
  /// The results that the file had when it was opened.
  private(set) var results: [TrialResult] = []
  private let path: String
  private let file: CInt

  /// Opens the journal of a search, or begins one.
  ///
  /// - Throws: `SearchError` if it cannot be used, if another search uses it, or if it has lines
  ///   that are none of these trials.
  init(_ path: String, trials: [Trial]) throws(SearchError) {
    self.path = path
    file = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Self.unusable(path) }
    // The lock goes with the file descriptor, so a program that is killed leaves none.
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? .journalInUse(path: path) : Self.unusable(path)
    }
    let bytes = try read()
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    results = try Self.results(of: bytes[..<end], trials, path)
    if end < bytes.count, ftruncate(file, off_t(end)) != 0 { throw Self.unusable(path) }
  }

  deinit { if file >= 0 { close(file) } }

  /// Adds a line.
  func append(_ result: TrialResult) throws {
    var bytes = Array(try Self.encoder.encode(Line(result)))[...]
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
      let line: Line
      do {
        line = try decoder.decode(Line.self, from: Data(text))
      } catch {
        throw .damagedJournal(path: path, line: index + 1, reason: Self.reason(error))
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
      results.append(try line.result(of: trial, path, index + 1))
    }
    return results
  }

  private static func unusable(_ path: String) -> SearchError {
    let words = String(cString: strerror(errno))
    return .unusableJournal(path: path, reason: words.prefix(1).lowercased() + words.dropFirst())
  }

  /// What is wrong with a line.
  private static func reason(_ error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "it has no '\(key.stringValue)'"
    case .typeMismatch(let type, let place), .valueNotFound(let type, let place):
      "'\(place.codingPath.map(\.stringValue).joined(separator: "."))' is no \(type)"
    default: "it is no valid JSON"
    }
  }

  private static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return encoder
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }
}

/// A line of the journal.
private struct Line: Codable {
  var trial: Int
  var values: [String: SearchValue]
  var score: Double?
  var loss: Double?
  var figures: [String: Double]?
  var diverged: Divergence?
  var seconds: Double

  struct Divergence: Codable {
    var step: Int
    var loss: Double
  }

  init(_ result: TrialResult) {
    trial = result.trial.number
    values = Dictionary(uniqueKeysWithValues: zip(result.trial.names, result.trial.values))
    seconds = result.seconds
    switch result.outcome {
    case .finished(let score):
      self.score = score.value
      loss = score.loss
      figures = score.figures
    case .diverged(let step, let loss): diverged = Divergence(step: step, loss: loss)
    }
  }

  func result(
    of trial: Trial, _ path: String, _ line: Int
  ) throws(SearchError) -> TrialResult {
    if let diverged, score == nil {
      return TrialResult(
        trial, .diverged(step: diverged.step, loss: diverged.loss), seconds: seconds)
    }
    guard let score, diverged == nil else {
      throw .damagedJournal(
        path: path, line: line, reason: "it has neither a 'score' nor a 'diverged', or both")
    }
    return TrialResult(
      trial, .finished(TrialScore(score, loss: loss, figures: figures ?? [:])), seconds: seconds)
  }
}

private func readSome(_ file: CInt, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(file, buffer.baseAddress, buffer.count)
}
