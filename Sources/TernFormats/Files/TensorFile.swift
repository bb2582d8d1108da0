import TernTensors

/// The contents of a file of several tensors, each under a name.
public protocol TensorFile: Sendable {
  /// The path that the file was read from, which messages show.
  var path: String { get }
  /// The names of the tensors, in the order of the file.
  var names: [String] { get }
  /// The tensor of this name; nil if there is none.
  subscript(name: String) -> AnyTensor? { get }
}

extension TensorFile {
  /// The tensor of this name, with elements of this type and, if one is given, of this shape.
  ///
  /// - Throws: ``FormatError`` if there is no such tensor, or it is of another type or shape.
  public func tensor<Scalar: TensorScalar>(
    _ name: String, as type: Scalar.Type = Scalar.self, shape: Shape? = nil
  ) throws(FormatError) -> Tensor<Scalar> {
    guard let tensor = self[name] else {
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
