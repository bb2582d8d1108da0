import TernLayers
import TernTensors

/// A tensor of a model and where PyTorch keeps it.
struct PyTorchSlot: Sendable {
  /// The model's name for it.
  let name: String
  /// The name with PyTorch's words in it, such as `1.running_mean`.
  let key: String
  let layout: PyTorchTensor.Layout
  /// The values, in the model's layout.
  let tensor: AnyTensor

  /// The shape in PyTorch.
  var shape: Shape { layout == .transposed ? Shape(tensor.shape.reversed()) : tensor.shape }
  /// The type in PyTorch.
  var scalarType: ScalarType { layout == .count ? .int64 : tensor.scalarType }
}

extension Model {
  /// All parameters and buffers, in the order of `visit`. Generators stay in Tern.
  var pyTorchSlots: [PyTorchSlot] {
    var reader = PyTorchReader<Scalar>(of: Self.self)
    var copy = self
    copy.visit(&reader)
    return reader.slots
  }
}

private struct PyTorchReader<Scalar: FloatingScalar>: StateVisitor {
  var path: [String] = []
  private(set) var slots: [PyTorchSlot] = []
  /// What PyTorch calls the tensors of the layers around, outermost first.
  private var words: [[String: PyTorchTensor]]

  init<M: Model>(of model: M.Type) { words = [Self.words(of: model)] }

  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole) {
    append(name, tensor)
  }

  mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>) { append(name, tensor) }

  mutating func child<Child: Model<Scalar>>(_ name: String, _ child: inout Child) {
    enter(name)
    words.append(Self.words(of: Child.self))
    child.visit(&self)
    words.removeLast()
    leave()
  }

  private mutating func append(_ name: String, _ tensor: Tensor<Scalar>) {
    let word = words.last?[name] ?? PyTorchTensor(name)
    slots.append(
      PyTorchSlot(
        name: fullName(name), key: fullName(word.name), layout: word.layout,
        tensor: AnyTensor(tensor.detached())))
  }

  private static func words<M: Model>(of model: M.Type) -> [String: PyTorchTensor] {
    (model as? any PyTorchLayer.Type)?.pyTorchState ?? [:]
  }
}
