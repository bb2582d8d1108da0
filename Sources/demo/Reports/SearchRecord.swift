import FoundationEssentials
import Tern
import TernReports

/// The trials of a search, as far as its `search.jsonl` can be read.
struct SearchRecord {
  private(set) var names: [String] = []
  private(set) var trials: [ReportedTrial] = []

  /// Nil if the folder has no search.
  init?(in folder: String) {
    guard let text = RunRecord.contents(of: "\(folder)/search.jsonl") else {
      return nil
    }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let lines = text.split(separator: UInt8(ascii: "\n")).compactMap {
      try? decoder.decode(Line.self, from: Data($0))
    }
    let known = Set(lines.first.map { Array($0.values.keys) } ?? [])
    let order = Self.order(in: folder).filter(known.contains)
    names = order + known.subtracting(order).sorted()
    let ordered = lines.sorted { $0.trial < $1.trial }
    for line in ordered where Set(line.values.keys) == known {
      let figures = (line.figures ?? [:]).map { ($0.key.replacing("_", with: " "), $0.value) }
      trials.append(
        ReportedTrial(
          values: names.compactMap { line.values[$0]?.description }, score: line.score,
          loss: line.loss, divergedAt: line.diverged?.step,
          figures: Dictionary(figures) { $1 }))
    }
  }

  /// The settings in the order in which the user named them.
  private static func order(in folder: String) -> [String] {
    struct Description: Decodable {
      let axes: [Axis]
    }
    struct Axis: Decodable {
      let name: String
    }
    guard let text = RunRecord.contents(of: "\(folder)/search.json"),
      let description = try? JSONDecoder().decode(Description.self, from: Data(text))
    else { return [] }
    var names: [String] = []
    for axis in description.axes where !names.contains(axis.name) { names.append(axis.name) }
    return names
  }

  /// The tables and pictures; nil if no trial has ended.
  var section: Report.Section? { .search(names: names, trials: trials) }

  private struct Divergence: Decodable {
    let step: Int
  }

  private struct Line: Decodable {
    let trial: Int
    let values: [String: SearchValue]
    let score: Double?
    let loss: Double?
    let diverged: Divergence?
    let figures: [String: Double]?
  }
}
