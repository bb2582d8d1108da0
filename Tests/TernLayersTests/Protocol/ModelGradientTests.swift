import Tern
import TestSupport
import Testing

@Suite struct ModelGradientTests {
  static let x: Tensor<Double> = seeded([4, 2])
  static let target: Tensor<Double> = seeded([4, 1], seed: 1)

  private func loss(_ model: inout TwoLayers) -> Tensor<Double> {
    (model.training(Self.x) - Self.target).squared().sum() * 0.5
  }

  @Test func gradientsAreThoseDerivedByHand() {
    var model = TwoLayers(seed: 1)
    let (value, gradients) = valueWithGradient(at: &model, of: loss)
    let hidden = model.first(Self.x)
    let error = model.second(hidden) - Self.target
    let back = error.matmul(model.second.weight, transposingOther: true)
    #expect(gradients.names == ["first.weight", "first.bias", "second.weight", "second.bias"])
    expectClose(value.scalar, error.squared().sum().scalar / 2)
    expectClose(gradients.tensors[0], Self.x.matmul(back, transposingSelf: true))
    expectClose(gradients.tensors[1], back.sum(along: 0))
    expectClose(gradients.tensors[2], hidden.matmul(error, transposingSelf: true))
    expectClose(gradients.tensors[3], error.sum(along: 0))
  }

  @Test func otherStateKeepsItsChangesWithoutHistory() {
    var model = TwoLayers(seed: 2)
    let generator = model.noise
    _ = valueWithGradient(at: &model, of: loss)
    expectClose(model.mean, Self.x.mean(along: 0) * 0.1)
    #expect(AnyTensor(model.mean).node == nil)
    #expect(model.noise != generator)
  }

  @Test func parametersHaveNoHistoryAndAreNotShared() {
    var model = TwoLayers(seed: 3)
    let addresses = model.addresses
    let (value, gradients) = valueWithGradient(at: &model, of: loss)
    #expect(AnyTensor(value).node == nil)
    #expect(gradients.tensors.allSatisfy { AnyTensor($0).node == nil })
    #expect(model.parameters.allSatisfy { AnyTensor($0.tensor).node == nil })
    model.first.weight -= gradients.tensors[0]
    model.first.bias -= gradients.tensors[1]
    model.second.weight *= 0.5
    model.second.bias += 1
    #expect(model.addresses == addresses)
  }

  @Test func aSnapshotKeepsItsValues() {
    var model = TwoLayers(seed: 4)
    let snapshot = model
    let (_, gradients) = valueWithGradient(at: &model, of: loss)
    model.first.weight -= gradients.tensors[0]
    #expect(snapshot.first.weight == TwoLayers(seed: 4).first.weight)
    #expect(model.first.weight != snapshot.first.weight)
  }

  @Test func aParameterThatIsReplacedHasNoGradientAndNoHistory() {
    var model = TwoLayers(seed: 5)
    let (_, gradients) = valueWithGradient(at: &model) { model in
      model.second.bias = model.second.bias * 2
      return model.first(Self.x).sum()
    }
    #expect(gradients["second.bias"] == [0])
    #expect(AnyTensor(model.second.bias).node == nil)
    expectClose(model.second.bias, TwoLayers(seed: 5).second.bias * 2)
  }

  @Test func anErrorLeavesTheModelWithoutHistory() {
    struct Stop: Error {}
    var model = TwoLayers(seed: 6)
    #expect(throws: Stop.self) {
      try valueWithGradient(at: &model) { _ -> Tensor<Double> in throw Stop() }
    }
    #expect(model.parameters.allSatisfy { AnyTensor($0.tensor).node == nil })
  }

  @Test func gradientsOfAnInputReachThroughTheModel() {
    // The derivative of ‖∂loss/∂W‖² with respect to the input: a model inside `gradient(at:)`.
    let model = TwoLayers(seed: 7)
    expectGradients([4, 2], secondDerivatives: false) { x in
      var copy = model
      let (_, gradients) = valueWithGradient(at: &copy) { ($0(x) - Self.target).squared().sum() }
      return gradients.tensors[0].squared().sum()
    }
  }

  /// What an enclosing trace knows of parameters survives an inner one.
  @Test func parametersGetBackTheHistoryTheyHad() {
    let weight = TwoLayers(seed: 8).first.weight
    let slope = gradient(at: weight) { weight in
      var model = TwoLayers(seed: 8)
      model.first.weight = weight
      _ = valueWithGradient(at: &model, of: loss)
      return model.first.weight.squared().sum() * 0.5
    }
    expectClose(slope, weight)
  }

  @Test func aModelWithoutParametersHasNoGradients() {
    var model = ReLU<Double>()
    let (value, gradients) = valueWithGradient(at: &model) { $0.training([-1, 2]).sum() }
    #expect(value.scalar == 2)
    #expect(gradients.names.isEmpty && gradients.tensors.isEmpty)
  }
}

extension TwoLayers {
  /// Where the parameters' elements are.
  fileprivate var addresses: [UnsafePointer<Double>?] {
    parameters.map { $0.tensor.withUnsafeBufferPointer(\.baseAddress) }
  }
}
