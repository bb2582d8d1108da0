import FoundationEssentials
import TernFormats
import TernTensors

/// A checkpoint as a safetensors file: tensors, and texts about them.
///
/// | text | |
/// | --- | --- |
/// | `format` | `tern-checkpoint` |
/// | `version` | `1` |
/// | `settings` | what the training is, as a JSON object of texts |
/// | `progress` | where it stands: `SavedProgress` in JSON |
/// | `generator` | the state of the generator that shuffles, in JSON |
/// | `checksum` | of all the above and of the tensors, in hexadecimal digits |
///
/// | tensor | |
/// | --- | --- |
/// | `model.…`, `best.…` | the state of the model as it is, and of the best one |
/// | `optimizer.…` | the optimizer's learning rate, step and memory |
/// | `losses` | the loss of each step, Float64 |
/// | `order` | the examples of the epoch under way, Int32; absent between two epochs |
struct CheckpointFile {
  var tensors: [(name: String, tensor: AnyTensor)] = []
  var settings: [String: String] = [:]
  var progress = ""
  var generator = ""

  private static let format = "tern-checkpoint"
  private static let version = "1"

  /// A checkpoint of nothing yet.
  init() {}

  /// Checks that a file is what was written.
  ///
  /// - Throws: `FormatError` if it is not, `CheckpointError.otherVersion`.
  init(_ file: SafetensorsFile) throws {
    let path = file.path
    func text(_ name: String) throws(FormatError) -> String {
      guard let text = file.metadata[name] else {
        throw .malformed(path: path, expected: "a checkpoint with '\(name)'", found: "none")
      }
      return text
    }
    guard try text("format") == Self.format else {
      throw FormatError.malformed(
        path: path, expected: "the format \(Self.format)", found: quoted(try text("format")))
    }
    let version = try text("version")
    guard version == Self.version else {
      throw CheckpointError.otherVersion(
        path: path, version: version, supported: Self.version)
    }
    tensors = file.names.compactMap { name in file[name].map { (name, $0) } }
    progress = try text("progress")
    generator = try text("generator")
    let settingsText = try text("settings")
    let expected = checksum(settingsText)
    let found = try text("checksum")
    guard expected == found else {
      throw FormatError.malformed(path: path, expected: "the checksum \(expected)", found: found)
    }
    settings = try Self.value(of: settingsText)
  }

  /// Writes the file; the one that is there gets another name, if there is one for it, when this one
  /// is complete.
  func write(to path: String, keepingOldAs previous: String?) throws {
    let settingsText = try Self.text(of: settings)
    let metadata = [
      "format": Self.format, "version": Self.version, "settings": settingsText,
      "progress": progress, "generator": generator, "checksum": checksum(settingsText),
    ]
    try Safetensors.write(tensors, metadata: metadata, to: path, keepingOldAs: previous)
  }

  /// A tensor of this name and type; nil if there is none.
  func tensor<Scalar: TensorScalar>(_ name: String, _: Scalar.Type) -> Tensor<Scalar>? {
    tensors.first { $0.name == name }.flatMap { Tensor(exactly: $0.tensor) }
  }

  /// The tensors whose names begin with this and a point, without that.
  func tensors(of part: String) -> [(name: String, tensor: AnyTensor)] {
    tensors.filter { $0.name.hasPrefix(part + ".") }
      .map { (String($0.name.dropFirst(part.count + 1)), $0.tensor) }
  }

  private func checksum(_ settingsText: String) -> String {
    var checksum = Checksum()
    for text in [settingsText, progress, generator] { checksum.add(text) }
    for (name, tensor) in tensors { checksum.add(name, tensor) }
    return String(checksum.value, radix: 16)
  }

  /// What these settings have otherwise, in words.
  func differences(from now: [String: String]) -> [String] {
    Set(settings.keys).union(now.keys).sorted().compactMap { name in
      let (saved, now) = (settings[name] ?? "not set", now[name] ?? "not set")
      return saved == now ? nil : "\(name) is \(saved) in the checkpoint and \(now) now"
    }
  }

  /// A value as JSON.
  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The value of such a text.
  static func value<T: Decodable>(of text: String) throws -> T {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(T.self, from: Data(text.utf8))
  }
}
