import TernTensors

/// A parameter of a model: its full name, its value and what it is for.
public struct NamedParameter<Scalar: FloatingScalar>: Sendable {
  /// The path and the name, such as `2.weight`.
  public let name: String
  /// The value.
  public let tensor: Tensor<Scalar>
  /// What it is for.
  public let role: ParameterRole

  /// A parameter of a model that is not walked.
  public init(name: String, tensor: Tensor<Scalar>, role: ParameterRole) {
    self.name = name
    self.tensor = tensor
    self.role = role
  }
}

extension Model {
  /// Every parameter in the order of `visit`.
  public var parameters: [NamedParameter<Scalar>] {
    var collector = ParameterCollector<Scalar>()
    var copy = self
    copy.visit(&collector)
    return collector.parameters
  }

  /// The number of numbers that training learns.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.tensor.count } }

  /// All state by its full name: parameters, buffers and the states of generators. What a
  /// checkpoint holds.
  public var state: [(name: String, tensor: AnyTensor)] {
    var reader = StateReader<Scalar>()
    var copy = self
    copy.visit(&reader)
    return reader.state
  }

  /// Replaces all state by tensors of the same names and shapes.
  ///
  /// - Throws: `StateError` that lists every name that is missing, left over or of another shape
  ///   or type; the model is unchanged then.
  public mutating func load(
    state: [(name: String, tensor: AnyTensor)]
  ) throws(StateError) {
    var writer = StateWriter<Scalar>(state)
    var copy = self
    copy.visit(&writer)
    if let error = writer.error { throw error }
    self = copy
  }
}

/// Why a state does not fit a model.
public struct StateError: Error, Hashable, CustomStringConvertible {
  /// Names that the model has and the state lacks.
  public var missing: [String]
  /// Names that the state has and the model lacks.
  public var unexpected: [String]
  /// Names with the shape and type expected and found, in words.
  public var mismatched: [String]

  /// An error with these lists of what does not fit.
  public init(missing: [String] = [], unexpected: [String] = [], mismatched: [String] = []) {
    self.missing = missing
    self.unexpected = unexpected
    self.mismatched = mismatched
  }

  package var isEmpty: Bool { missing.isEmpty && unexpected.isEmpty && mismatched.isEmpty }

  /// All that does not fit.
  public var description: String {
    let parts = [("missing", missing), ("unexpected", unexpected), ("mismatched", mismatched)]
    let lists = parts.filter { !$0.1.isEmpty }
      .map { "\($0.0): \($0.1.joined(separator: ", "))" }
    return "the state does not fit the model; " + lists.joined(separator: "; ")
  }
}

private struct ParameterCollector<Scalar: FloatingScalar>: StateVisitor {
  var path: [String] = []
  var parameters: [NamedParameter<Scalar>] = []

  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole) {
    parameters.append(NamedParameter(name: fullName(name), tensor: tensor, role: role))
  }
}

private struct StateReader<Scalar: FloatingScalar>: StateVisitor {
  var path: [String] = []
  var state: [(name: String, tensor: AnyTensor)] = []

  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole) {
    state.append((fullName(name), AnyTensor(tensor.detached())))
  }

  mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>) {
    state.append((fullName(name), AnyTensor(tensor.detached())))
  }

  mutating func generator(_ name: String, _ generator: inout Philox) {
    state.append((fullName(name), AnyTensor(generator.tensor)))
  }
}

private struct StateWriter<Scalar: FloatingScalar>: StateVisitor {
  var path: [String] = []
  private var state: [String: AnyTensor]
  private var problems = StateError()

  init(_ state: [(name: String, tensor: AnyTensor)]) {
    self.state = Dictionary(state.map { ($0.name, $0.tensor) }) { $1 }
  }

  /// What did not fit, after the visit.
  var error: StateError? {
    var error = problems
    error.unexpected = state.keys.sorted()
    return error.isEmpty ? nil : error
  }

  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole) {
    replace(name, &tensor)
  }

  mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>) { replace(name, &tensor) }

  mutating func generator(_ name: String, _ generator: inout Philox) {
    var tensor = generator.tensor
    replace(name, &tensor)
    if let restored = Philox(tensor: tensor) {
      generator = restored
    } else {
      problems.mismatched.append("\(fullName(name)) is no state of a Philox generator")
    }
  }

  private mutating func replace<S>(_ name: String, _ tensor: inout Tensor<S>) {
    let name = fullName(name)
    guard let new = state.removeValue(forKey: name) else {
      problems.missing.append(name)
      return
    }
    guard new.shape == tensor.shape, let typed = Tensor<S>(exactly: new) else {
      problems.mismatched.append(
        "\(name) needs \(S.scalarType) \(tensor.shape), found \(new.scalarType) \(new.shape)")
      return
    }
    tensor = typed
  }
}

extension Philox {
  /// The state as a tensor, for a checkpoint.
  fileprivate var tensor: Tensor<Int64> { Tensor(state.map(Int64.init(bitPattern:))) }

  /// The generator with a saved state; nil if it is none.
  fileprivate init?(tensor: Tensor<Int64>) {
    self.init(state: tensor.scalars.map(UInt64.init(bitPattern:)))
  }
}
