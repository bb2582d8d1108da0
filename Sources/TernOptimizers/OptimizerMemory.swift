import TernTensors

/// What an optimizer remembers from step to step: how many there were, and its tensors for each
/// parameter, made at the first step and changed in place from then on.
public struct OptimizerMemory<Scalar: FloatingScalar>: Sendable {
  /// The number of steps so far.
  public internal(set) var stepCount = 0
  /// The full names of the parameters in the order of the visit; empty before the first step.
  public internal(set) var parameterNames: [String] = []
  /// The tensors kept for each parameter, in the order of the names.
  public internal(set) var tensors: [[Tensor<Scalar>]] = []

  /// Nothing yet.
  public init() {}

  /// Counts a step for the parameters of these names.
  mutating func begin(_ names: [String]) {
    if parameterNames.isEmpty {
      parameterNames = names
      tensors = Array(repeating: [], count: names.count)
    }
    precondition(
      names == parameterNames,
      "update: gradients for \(names), but the optimizer has the memory of \(parameterNames)")
    stepCount += 1
  }
}
