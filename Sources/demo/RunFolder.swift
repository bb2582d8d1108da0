import FoundationEssentials
import Tern

/// What a run leaves behind: `run.json`, `metrics.jsonl` and `model.safetensors`.
struct RunFolder {
  let path: String

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
    var validationAccuracy: Double
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
  static func create(at path: String?, recipe: String) throws -> RunFolder {
    let manager = FileManager.default
    var folder = path ?? ""
    if path == nil {
      var number = 1
      repeat {
        folder = "runs/\(recipe)-\(number)"
        number += 1
      } while manager.fileExists(atPath: folder)
    }
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure("cannot make the run folder '\(folder)': \(reason(error))")
    }
    let run = RunFolder(path: folder)
    try run.write("", to: run.metricsPath)
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
      throw Failure("'\(run.descriptionPath)' is damaged: \(error)")
    }
  }

  func write(_ description: Description) throws {
    try write(try Self.line(description, pretty: true) + "\n", to: descriptionPath)
  }

  /// Adds a line to `metrics.jsonl`.
  func append(_ epoch: TrainingEpoch) throws {
    let line = try Self.line(epoch, pretty: false) + "\n"
    guard let handle = FileManager.default.contents(atPath: metricsPath) else {
      throw Failure("cannot read '\(metricsPath)'")
    }
    try write(String(decoding: handle, as: UTF8.self) + line, to: metricsPath)
  }

  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path))
    } catch {
      throw Failure("cannot write '\(path)': \(Self.reason(error))")
    }
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
    return decoder
  }

  private static func reason(_ error: any Error) -> String {
    (error as? CocoaError).map { "\($0.code)" } ?? "\(error)"
  }
}
