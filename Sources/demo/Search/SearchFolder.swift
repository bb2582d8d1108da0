import FoundationEssentials
import Tern
import TernData

/// What a search leaves behind: `search.json` and `search.jsonl`, and the run folder of the best
/// model: `run.json`, `metrics.jsonl` and `model.safetensors`.
struct SearchFolder {
  /// The folder, which is that of the best run, too.
  let run: RunFolder
  /// Whether there is an earlier part of the search in it.
  let isResumed: Bool

  /// What `search.json` holds: what was asked for, and at the end what was found.
  struct Description: Codable, Equatable {
    var recipe: String
    /// The path of the data, from every folder.
    var data: String?
    /// The options with one value, as they were given.
    var options: [String: String]
    /// The options that vary.
    var axes: [SearchRequest.Varied]
    /// The settings of a trial, but for what varies.
    var settings: Settings
    var result: SearchSummary?
  }

  var path: String { run.path }
  var journalPath: String { path + "/search.jsonl" }
  private var descriptionPath: String { Self.descriptionPath(in: path) }
  private static func descriptionPath(in path: String) -> String { path + "/search.json" }

  /// Makes a folder for a search, or opens that of the same search, which was interrupted.
  ///
  /// - Throws: `Failure` if it cannot be made, or if there is a run or another search in it, with
  ///   what differs.
  static func open(_ path: String?, for description: Description) throws -> SearchFolder {
    if let path {
      let old = SearchFolder(run: RunFolder(path: path), isResumed: true)
      if TextFile.exists(old.descriptionPath) {
        let differences = description.differences(from: try Self.description(in: path))
        guard differences.isEmpty else {
          throw Failure(
            "'\(path)' holds another search: \(differences.joined(separator: "; ")); ask for the "
              + "same to go on with it, or choose another folder")
        }
        return old
      }
    }
    let run = try RunFolder.create(at: path, recipe: description.recipe + "-search")
    let folder = SearchFolder(run: run, isResumed: false)
    try folder.write(description)
    return folder
  }

  /// What `search.json` says.
  ///
  /// - Throws: `Failure` if it cannot be read, or is damaged.
  static func description(in path: String) throws -> Description {
    let path = descriptionPath(in: path)
    guard let text = TextFile.contents(of: path) else {
      throw Failure("'\(path)' cannot be read")
    }
    return try RunFolder.decoded(text, from: path)
  }

  /// Writes `search.json`.
  func write(_ description: Description) throws {
    try TextFile.write(try RunFolder.line(description, pretty: true) + "\n", to: descriptionPath)
  }

  /// Writes the files of a run.
  func keep(_ best: TrialRun, data: String?) throws {
    let experiment = best.experiment
    try best.model.save(to: run.modelPath, metadata: ["recipe": experiment.recipe.name])
    if experiment.recipe.savesNPZ {
      try NPZ.write(best.model.numberedParameters, to: run.arraysPath)
    }
    var metrics = MetricsFile(path: run.metricsPath)
    metrics.begin(with: best.history)
    var result = best.result
    result.out = path
    try run.write(
      RunFolder.Description(
        recipe: experiment.recipe.name, settings: experiment.settings, data: data,
        model: experiment.model.description, parameters: experiment.model.parameterCount,
        result: result))
  }
}

extension SearchFolder.Description {
  /// In what an earlier search is another one, in words.
  fileprivate func differences(from earlier: Self) -> [String] {
    func difference(_ name: String, _ old: String?, _ new: String?) -> String? {
      old == new ? nil : "\(name) was \(old ?? "not given") and is \(new ?? "not given")"
    }
    func axes(_ description: Self) -> [String: String] {
      Dictionary(description.axes.map { ("--\($0.name)", $0.candidates) }) { $1 }
    }
    let old = earlier.options.merging(axes(earlier)) { $1 }
    let new = options.merging(axes(self)) { $1 }
    var differences =
      [difference("the recipe", earlier.recipe, recipe), difference("--data", earlier.data, data)]
      + Set(old.keys).union(new.keys).sorted().map { difference($0, old[$0], new[$0]) }
    if differences.allSatisfy({ $0 == nil }) {
      differences.append(
        difference(
          "the order of what varies", earlier.axes.map(\.name).joined(separator: ", "),
          self.axes.map(\.name).joined(separator: ", ")))
      if earlier.settings != settings {
        differences.append("the recipe's own settings have changed since")
      }
    }
    return differences.compactMap(\.self)
  }
}
