import Tern
import TernReports

/// The trials of a search, as far as its `search.jsonl` can be read.
struct SearchRecord {
  let results: SearchResults
  /// The settings that were drawn from ranges, by their titles.
  private let drawn: Set<String>
  /// What could not be read.
  private(set) var notes: [String] = []

  /// Nil if the folder has no `search.jsonl` of at most 256 MiB.
  init?(in folder: String) {
    guard let journal = TextFile.contents(of: "\(folder)/search.jsonl", limit: 1 << 28) else {
      return nil
    }
    self.init(journal: journal) { try SearchFolder.description(in: folder).axes }
  }

  /// The trials of a `search.jsonl`, and what varies in them as far as it can be told.
  init(journal text: [UInt8], axes readAxes: () throws -> [SearchRequest.Varied]) {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    let readable = lines.compactMap { try? JournalLine($0) }
    var axes: [SearchRequest.Varied] = []
    do {
      axes = try readAxes()
    } catch {
      notes.append("\(error); settings are in the order of the alphabet")
    }
    let names = Self.names(of: axes) ?? readable.first?.values.keys.sorted() ?? []
    let titles = Self.titles(of: names)
    drawn = Set(
      zip(names, titles).filter { name, _ in axes.contains { $0.name == name && $0.isRange } }
        .map(\.1))
    var known: Set<Int> = []
    results = SearchResults(
      readable.compactMap { line in
        let values = names.compactMap { line.values[$0] }
        guard values.count == names.count, line.values.count == names.count,
          known.insert(line.trial).inserted
        else { return nil }
        return TrialResult(
          Trial(number: line.trial, names: titles, values: values), line.outcome.titled,
          seconds: line.seconds)
      })
    let damaged = lines.count - results.results.count
    if damaged > 0 {
      notes.append("\(counted(damaged, "line")) of search.jsonl could not be read")
    }
  }

  /// The names of the axes in the order in which the user gave them; nil if there are none, or one
  /// comes twice.
  private static func names(of axes: [SearchRequest.Varied]) -> [String]? {
    let names = axes.map(\.name)
    return names.isEmpty || Set(names).count < names.count ? nil : names
  }

  /// What a reader calls the settings; their names where two would be called alike.
  private static func titles(of names: [String]) -> [String] {
    let titles = names.map { Options.Name(rawValue: "--\($0)")?.title ?? $0 }
    return Set(titles).count == names.count ? titles : names
  }

  /// The tables and pictures; nil if there is nothing to tell.
  var section: Report.Section? {
    let notes = notes.map { Report.Block.text("\($0).") }
    guard var section = Report.Section.search(results, drawn: drawn) else {
      return notes.isEmpty ? nil : Report.Section(title: "Search", blocks: notes)
    }
    section.blocks.insert(contentsOf: notes, at: 1)
    return section
  }
}

extension SearchRequest.Varied {
  /// Whether values were drawn from a range.
  var isRange: Bool { candidates.contains("..") }
}

extension TrialResult.Outcome {
  /// The outcome with figures called "test accuracy" where the journal has `test_accuracy`.
  fileprivate var titled: Self {
    guard case .finished(var score) = self else { return self }
    let figures = score.figures.map { ($0.key.replacing("_", with: " "), $0.value) }
    score.figures = Dictionary(figures) { $1 }
    return .finished(score)
  }
}
