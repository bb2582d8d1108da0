import TernTensors

/// The inputs of a data set as they lie in memory: as they are, or as bytes that become numbers when
/// a batch is asked for.
enum StoredInputs<Scalar: TensorScalar>: Sendable {
  case tensor(Tensor<Scalar>)
  case bytes(Tensor<UInt8>, convert: @Sendable (Tensor<UInt8>) -> Tensor<Scalar>)

  /// `[count, …]`
  var shape: Shape {
    switch self {
    case .tensor(let tensor): tensor.shape
    case .bytes(let bytes, _): bytes.shape
    }
  }

  /// All inputs as numbers.
  var converted: Tensor<Scalar> {
    switch self {
    case .tensor(let tensor): tensor
    case .bytes(let bytes, let convert): Self.converted(bytes, convert)
    }
  }

  private static func converted(
    _ bytes: Tensor<UInt8>, _ convert: (Tensor<UInt8>) -> Tensor<Scalar>
  ) -> Tensor<Scalar> {
    let inputs = convert(bytes)
    precondition(
      inputs.shape == bytes.shape,
      "the conversion of a data set made shape \(inputs.shape) of bytes of shape \(bytes.shape)")
    return inputs
  }

  /// A range of the examples.
  subscript(range: Range<Int>) -> StoredInputs {
    switch self {
    case .tensor(let tensor): .tensor(tensor[range])
    case .bytes(let bytes, let convert): .bytes(bytes[range], convert: convert)
    }
  }

  /// The examples at these indices.
  func taking(_ indices: Tensor<Int32>) -> StoredInputs {
    switch self {
    case .tensor(let tensor): .tensor(tensor.taking(indices))
    case .bytes(let bytes, let convert): .bytes(bytes.taking(indices), convert: convert)
    }
  }

  /// What a function makes of the inputs: at once, or of bytes whenever they are converted.
  func mapped(_ transform: @escaping @Sendable (Tensor<Scalar>) -> Tensor<Scalar>) -> StoredInputs {
    switch self {
    case .tensor(let tensor):
      let inputs = transform(tensor)
      precondition(
        inputs.shape == tensor.shape,
        "mapInputs made shape \(inputs.shape) of inputs of shape \(tensor.shape)")
      return .tensor(inputs)
    case .bytes(let bytes, let convert):
      return .bytes(bytes) { transform(convert($0)) }
    }
  }
}
