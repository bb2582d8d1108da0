import TernTensors

/// The contents of a `.safetensors` file: tensors in their order, and text about them.
public struct SafetensorsFile: Sendable {
  /// The path that the file was read from, which messages show.
  public let path: String
  /// The names of the tensors, in the order in which the file lists them.
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

  /// The tensor of this name, with elements of this type and, if one is given, of this shape.
  ///
  /// Throws ``FormatError`` if there is no such tensor, or it is of another type or shape.
  public func tensor<Scalar: TensorScalar>(
    _ name: String, as type: Scalar.Type = Scalar.self, shape: Shape? = nil
  ) throws(FormatError) -> Tensor<Scalar> {
    guard let tensor = tensors[name] else {
      throw .missingTensor(path: path, tensor: name, found: names)
    }
    return try tensor.typed(shape: shape, path: path, name: name)
  }
}

extension AnyTensor {
  /// The typed form, if it has the type and shape that the caller needs.
  package func typed<Scalar: TensorScalar>(
    shape expected: Shape?, path: String, name: String?
  ) throws(FormatError) -> Tensor<Scalar> {
    guard let tensor = Tensor<Scalar>(exactly: self) else {
      throw .wrongType(
        path: path, tensor: name, expected: Scalar.scalarType, found: scalarType)
    }
    if let expected, expected != shape {
      throw .wrongShape(path: path, tensor: name, expected: expected, found: shape)
    }
    return tensor
  }
}
