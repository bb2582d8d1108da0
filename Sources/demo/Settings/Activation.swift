import Tern

/// What can follow a hidden layer.
enum Activation: String, Codable, Sendable, CaseIterable {
  case relu
  case sigmoid
  case tanh
  case prelu

  var layer: any Layer<Float> {
    switch self {
    case .relu: ReLU<Float>()
    case .sigmoid: Sigmoid<Float>()
    case .tanh: Tanh<Float>()
    case .prelu: PReLU<Float>()
    }
  }
}

extension Sequential<Float> {
  /// Layers of the widths that the settings say, each followed by its activation, and a last one
  /// with an output for each class.
  init(
    perceptron inputs: Int, classes: Int, _ settings: Settings,
    using rng: inout some RandomNumberGenerator
  ) {
    let hidden = settings.hidden ?? []
    let activations = settings.activations ?? [.relu]
    let weight = settings.weightScale.map { Initializer.normal(standardDeviation: $0) } ?? .heNormal
    var layers: [any Layer<Float>] = []
    for (index, (inputs, outputs)) in zip([inputs] + hidden, hidden + [classes]).enumerated() {
      layers.append(Linear<Float>(inputs, outputs, weight: weight, using: &rng))
      if index < hidden.count {
        layers.append(activations[activations.count == 1 ? 0 : index].layer)
      }
    }
    self.init(layers)
  }

  /// The weights and biases, W1, b1, W2, b2 and so on from the first linear layer to the last; what
  /// else the network has learned goes by its own name.
  var numberedParameters: [(name: String, tensor: AnyTensor)] {
    var number = 0
    return parameters.map { parameter in
      let parts = parameter.name.split(separator: ".")
      let isLinear = parts.first.flatMap { Int($0) }.map { layers[$0] is Linear<Float> } ?? false
      if isLinear, parts.last == "weight" { number += 1 }
      let name =
        isLinear ? "\(parts.last == "weight" ? "W" : "b")\(number)" : parameter.name
      return (name, AnyTensor(parameter.tensor))
    }
  }
}
