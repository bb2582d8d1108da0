#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes a line to standard output, at once even where that is a pipe.
func output(_ line: String = "", terminator: String = "\n") {
  print(line, terminator: terminator)
  fflush(nil)
}

/// Writes a line to standard error.
func printError(_ message: String) {
  let bytes = Array((message + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

/// A failure that the message describes in full; the program ends with exit code 1.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A wrong call of the program; it ends with exit code 2.
struct UsageError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }

  /// "unknown recipe 'digts'; did you mean 'digits'?"
  init(unknown what: String, _ word: String, among known: [String]) {
    let hint =
      nearest(to: word, among: known).map { "; did you mean '\($0)'?" }
      ?? (known.isEmpty ? "; it takes none" : "; there are \(known.joined(separator: ", "))")
    description = "unknown \(what) '\(word)'\(hint)"
  }
}

/// The most similar of some words, if one is similar at all.
func nearest(to word: String, among known: [String]) -> String? {
  let ranked = known.map { (word: $0, distance: editDistance(word, $0)) }
    .min { $0.distance < $1.distance }
  guard let ranked, ranked.distance <= max(2, word.count / 3) else { return nil }
  return ranked.word
}

/// How many letters have to be changed, added or dropped (Levenshtein, 1966).
private func editDistance(_ a: String, _ b: String) -> Int {
  let b = Array(b)
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let above = row[j + 1]
      row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == b[j] ? 0 : 1))
      diagonal = above
    }
  }
  return row[b.count]
}
