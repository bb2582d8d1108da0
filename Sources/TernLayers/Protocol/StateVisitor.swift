import TernTensors

/// What a parameter is for, so that weight decay can leave biases and scales alone.
public enum ParameterRole: String, Sendable, Hashable, Codable {
  /// Multiplies the input, such as the weight of ``Linear``.
  case weight
  /// Is added.
  case bias
  /// Scales or shapes single channels, such as the slope of ``PReLU``.
  case scale
}

/// Something that walks the state of a model: every parameter, buffer and generator, by name.
///
/// A layer shows its state in `visit`, always in the same order. Tracing, optimizers, checkpoints
/// and summaries are visitors.
public protocol StateVisitor<Scalar> {
  /// The type of the model's numbers.
  associatedtype Scalar: FloatingScalar

  /// A tensor that training learns.
  mutating func parameter(_ name: String, _ tensor: inout Tensor<Scalar>, role: ParameterRole)
  /// A tensor that training changes without a gradient, such as running statistics.
  mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>)
  /// A source of random numbers, so that a checkpoint resumes it exactly.
  mutating func generator(_ name: String, _ generator: inout Philox)
  /// A layer, or another model, inside this one. The default enters it, visits it and leaves it.
  mutating func child<Child: Model<Scalar>>(_ name: String, _ child: inout Child)

  /// Called before a child is visited. The default adds its name to the path.
  mutating func enter(_ name: String)
  /// Called after a child has been visited. The default takes its name off the path.
  mutating func leave()

  /// The names of the layers around the one that is being visited, outermost first.
  var path: [String] { get set }
}

extension StateVisitor {
  /// Does nothing.
  public mutating func buffer(_ name: String, _ tensor: inout Tensor<Scalar>) {}

  /// Does nothing.
  public mutating func generator(_ name: String, _ generator: inout Philox) {}

  /// Adds the name to the path.
  public mutating func enter(_ name: String) { path.append(name) }

  /// Takes the last name off the path.
  public mutating func leave() { path.removeLast() }

  /// Enters the child, visits it and leaves it.
  @inlinable
  public mutating func child<Child: Model<Scalar>>(_ name: String, _ child: inout Child) {
    enter(name)
    child.visit(&self)
    leave()
  }

  /// A parameter that a layer may do without.
  public mutating func parameter(
    _ name: String, _ tensor: inout Tensor<Scalar>?, role: ParameterRole
  ) {
    // Taken out while it is visited, it has one owner only and is updated in place.
    guard var own = tensor.take() else { return }
    parameter(name, &own, role: role)
    tensor = own
  }

  /// The layers of an array, named by their positions.
  public mutating func children<Child: Model<Scalar>>(_ layers: inout [Child]) {
    for index in layers.indices { child(positionName(index), &layers[index]) }
  }

  /// The full name of something that the current layer calls `name`, such as `2.weight`.
  public func fullName(_ name: String) -> String {
    var fullName = ""
    for part in path {
      fullName += part
      fullName += "."
    }
    return fullName + name
  }
}

/// The name of a layer in a list. Making a string of a number takes longer than a small layer's
/// walk, so the first ones are there already.
package func positionName(_ index: Int) -> String {
  index < positionNames.count ? positionNames[index] : String(index)
}

private let positionNames = [
  "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17",
  "18", "19", "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31",
]
