import TernLayers
import TernTensors

extension Optimizer {
  /// All that a checkpoint needs for training to go on as if it had never stopped: the learning
  /// rate, the number of steps, and the memory of each parameter as `<memory name>.<parameter>`,
  /// such as `velocity.0.weight`.
  ///
  /// Options such as momentum are not part of it.
  public var state: [(name: String, tensor: AnyTensor)] {
    var state = [
      ("learningRate", AnyTensor(Tensor(learningRate))),
      ("step", AnyTensor(Tensor(Int64(memory.stepCount)))),
    ]
    for (slot, name) in memoryNames.enumerated() {
      for (parameter, tensors) in zip(memory.parameterNames, memory.tensors)
      where slot < tensors.count {
        state.append(("\(name).\(parameter)", AnyTensor(tensors[slot])))
      }
    }
    return state
  }

  /// Replaces the learning rate, the number of steps and the memory by a saved state.
  ///
  /// - Parameters:
  ///   - state: What `state` gave. Order does not matter.
  ///   - model: The model that is to be trained; its parameters' names and shapes must be those of
  ///     the model that the state was saved for.
  /// - Throws: `StateError` that lists every name that is missing, left over or of another shape or
  ///   type; the optimizer is unchanged then.
  public mutating func load<M: Model<Scalar>>(
    state: [(name: String, tensor: AnyTensor)], for model: M
  ) throws(StateError) {
    var reader = OptimizerStateReader(state)
    let learningRate = reader.take("learningRate", Scalar.self, shape: [])
    let step = reader.take("step", Int64.self, shape: [])
    let parameters = model.parameters
    var loaded = OptimizerMemory<Scalar>()
    loaded.stepCount = reader.stepCount(step)
    if loaded.stepCount > 0 {
      loaded.names = ParameterNames(parameters.map(\.name))
      loaded.tensors = Array(repeating: [], count: parameters.count)
      for name in memoryNames {
        for (index, parameter) in parameters.enumerated() {
          let kept = reader.take(
            "\(name).\(parameter.name)", Scalar.self, shape: parameter.tensor.shape)
          if let kept { loaded.tensors[index].append(kept) }
        }
      }
    }
    let error = reader.finish()
    if !error.isEmpty { throw error }
    if let learningRate { self.learningRate = learningRate.scalar }
    memory = loaded
  }
}

/// Takes named tensors out of a state and notes what does not fit.
private struct OptimizerStateReader {
  private var state: [String: AnyTensor]
  private var problems = StateError()

  init(_ state: [(name: String, tensor: AnyTensor)]) {
    self.state = Dictionary(state.map { ($0.name, $0.tensor) }) { $1 }
  }

  mutating func take<S: TensorScalar>(
    _ name: String, _: S.Type, shape: Shape
  ) -> Tensor<S>? {
    guard let tensor = state.removeValue(forKey: name) else {
      problems.missing.append(name)
      return nil
    }
    guard tensor.shape == shape, let typed = Tensor<S>(exactly: tensor.detached) else {
      problems.mismatched.append(
        "\(name) needs \(S.scalarType) \(shape), found \(tensor.scalarType) \(tensor.shape)")
      return nil
    }
    return typed
  }

  /// The number of steps; a file may hold anything.
  mutating func stepCount(_ tensor: Tensor<Int64>?) -> Int {
    guard let tensor else { return 0 }
    guard let count = Int(exactly: tensor.scalar), count >= 0, count < Int.max else {
      problems.mismatched.append("step needs a count of 0 or more, found \(tensor.scalar)")
      return 0
    }
    return count
  }

  /// What did not fit, with the names that nobody has asked for.
  func finish() -> StateError {
    var error = problems
    error.unexpected = state.keys.sorted()
    return error
  }
}
