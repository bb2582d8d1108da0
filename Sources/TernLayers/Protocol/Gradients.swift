import TernLinearAlgebra
import TernTensors

/// The gradients of a model's parameters, in the order in which the model shows them.
public struct Gradients<Scalar: FloatingScalar>: Sendable {
  @usableFromInline package let parameterNames: ParameterNames
  /// A gradient for each, of the parameter's shape.
  public var tensors: [Tensor<Scalar>]

  @usableFromInline
  package init(names: ParameterNames, tensors: [Tensor<Scalar>]) {
    parameterNames = names
    self.tensors = tensors
  }

  /// The parameters' full names, such as `0.weight`.
  public var names: [String] { parameterNames.full }

  /// The gradient of a parameter by its full name; nil if there is none of that name.
  public subscript(name: String) -> Tensor<Scalar>? {
    names.firstIndex(of: name).map { tensors[$0] }
  }

  /// The square root of the sum of squares over all gradients, also where squares of exploding
  /// gradients overflow, or those of vanishing ones underflow.
  public var norm: Scalar {
    var sum = 0.0
    for tensor in tensors { sum += tensor.sumOfSquares().scalar.asDouble }
    if Tensor(Scalar(double: sum)).isWellScaled() { return Scalar(double: sum.squareRoot()) }
    return Tensor(tensors.map { $0.norm().scalar }).norm().scalar
  }

  /// Scales all gradients so that their norm is at most `limit`, and returns the norm before.
  ///
  /// Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks" (2013).
  @discardableResult
  public mutating func clip(toNorm limit: Scalar) -> Scalar {
    precondition(limit > 0, "a norm to clip to is positive, got \(limit)")
    let norm = norm
    if norm > limit {
      for index in tensors.indices { tensors[index] *= limit / norm }
    }
    return norm
  }

  /// Brings every element into −limit ... limit.
  public mutating func clip(toValue limit: Scalar) {
    precondition(limit >= 0, "a value to clip to is 0 or more, got \(limit)")
    for index in tensors.indices { tensors[index] = tensors[index].clipped(to: -limit...limit) }
  }

  /// Adds the gradients of another part of a batch.
  public static func += (sum: inout Gradients, other: Gradients) {
    precondition(
      sum.parameterNames == other.parameterNames,
      "gradients of \(sum.names) and of \(other.names) do not add up")
    for index in sum.tensors.indices { sum.tensors[index] += other.tensors[index] }
  }

  /// Multiplies every gradient by a number.
  public static func *= (gradients: inout Gradients, factor: Scalar) {
    for index in gradients.tensors.indices { gradients.tensors[index] *= factor }
  }
}
