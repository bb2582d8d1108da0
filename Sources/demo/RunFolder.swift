import FoundationEssentials
import Tern

/// What a run leaves behind: `run.json`, `metrics.jsonl` and `model.safetensors`.
struct RunFolder {
  let path: String

  /// A path that holds from every folder.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

  /// What `run.json` holds: all that is needed to make the network and its data again.
  struct Description: Codable {
    var recipe: String
    var settings: Settings
    var data: String?
    var model: String
    var parameters: Int
    var result: Result?
  }

  /// What `--json` prints.
  struct Result: Codable, Equatable {
    var recipe: String
    var seed: UInt64
    var epochs: Int
    var steps: Int
    var trainLoss: Double
    var trainAccuracy: Double
    var validationAccuracy: Double?
    var testLoss: Double
    var testAccuracy: Double
    var seconds: Double
    var samplesPerSecond: Double
    var out: String
  }

  var modelPath: String { path + "/model.safetensors" }
  private var descriptionPath: String { path + "/run.json" }
  private var metricsPath: String { path + "/metrics.jsonl" }

  /// Makes the folder, or the first free `runs/RECIPE-N`.
  ///
  /// - Throws: `Failure` if it cannot be made, or if there is a run in it already.
  static func create(at path: String?, recipe: String) throws -> RunFolder {
    if let path {
      try TextFile.makeFolder(path)
      let run = RunFolder(path: path)
      guard !TextFile.exists(run.descriptionPath), !TextFile.exists(run.modelPath) else {
        throw Failure("'\(path)' holds a run already; choose another folder or remove it")
      }
      try TextFile.write("", to: run.metricsPath)
      return run
    }
    var number = 1
    while try !TextFile.makeFolder("runs/\(recipe)-\(number)") { number += 1 }
    let run = RunFolder(path: "runs/\(recipe)-\(number)")
    try TextFile.write("", to: run.metricsPath)
    return run
  }

  /// The folder of an earlier run.
  static func open(_ path: String) throws -> (folder: RunFolder, description: Description) {
    let run = RunFolder(path: path)
    guard let data = FileManager.default.contents(atPath: run.descriptionPath) else {
      throw Failure("'\(path)' is no run folder: it has no readable run.json")
    }
    do {
      return (run, try decoder.decode(Description.self, from: data))
    } catch {
      throw Failure("'\(run.descriptionPath)' is damaged: \(reason(error))")
    }
  }

  /// Writes `run.json`.
  func write(_ description: Description) throws {
    try TextFile.write(try Self.line(description, pretty: true) + "\n", to: descriptionPath)
  }

  /// Adds a line to `metrics.jsonl`.
  func append(_ epoch: TrainingEpoch) throws {
    try TextFile.append(try Self.line(epoch) + "\n", to: metricsPath)
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

  private static var decoder: JSONDecoder {
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
