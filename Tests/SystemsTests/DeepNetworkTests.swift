import Tern
import TestSupport
import Testing

/// {affine – [batch norm] – ReLU – [dropout]} × (L − 1) – affine – softmax for any number of layers.
struct DeepNetworkTests {
  /// Two examples of 15 inputs and their labels of 10 classes; then the generator draws weights.
  private static func drawn() -> (
    inputs: Tensor<Double>, labels: Tensor<Int32>, rng: NumPyRandom
  ) {
    var rng = NumPyRandom(seed: 231)
    let inputs: Tensor<Double> = rng.randn([2, 15])
    return (inputs, Tensor(rng.integers(in: 0..<10, count: 2).map { Int32($0) }), rng)
  }

  /// Weights 0.05 · randn, drawn layer by layer; biases of zeros.
  private static func network<Scalar: FloatingScalar>(
    _ sizes: [Int] = [15, 20, 30, 10], batchNorm: Bool = false, dropout: Double? = nil,
    using rng: inout NumPyRandom, as _: Scalar.Type = Scalar.self
  ) -> Sequential<Scalar> {
    let weights = zip(sizes, sizes.dropFirst()).map { inputs, outputs in
      (5e-2 * rng.randn([inputs, outputs]) as Tensor<Double>).asType(Scalar.self)
    }
    return Sequential {
      for (index, weight) in weights.enumerated() {
        Linear(weight: weight, bias: Tensor(zeros: [weight.shape[1]]))
        if index < weights.count - 1 {
          if batchNorm { BatchNorm(weight.shape[1]) }
          ReLU()
          if let dropout { Dropout(rate: dropout, using: &rng) }
        }
      }
    }
  }

  @Test func initialLosses() {
    let (inputs, labels, drawing) = Self.drawn()
    var rng = drawing
    var losses: [Double] = []
    for lambda in [0, 3.14] {
      let network = Self.network(using: &rng, as: Double.self)
      losses.append(
        (softmaxCrossEntropy(network(inputs), labels) + network.l2Penalty(lambda)).scalar)
    }
    expectClose(losses[0], 2.30, relative: 0, absolute: 0.005)  // published
    expectClose(losses[1], 7, relative: 0, absolute: 0.1)  // published
    expectClose(losses, [SystemsOracle.deepPlainLoss, SystemsOracle.deepPenalisedLoss])
  }

  @Test(arguments: [0, 3.14], [false, true])
  func gradients(lambda: Double, batchNorm: Bool) throws {
    for dropout in [nil, 0.5] {
      var (inputs, labels, rng) = Self.drawn()
      if batchNorm {
        // Of two examples, normalised features are ±1 with a derivative of nearly nothing.
        inputs = rng.randn([8, 15])
        labels = Tensor(rng.integers(in: 0..<10, count: 8).map { Int32($0) })
      }
      let network = Self.network(
        batchNorm: batchNorm, dropout: dropout, using: &rng, as: Double.self)
      let parameters = network.parameters
      let errors = try gradientErrors(at: parameters.map(\.tensor)) { tensors in
        var copy = network
        let others = network.state.filter { part in !parameters.contains { $0.name == part.name } }
        try copy.load(
          state: others + zip(parameters, tensors).map { ($0.name, AnyTensor($1)) })
        return softmaxCrossEntropy(copy.training(inputs), labels) + copy.l2Penalty(lambda)
      }
      #expect(errors.count == (batchNorm ? 10 : 6))
      for (parameter, error) in zip(parameters, errors) {
        // The batch's mean takes a bias before batch norm away again: no relative error of 0.
        let isVain =
          batchNorm && ["0.bias", dropout == nil ? "3.bias" : "4.bias"].contains(parameter.name)
        #expect(isVain || error <= 1e-6, "dropout \(dropout ?? 0): \(parameter.name) \(error)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 5, 6]) func anyNumberOfLayers(count: Int) {
    let (inputs, labels, drawing) = Self.drawn()
    var (rng, other) = (drawing, drawing)
    let sizes = [15] + Array(repeating: 12, count: count - 1) + [10]
    let network = Self.network(sizes, using: &rng, as: Double.self)
    #expect(network.parameters.count == 2 * count)
    let loss = softmaxCrossEntropy(network(inputs), labels).scalar
    expectClose(loss, 2.30, relative: 0, absolute: 0.05)
    let floats = Self.network(sizes, using: &other, as: Float.self)
    expectClose(
      Double(softmaxCrossEntropy(floats(inputs.asType(Float.self)), labels).scalar), loss,
      relative: 1e-6, absolute: 0)
  }

  @Test func dropoutDrawsTheSameFromTheSameSeed() {
    func losses() -> [Double] {
      let (inputs, labels, drawing) = Self.drawn()
      var rng = drawing
      var network = Self.network(dropout: 0.5, using: &rng, as: Double.self)
      return (0..<3).map { _ in softmaxCrossEntropy(network.training(inputs), labels).scalar }
    }
    let first = losses()
    #expect(first == losses())
    #expect(Set(first).count == 3)
  }
}
