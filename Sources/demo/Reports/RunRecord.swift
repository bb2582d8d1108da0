import FoundationEssentials
import Tern
import TernReports

/// What a training's folder tells, as far as it can be read.
struct RunRecord {
  let folder: RunFolder
  let description: RunFolder.Description
  /// The epochs that have ended.
  private(set) var epochs: [TrainingEpoch] = []
  /// The loss of each step of these epochs.
  private(set) var stepLosses: [Double] = []
  /// The lines of `metrics.jsonl` that cannot be read, such as one that was cut.
  private var damagedLines = 0
  /// Whether there are metrics, all of which cannot be read.
  private var isUnreadable = false

  /// The most bytes of `metrics.jsonl`, and of a line in it, which has the losses of an epoch's steps:
  /// decoding takes many times as much memory.
  private static let largestByteCount = 1 << 28
  private static let longestLine = 1 << 24

  /// Reads `metrics.jsonl` of a folder, if there is one of at most 256 MiB.
  init(_ folder: RunFolder, _ description: RunFolder.Description) {
    let metrics = TextFile.contents(of: folder.metricsPath, limit: Self.largestByteCount)
    self.init(folder, description, metrics: metrics ?? [])
    isUnreadable = metrics == nil && TextFile.exists(folder.metricsPath)
  }

  /// The record of a run with this `metrics.jsonl`.
  init(_ folder: RunFolder, _ description: RunFolder.Description, metrics: [UInt8]) {
    self.folder = folder
    self.description = description
    name = description.part ?? folder.path
    for line in metrics.split(separator: UInt8(ascii: "\n")) {
      guard line.count <= Self.longestLine else {
        damagedLines += 1
        continue
      }
      do {
        let metrics = try RunFolder.decoder.decode(Line.self, from: Data(line))
        epochs.append(metrics.epoch)
        stepLosses += metrics.losses
      } catch {
        damagedLines += 1
      }
    }
  }

  /// An epoch with the losses of its steps, which old runs do not have.
  private struct Line: Decodable {
    let epoch: TrainingEpoch
    let losses: [Double]

    private enum Key: CodingKey { case losses }

    init(from decoder: any Decoder) throws {
      epoch = try TrainingEpoch(from: decoder)
      losses =
        try decoder.container(keyedBy: Key.self).decodeIfPresent([Double].self, forKey: .losses)
        ?? []
    }
  }

  /// What the training is called among others.
  private(set) var name: String

  /// "iris, relu", or the recipe alone.
  var title: String {
    description.part.map { "\(description.recipe), \($0)" } ?? description.recipe
  }

  /// The page of the run that the training is a part of.
  var parent: (title: String, path: String)? {
    guard description.part != nil else { return nil }
    return folder.pageOfGroup.map { ("all trainings of this run", $0) }
  }

  /// The training with a name that tells it from those of other runs.
  func named(after path: String) -> RunRecord {
    var record = self
    record.name = description.part.map { "\(path), \($0)" } ?? path
    return record
  }

  /// The epoch whose model is kept.
  var bestEpoch: Int? { epochs.last { $0.isBest }?.epoch }

  /// A curve over the epochs; nil if no epoch has the value.
  func curve(_ name: String, _ value: (TrainingEpoch) -> Double?) -> Curve? {
    let points = epochs.compactMap { epoch in value(epoch).map { (Double(epoch.epoch), $0) } }
    if points.isEmpty { return nil }
    return Curve(name: name, x: points.map(\.0), y: points.map(\.1))
  }

  /// A quantity for each set of examples.
  private func curves(_ value: (Evaluation) -> Double?) -> [Curve] {
    [
      curve("training") { value($0.training) },
      curve("validation") { $0.validation.flatMap(value) },
      curve("test") { $0.test.flatMap(value) },
    ].compactMap(\.self)
  }

  /// What could not be read.
  var notes: [String] {
    if isUnreadable { return ["metrics.jsonl could not be read, or has more than 256 MiB"] }
    return damagedLines == 0
      ? [] : ["\(counted(damagedLines, "line")) of metrics.jsonl could not be read"]
  }

  /// The sections that need no model.
  var sections: [Report.Section] {
    var result: [Report.Block] = []
    if let figures = description.result {
      result.append(
        .table(
          Report.Table(
            header: ["figure", "value"],
            rows: Self.rows(of: figures, number: Self.text(ofFigure:_:)))))
    } else {
      let done =
        description.settings.iterations == nil
        ? "\(epochs.count) of \(description.settings.epochs) epochs"
        : counted(epochs.count, "epoch")
      result.append(.text("This training has not come to its end; it has done \(done)."))
    }
    result += notes.map { .text("\($0).") }
    let curves = Report.Section.learningCurves(
      of: title,
      losses: curves { $0.loss }, accuracies: curves { $0["accuracy"] }, stepLosses: stepLosses,
      bestEpoch: bestEpoch)
    let settings = Report.Table(
      header: ["setting", "value"], rows: Self.rows(of: description.settings))
    return [
      Report.Section(title: "Result", blocks: result),
      curves,
      Report.Section(title: "Settings", blocks: [.table(settings)]),
    ].compactMap(\.self)
  }

  /// A figure as it is printed elsewhere, too; nil for one that is as it is.
  private static func text(ofFigure name: String, _ number: Double) -> String? {
    if name.hasSuffix("accuracy") || name.hasSuffix("loss") { return rounded(number, 4) }
    switch name {
    case "seconds": return rounded(number, 2)
    case "samples_per_second": return rounded(number, 0)
    default: return nil
    }
  }

  /// The names and values of whatever can be written as JSON, in the order of the names.
  ///
  /// - Parameter number: How the number of a name is spelt; nil to be as short as it can be.
  static func rows(
    of value: some Encodable, number: (String, Double) -> String? = { _, _ in nil }
  ) -> [[String]] {
    guard let line = try? RunFolder.line(value),
      let values = try? JSONDecoder().decode([String: JSONText].self, from: Data(line.utf8))
    else { return [] }
    return values.sorted { $0.key < $1.key }.map { name, value in
      let spelt = value.number.flatMap { number(name, $0) }
      return [name.replacing("_", with: " "), spelt ?? value.text]
    }
  }
}

/// A JSON value as a reader wants to see it.
private struct JSONText: Decodable {
  let text: String
  /// The number, if it is one.
  private(set) var number: Double?

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let integer = try? container.decode(Int.self) {
      text = "\(integer)"
      number = Double(integer)
    } else if let number = try? container.decode(Double.self) {
      text = "\(Float(number))"
      self.number = number
    } else if let string = try? container.decode(String.self) {
      text = string
    } else if let list = try? container.decode([JSONText].self) {
      text = list.map(\.text).joined(separator: ", ")
    } else if let members = try? container.decode([String: JSONText].self) {
      text = members.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
        .joined(separator: ", ")
    } else {
      text = try container.decode(Bool.self) ? "yes" : "no"
    }
  }
}
