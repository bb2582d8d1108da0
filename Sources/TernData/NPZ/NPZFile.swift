import Tern

/// The contents of an `.npz` file: tensors in their order.
public struct NPZFile: TensorFile {
  /// The path that the file was read from, which messages show.
  public let path: String
  /// The names of the tensors, in the order of the file.
  public let names: [String]
  private let tensors: [String: AnyTensor]

  init(path: String, tensors: [(name: String, tensor: AnyTensor)]) {
    self.path = path
    names = tensors.map(\.name)
    self.tensors = Dictionary(tensors.map { ($0.name, $0.tensor) }) { first, _ in first }
  }

  /// The tensor of this name; nil if there is none.
  public subscript(name: String) -> AnyTensor? { tensors[name] }
}
