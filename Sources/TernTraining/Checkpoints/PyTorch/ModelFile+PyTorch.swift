import TernFormats
import TernLayers
import TernTensors

extension Model {
  /// Replaces all parameters and buffers by those of a PyTorch model's `state_dict`, saved with
  /// the package `safetensors`:
  ///
  /// ```python
  /// safetensors.torch.save_file(model.state_dict(), "model.safetensors")
  /// ```
  ///
  /// Weights of ``Linear`` are transposed, the tensors of norms are found by PyTorch's names for
  /// them, and what the model has beyond PyTorch's (generators) stays. `num_batches_tracked` is
  /// ignored, but by a ``BatchNorm`` that averages all batches. A model of `Double` also takes tensors
  /// of single precision, whose values it holds exactly; one of `Float` takes none of double
  /// precision, whose values it would have to round.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - keys: What PyTorch's layers are called here.
  /// - Throws: `FormatError` if the file cannot be read; `StateError` that lists every key that is
  ///   missing, left over or of another shape or type. The model is unchanged then.
  public mutating func load(fromPyTorch path: String, keys: PyTorchKeys = .automatic) throws {
    let file = try Safetensors.read(from: path)
    let slots = pyTorchSlots
    let match = PyTorchMatch(file, to: slots, keys)
    var error = StateError(
      unexpected: match.unused.map { "\($0) \(summary(file[$0]))" }, mismatched: match.clashes)
    let taken = Set(slots.map(\.name))
    var state = state.filter { !taken.contains($0.name) }
    for (slot, key) in zip(slots, match.keys) {
      guard let key, let stored = file[key]?.widened(to: slot.scalarType) else {
        error.missing.append("\(keys.key(of: slot.key)) \(slot.scalarType) \(slot.shape)")
        continue
      }
      guard stored.shape == slot.shape && stored.scalarType == slot.scalarType else {
        error.mismatched.append(
          "\(key) needs \(slot.scalarType) \(slot.shape), found \(summary(stored))")
        continue
      }
      state.append((slot.name, slot.layout.read(stored, as: Scalar.self)))
    }
    if !error.isEmpty { throw error }
    try load(state: state)
  }

  /// Writes all parameters and buffers as PyTorch names them and lays them out:
  ///
  /// ```python
  /// model.load_state_dict(safetensors.torch.load_file("model.safetensors"))
  /// ```
  ///
  /// - Parameters:
  ///   - path: The file, which is replaced as a whole or not at all.
  ///   - keys: What PyTorch's layers are called here. `automatic` leaves the names as they are.
  ///   - metadata: Words to keep with it.
  /// - Throws: `FormatError` if the file cannot be written.
  /// - Precondition: The key map gives no two tensors the same key.
  public func save(
    forPyTorch path: String, keys: PyTorchKeys = .automatic, metadata: [String: String] = [:]
  ) throws(FormatError) {
    var tensors: [(name: String, tensor: AnyTensor)] = []
    let slots = pyTorchSlots
    let known = Set(slots.map(\.key))
    for slot in slots {
      tensors.append((keys.key(of: slot.key), slot.layout.written(slot.tensor, as: Scalar.self)))
      // PyTorch's layer counts batches whether it needs them or not.
      guard slot.key.hasSuffix("running_var") else { continue }
      let count = slot.key.dropLast("running_var".count) + "num_batches_tracked"
      if !known.contains(String(count)) {
        tensors.append((keys.key(of: String(count)), AnyTensor(Tensor<Int64>(0))))
      }
    }
    try Safetensors.write(tensors, metadata: metadata, to: path)
  }

  private func summary(_ tensor: AnyTensor?) -> String {
    tensor.map { "\($0.scalarType) \($0.shape)" } ?? ""
  }
}

extension AnyTensor {
  /// This tensor in a type of floating-point numbers that holds all its values, if that is wanted and
  /// another than its own.
  fileprivate func widened(to type: ScalarType) -> AnyTensor {
    scalarType == .float32 && type == .float64
      ? AnyTensor(Tensor<Float>(self).asType(Double.self)) : self
  }
}

extension PyTorchTensor.Layout {
  /// A tensor of PyTorch's, of the slot's type and shape, as the model has it.
  fileprivate func read<S: FloatingScalar>(_ tensor: AnyTensor, as _: S.Type) -> AnyTensor {
    switch self {
    case .same: tensor
    case .transposed: AnyTensor(Tensor<S>(tensor).transposed())
    case .count: AnyTensor(Tensor<Int64>(tensor).asType(S.self))
    }
  }

  /// A tensor of the model's as PyTorch has it.
  fileprivate func written<S: FloatingScalar>(_ tensor: AnyTensor, as _: S.Type) -> AnyTensor {
    switch self {
    case .same: tensor
    case .transposed: AnyTensor(Tensor<S>(tensor).transposed())
    case .count: AnyTensor(Tensor<S>(tensor).asType(Int64.self))
    }
  }
}
