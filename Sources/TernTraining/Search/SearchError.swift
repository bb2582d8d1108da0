/// Why a search cannot be made, or cannot go on from its journal.
public enum SearchError: Error, Hashable, Sendable {
  /// A grid goes through values, and this axis is a range.
  case rangeInGrid(axis: String)
  /// There are not that many trials: at most this many.
  case tooManyTrials(limit: Int)
  /// The journal cannot be read or written: the system's reason.
  case unusableJournal(path: String, reason: String)
  /// Another search is writing to the journal.
  case journalInUse(path: String)
  /// A line of the journal, counted from 1, is none of a search, and not the last one.
  case damagedJournal(path: String, line: Int, reason: String)
  /// The journal is one of another search: where it differs, and what both have there.
  case otherSearch(path: String, line: Int, expected: String, found: String)
}

extension SearchError: CustomStringConvertible {
  /// One sentence with what was expected and what was found.
  public var description: String {
    switch self {
    case .rangeInGrid(let axis):
      "a grid: expected values of '\(axis)' to go through, found a range, which is for random "
        + "searches"
    case .tooManyTrials(let limit):
      "a search: expected at most \(limit) trials, as there are no more different ones"
    case .unusableJournal(let path, let reason):
      "'\(path)': the search's journal cannot be used: \(reason)"
    case .journalInUse(let path):
      "'\(path)': another search is writing to this journal"
    case .damagedJournal(let path, let line, let reason):
      "'\(path)': line \(line) is no result of a trial: \(reason)"
    case .otherSearch(let path, let line, let expected, let found):
      "'\(path)': line \(line) is of another search: expected \(expected), found \(found)"
    }
  }
}
