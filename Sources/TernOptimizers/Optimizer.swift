import TernLayers
import TernTensors

/// A rule that moves the parameters of a model along their gradients.
///
/// An optimizer is a value: a copy continues on its own, with the learning rate and the memory
/// (velocities, moving averages) of the original.
///
/// ```swift
/// var optimizer = SGD<Float>(learningRate: 0.1, momentum: 0.9)
/// let (loss, gradients) = valueWithGradient(at: &model) { model in … }
/// optimizer.update(&model, with: gradients)
/// ```
///
/// An optimizer of your own says how one parameter takes a step; walking the model, checking shapes
/// and saving the memory come with the protocol:
///
/// ```swift
/// struct SignDescent<Scalar: FloatingScalar>: Optimizer {
///   var learningRate: Scalar
///   var memory = OptimizerMemory<Scalar>()
///
///   func step(
///     _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, role: ParameterRole,
///     memory: inout [Tensor<Scalar>], number: Int
///   ) {
///     parameter -= gradient.sign() * learningRate
///   }
/// }
/// ```
public protocol Optimizer<Scalar>: Sendable {
  /// The type of the model's numbers.
  associatedtype Scalar: FloatingScalar

  /// How far a step goes. A schedule sets it between steps.
  var learningRate: Scalar { get set }

  /// What the optimizer remembers of the steps so far. Begin with an empty one.
  var memory: OptimizerMemory<Scalar> { get set }

  /// The names of the tensors that `step` keeps for each parameter, in their order. The default is
  /// none.
  var memoryNames: [String] { get }

  /// Moves one parameter by one step.
  ///
  /// - Parameters:
  ///   - parameter: To be changed in place.
  ///   - gradient: Of the same shape.
  ///   - role: What the parameter is for.
  ///   - memory: What this parameter's last step has left here: empty the first time, then tensors
  ///     of the parameter's shape, one for each of `memoryNames`.
  ///   - number: Counted from 1.
  func step(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, role: ParameterRole,
    memory: inout [Tensor<Scalar>], number: Int)

  /// Moves every parameter of the model by one step, in place. The default calls `step` for each.
  ///
  /// - Precondition: The gradients are those of this model: as many, of the same shapes; and every
  ///   update of this optimizer is for the same model.
  mutating func update<M: Model<Scalar>>(
    _ model: inout M, with gradients: Gradients<Scalar>)
}

extension Optimizer {
  /// None.
  public var memoryNames: [String] { [] }

  /// Moves every parameter of the model by one step, in place.
  @inlinable
  public mutating func update<M: Model<Scalar>>(
    _ model: inout M, with gradients: Gradients<Scalar>
  ) {
    begin(gradients)
    var index = 0
    model.forEachParameter { tensor, role in
      step(index, &tensor, role, gradients)
      index += 1
    }
    precondition(
      index == gradients.parameterNames.count,
      "update: the model has \(index) parameters, but there are gradients for "
        + "\(gradients.names)")
  }

  /// Counts a step with these gradients.
  @specialized(where Self == SGD<Float>)
  @specialized(where Self == Adam<Float>)
  @usableFromInline
  mutating func begin(_ gradients: Gradients<Scalar>) {
    precondition(
      gradients.parameterNames.count == gradients.tensors.count,
      "update: \(gradients.tensors.count) gradients for the names \(gradients.names)")
    memory.begin(gradients.parameterNames)
  }

  /// The step of parameter number `index`.
  @specialized(where Self == SGD<Float>)
  @specialized(where Self == Adam<Float>)
  @usableFromInline
  mutating func step(
    _ index: Int, _ tensor: inout Tensor<Scalar>, _ role: ParameterRole,
    _ gradients: Gradients<Scalar>
  ) {
    precondition(
      index < gradients.tensors.count,
      "update: no gradient for parameter \(index) of shape \(tensor.shape); there are "
        + "gradients for \(gradients.names)")
    var gradient = gradients.tensors[index]
    gradient.erased.node = nil
    precondition(
      gradient.shape == tensor.shape,
      "update: parameter \(gradients.names[index]) has shape \(tensor.shape), its gradient has "
        + "\(gradient.shape)")
    // What is kept leaves the memory for the step: a second reference would make it copy.
    var kept: [Tensor<Scalar>] = []
    swap(&kept, &memory.tensors[index])
    for kept in kept {
      precondition(
        kept.shape == tensor.shape,
        "update: parameter \(gradients.names[index]) has shape \(tensor.shape), the optimizer "
          + "remembers one of \(kept.shape)")
    }
    tensor.erased.node = nil
    step(&tensor, gradient: gradient, role: role, memory: &kept, number: memory.stepCount)
    swap(&kept, &memory.tensors[index])
  }
}
