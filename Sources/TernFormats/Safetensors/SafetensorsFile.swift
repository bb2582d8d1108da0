import TernTensors

/// The contents of a `.safetensors` file: tensors in their order, and text about them.
public struct SafetensorsFile: TensorFile {
  /// The path that the file was read from, which messages show.
  public let path: String
  /// The names of the tensors, in the order of the file.
  public let names: [String]
  /// Text about the tensors.
  public let metadata: [String: String]
  private let tensors: [String: AnyTensor]

  init(
    path: String, metadata: [String: String], tensors: [(name: String, tensor: AnyTensor)]
  ) {
    self.path = path
    self.metadata = metadata
    names = tensors.map(\.name)
    self.tensors = Dictionary(tensors.map { ($0.name, $0.tensor) }) { first, _ in first }
  }

  /// The tensor of this name; nil if there is none.
  public subscript(name: String) -> AnyTensor? { tensors[name] }
}
