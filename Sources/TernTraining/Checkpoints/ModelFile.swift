import TernFormats
import TernLayers
import TernTensors

extension Model {
  /// Writes all state of the model, by name, to a safetensors file.
  ///
  /// - Parameters:
  ///   - path: The file, which is replaced as a whole or not at all.
  ///   - metadata: Words to keep with it.
  /// - Throws: `FormatError` if the file cannot be written.
  public func save(
    to path: String, metadata: [String: String] = [:]
  ) throws(FormatError) {
    try Safetensors.write(state, metadata: metadata, to: path)
  }

  /// Replaces all state of the model by that of a safetensors file.
  ///
  /// - Throws: `FormatError` if the file cannot be read, `StateError` if it does not fit the model,
  ///   which is unchanged then.
  public mutating func load(from path: String) throws {
    let file = try Safetensors.read(from: path)
    try load(state: file.names.compactMap { name in file[name].map { (name, $0) } })
  }
}
