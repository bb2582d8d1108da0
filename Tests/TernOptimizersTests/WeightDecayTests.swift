import Tern
import Testing

/// Weight decay pulls weights, and biases only if asked to.
struct WeightDecayTests {
  /// One step of an optimizer with gradients of 0, so that only the decay moves anything.
  private func numbersAfterDecayAlone(_ optimizer: any Optimizer<Double>) -> (
    weights: [Double], biases: [Double]
  ) {
    var (optimizer, model) = (optimizer, TinyNetwork<Double>())
    var gradients = model.lossWithGradients().gradients
    gradients *= 0
    optimizer.update(&model, with: gradients)
    let parameters = model.parameters
    return (
      parameters.filter { $0.role == .weight }.flatMap(\.tensor.scalars),
      parameters.filter { $0.role == .bias }.flatMap(\.tensor.scalars)
    )
  }

  private let weights = OptimizerOracle.weight1 + OptimizerOracle.weight2
  private let biases = OptimizerOracle.bias1 + OptimizerOracle.bias2

  private static func optimizers(_ decaying: DecayedParameters) -> [any Optimizer<Double>] {
    [
      SGD(learningRate: 0.1, weightDecay: 0.1, decaying: decaying),
      SGD(learningRate: 0.1, momentum: 0.9, weightDecay: 0.1, decaying: decaying),
      Adam(weightDecay: 0.1, decaying: decaying),
      AdamW(weightDecay: 0.1, decaying: decaying),
      RMSProp(weightDecay: 0.1, decaying: decaying),
      AdaGrad(weightDecay: 0.1, decaying: decaying),
    ]
  }

  /// Whether a number was moved towards 0, perhaps past it.
  private func movedTowardsZero(_ after: Double, _ before: Double) -> Bool {
    (after - before) * before < 0
  }

  @Test(arguments: 0..<6) func leavesBiasesAlone(index: Int) {
    let after = numbersAfterDecayAlone(Self.optimizers(.weights)[index])
    #expect(after.biases == biases)
    #expect(zip(after.weights, weights).allSatisfy(movedTowardsZero))
  }

  @Test(arguments: 0..<6) func pullsBiasesIfAsked(index: Int) {
    let after = numbersAfterDecayAlone(Self.optimizers(.all)[index])
    #expect(zip(after.biases, biases).allSatisfy(movedTowardsZero))
  }

  @Test func weightsAloneAreTheDefault() {
    #expect(SGD<Float>(learningRate: 1).decaying == .weights)
    #expect(Adam<Float>().decaying == .weights)
    #expect(AdamW<Float>().decaying == .weights)
    #expect(RMSProp<Float>().decaying == .weights)
    #expect(AdaGrad<Float>().decaying == .weights)
  }
}
