/// What follows a weight; it decides how large the weight starts, so that activations keep their
/// variance from layer to layer.
public enum Nonlinearity: Sendable, Hashable {
  /// Nothing: gain 1.
  case linear
  /// ``ReLU``: gain √2.
  case relu
  /// ``LeakyReLU``: gain √(2 / (1 + slope²)).
  case leakyReLU(slope: Double)
  /// ``Tanh``: gain 5/3.
  case tanh
  /// ``Sigmoid``: gain 1.
  case sigmoid

  /// The factor for the standard deviation, with the values of PyTorch's `calculate_gain`.
  public var gain: Double {
    switch self {
    case .linear, .sigmoid: 1
    case .relu: 2.0.squareRoot()
    case .leakyReLU(let slope): (2 / (1 + slope * slope)).squareRoot()
    case .tanh: 5.0 / 3
    }
  }
}
