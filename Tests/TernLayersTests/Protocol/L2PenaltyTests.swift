import Tern
import TestSupport
import Testing

@Suite struct L2PenaltyTests {
  private func squares(_ model: TwoLayers) -> Double {
    (model.first.weight.scalars + model.second.weight.scalars).reduce(0) { $0 + $1 * $1 }
  }

  @Test(arguments: [(L2Convention.half, 0.05, 0.1), (.whole, 0.1, 0.2)])
  func isThatOfTheWeights(convention: L2Convention, factor: Double, slope: Double) {
    var model = TwoLayers(seed: 7)
    let penalty = L2Penalty(0.1, convention)
    let (value, gradients) = valueWithGradient(at: &model) { penalty($0) }
    expectClose(value.scalar, factor * squares(model))
    expectClose(model.l2Penalty(0.1, convention).scalar, value.scalar)
    expectClose(gradients.tensors[0], model.first.weight * slope)
    expectClose(gradients.tensors[2], model.second.weight * slope)
    #expect(gradients.tensors[1] == Tensor(zeros: [3]))
    #expect(gradients.tensors[3] == Tensor(zeros: [1]))
    expectClose(penalty.weightDecay, slope)
  }

  @Test func halfIsTheDefault() {
    let model = TwoLayers(seed: 7)
    #expect(model.l2Penalty(0.1) == model.l2Penalty(0.1, .half))
    #expect(L2Penalty(0.1).convention == .half)
  }

  @Test func noWeightsHaveNone() {
    #expect(Tanh<Double>().l2Penalty(1) == Tensor(0))
  }

  /// A step with the penalty in the loss, and one with it in the optimizer.
  @Test(arguments: L2Convention.allCases)
  func anOptimizersDecayIsTheSame(convention: L2Convention) {
    let penalty = L2Penalty(0.3, convention)
    let x: Tensor<Double> = seeded([4, 2])
    func stepped(_ optimizer: SGD<Double>, _ inLoss: Bool) -> [Tensor<Double>] {
      var (model, optimizer) = (TwoLayers(seed: 7), optimizer)
      let (_, gradients) = valueWithGradient(at: &model) { model in
        let loss = model(x).squared().mean()
        return inLoss ? loss + penalty(model) : loss
      }
      optimizer.update(&model, with: gradients)
      return model.parameters.map(\.tensor)
    }
    let decaying = stepped(SGD(learningRate: 0.1, weightDecay: penalty.weightDecay), false)
    for (a, b) in zip(stepped(SGD(learningRate: 0.1), true), decaying) { expectClose(a, b) }
  }
}
