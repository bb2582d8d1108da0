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
}
