import TernLayers
import TernTensors

/// The parameters that weight decay pulls towards 0.
public enum DecayedParameters: Sendable, Hashable, Codable {
  /// Those with the role of a weight; biases and scales are left alone.
  case weights
  /// All, as in PyTorch.
  case all

  /// The decay of a parameter with this role.
  func decay<Scalar: ExpressibleByIntegerLiteral>(_ decay: Scalar, for role: ParameterRole)
    -> Scalar
  {
    self == .all || role == .weight ? decay : 0
  }
}

extension Optimizer {
  /// The gradient with the derivative of the L2 penalty decay/2 · ‖w‖² added.
  func decayed(_ gradient: Tensor<Scalar>, of parameter: Tensor<Scalar>, _ decay: Scalar)
    -> Tensor<Scalar>
  {
    guard decay != 0 else { return gradient }
    var sum = parameter * decay
    sum += gradient
    return sum
  }
}
