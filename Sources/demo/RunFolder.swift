import FoundationEssentials
import Tern

/// What a run leaves behind: `run.json`, `metrics.jsonl` and `model.safetensors`; or `runs.json`, if
/// it has several trainings, and a folder for each. `report.html` and `pictures` show it all.
struct RunFolder {
  let path: String

  /// A path that holds from every folder.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// A path as it is called from a folder.
  static func relative(_ path: String, to folder: String) -> String {
    let names = URL(filePath: absolute(path)).standardized.pathComponents
    let base = URL(filePath: absolute(folder)).standardized.pathComponents
    let common = zip(names, base).prefix { $0 == $1 }.count
    return (base[common...].map { _ in ".." } + names[common...]).joined(separator: "/")
  }

  /// What `run.json` holds: all that is needed to make the network and its data again.
  struct Description: Codable {
    var recipe: String
    /// The name of the training in a run of several.
    var part: String?
    var settings: Settings
    var data: String?
    var model: String
    var parameters: Int
    var result: Result?
  }

  /// What `runs.json` holds.
  struct Group: Codable {
    var recipe: String
    var settings: Settings
    var data: String?
    /// The names of the trainings, which are those of their folders.
    var parts: [String]
  }

  /// What `--json` prints of a training.
  struct Result: Codable, Equatable {
    var recipe: String
    var part: String?
    var seed: UInt64
    var epochs: Int
    var steps: Int
    /// The epoch whose model is kept.
    var bestEpoch: Int?
    var trainLoss: Double
    var trainAccuracy: Double
    var validationLoss: Double?
    var validationAccuracy: Double?
    var testLoss: Double
    var testAccuracy: Double
    var seconds: Double
    var samplesPerSecond: Double
    var out: String
  }

  var modelPath: String { path + "/model.safetensors" }
  var arraysPath: String { path + "/best_model.npz" }
  private var groupPath: String { path + "/runs.json" }
  private var descriptionPath: String { path + "/run.json" }
  var metricsPath: String { path + "/metrics.jsonl" }

  /// Makes the folder, or the first free `runs/RECIPE-N`.
  ///
  /// - Throws: `Failure` if it cannot be made, or if there is a run in it already.
  static func create(at path: String?, recipe: String) throws -> RunFolder {
    if let path {
      try TextFile.makeFolder(path)
      let run = RunFolder(path: path)
      let files = [run.descriptionPath, run.modelPath, run.groupPath]
      guard !files.contains(where: TextFile.exists) else {
        throw Failure(
          "'\(path)' holds a run already; go on with it with --resume, or choose another folder")
      }
      return run
    }
    var number = 1
    while try !TextFile.makeFolder("runs/\(recipe)-\(number)") { number += 1 }
    return RunFolder(path: "runs/\(recipe)-\(number)")
  }

  /// The folder of one of the trainings of a run; the folder itself if that is the only one.
  func part(_ name: String?) -> RunFolder {
    name.map { RunFolder(path: "\(path)/\($0)") } ?? self
  }

  /// Removes what writing files has left where the process was killed in it.
  func removeUnfinishedFiles(of parts: [String?]) throws {
    for folder in [self] + parts.map(part) {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for name in names where name.hasPrefix(".tern-") && name.hasSuffix(".part") {
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
      }
    }
  }

  /// The page of the run that the training in this folder is a part of, as a path from here; nil if
  /// it is a run of its own.
  var pageOfGroup: String? {
    TextFile.exists("\(path)/../runs.json") ? "../report.html" : nil
  }

  /// The folder of an earlier run, or those of its trainings if there are several.
  static func open(_ path: String) throws -> [(folder: RunFolder, description: Description)] {
    try parts(of: path).map { ($0, try $0.description()) }
  }

  /// The same, without those trainings of several that an interrupted run has not begun.
  static func openBegun(
    _ path: String
  ) throws -> [(folder: RunFolder, description: Description)] {
    let parts = try parts(of: path)
    let begun = parts.filter(\.hasBegun)
    return try (begun.isEmpty ? parts : begun).map { ($0, try $0.description()) }
  }

  private static func parts(of path: String) throws -> [RunFolder] {
    let run = RunFolder(path: path)
    guard let group = try run.group() else { return [run] }
    guard !group.parts.isEmpty else { throw Failure("'\(run.groupPath)' names no trainings") }
    return try group.parts.map { name in
      // A name is that of a folder in this one, and leads nowhere else.
      guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
        throw Failure("'\(run.groupPath)' is damaged: '\(name)' is no name of a training")
      }
      return RunFolder(path: "\(path)/\(name)")
    }
  }

  /// The trainings of a run of several; nil for a run of one.
  func group() throws -> Group? {
    try TextFile.contents(of: groupPath).map { try Self.decoded($0, from: groupPath) }
  }

  /// Whether the training in this folder, one of several, has begun.
  var hasBegun: Bool { TextFile.exists(descriptionPath) }

  /// What `run.json` says.
  func description() throws -> Description {
    guard let text = TextFile.contents(of: descriptionPath) else {
      throw Failure("'\(path)' is no run folder: it has no readable run.json")
    }
    return try Self.decoded(text, from: descriptionPath)
  }

  /// What the JSON of a file says. The path is for messages.
  static func decoded<T: Decodable>(_ text: [UInt8], from path: String) throws -> T {
    do {
      return try decoder.decode(T.self, from: Data(text))
    } catch {
      throw Failure("'\(path)' is damaged: \(reason(error))")
    }
  }

  /// Writes `run.json`.
  func write(_ description: Description) throws {
    try TextFile.write(try Self.line(description, pretty: true) + "\n", to: descriptionPath)
  }

  /// Writes `runs.json`.
  func write(_ group: Group) throws {
    try TextFile.write(try Self.line(group, pretty: true) + "\n", to: groupPath)
  }

  /// A value as JSON with snake_case keys in a fixed order.
  static func line(_ value: some Encodable, pretty: Bool = false) throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting =
      pretty
      ? [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      : [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }

  /// What is wrong with a `run.json`, and where.
  private static func reason(_ error: any Error) -> String {
    let (found, context): (String, DecodingError.Context)
    switch error as? DecodingError {
    case .keyNotFound(let key, let place): (found, context) = ("no '\(key.stringValue)'", place)
    case .typeMismatch(let type, let place), .valueNotFound(let type, let place):
      (found, context) = ("no \(type)", place)
    case .dataCorrupted(let place):
      (found, context) = (
        place.codingPath.isEmpty ? "it is no valid JSON" : place.debugDescription, place
      )
    default: return "\(error)"
    }
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? found : "\(found) at '\(path)'"
  }
}
