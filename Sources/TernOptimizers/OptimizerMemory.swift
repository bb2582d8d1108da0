import TernLayers
import TernTensors

/// What an optimizer remembers from step to step: how many there were, and its tensors for each
/// parameter, made at the first step and changed in place from then on.
public struct OptimizerMemory<Scalar: FloatingScalar>: Sendable {
  /// The number of steps so far.
  public internal(set) var stepCount = 0
  /// The names of the parameters; none before the first step.
  var names = ParameterNames()
  /// The tensors kept for each parameter, in the order of the names.
  public internal(set) var tensors: [[Tensor<Scalar>]] = []

  /// Nothing yet.
  public init() {}

  /// The full names of the parameters in the order of the visit; empty before the first step.
  public var parameterNames: [String] { names.full }

  /// Counts a step for the parameters of these names.
  mutating func begin(_ names: ParameterNames) {
    if self.names.count == 0 {
      self.names = names
      tensors = Array(repeating: [], count: names.count)
    }
    precondition(
      names == self.names,
      "update: gradients for \(names.full), but the optimizer has the memory of \(self.names.full)")
    stepCount += 1
  }
}
