import Tern
import Testing

/// Saved and loaded state.
struct OptimizerStateTests {
  @Test(arguments: oracleNames) func loadedStateContinuesBitForBit(name: String) throws {
    var whole = try #require(oracleOptimizers(Float.self)[name])
    var resumed = whole
    var model = TinyNetwork<Float>()
    for _ in 0..<7 { whole.update(&model, with: model.lossWithGradients().gradients) }
    whole.learningRate *= 0.5
    var twin = model
    resumed.load(whole.state.reversed(), for: twin)
    for _ in 0..<7 { whole.update(&model, with: model.lossWithGradients().gradients) }
    for _ in 0..<7 { resumed.update(&twin, with: twin.lossWithGradients().gradients) }
    #expect(twin.numbers == model.numbers)
    #expect(resumed.learningRate == whole.learningRate)
  }

  @Test func savedStateDoesNotChangeWithTraining() {
    var model = TinyNetwork<Double>()
    var optimizer = SGD<Double>(learningRate: 0.1, momentum: 0.9)
    model.train(with: &optimizer, steps: 1)
    let state = optimizer.state
    let before = state.compactMap { Tensor<Double>(exactly: $0.tensor)?.scalars }
    model.train(with: &optimizer, steps: 2)
    #expect(state.compactMap { Tensor<Double>(exactly: $0.tensor)?.scalars } == before)
  }

  @Test func namesWhatItKeeps() {
    var model = TinyNetwork<Double>()
    var optimizer = Adam<Double>()
    model.train(with: &optimizer, steps: 1)
    #expect(
      optimizer.state.map(\.name) == [
        "learningRate", "step", "mean.first.weight", "mean.first.bias", "mean.second.weight",
        "mean.second.bias", "square.first.weight", "square.first.bias", "square.second.weight",
        "square.second.bias",
      ])
  }

  @Test func stateBeforeTheFirstStepLoads() throws {
    var optimizer = Adam<Double>(learningRate: 0.5)
    let state = Adam<Double>(learningRate: 0.25).state
    try optimizer.load(state: state, for: TinyNetwork<Double>())
    #expect(optimizer.learningRate == 0.25)
    #expect(optimizer.memory.stepCount == 0)
  }

  /// A state of SGD with momentum, changed, and what its loading throws.
  private func error(
    _ change: (inout [String: AnyTensor]) -> Void
  ) -> StateError? {
    var model = TinyNetwork<Double>()
    var optimizer = SGD<Double>(learningRate: 0.1, momentum: 0.9)
    model.train(with: &optimizer, steps: 2)
    var state = Dictionary(uniqueKeysWithValues: optimizer.state.map { ($0.name, $0.tensor) })
    change(&state)
    let before = optimizer.state.map(\.name)
    let velocity = optimizer.memory.tensors
    optimizer.learningRate = 0.3
    do {
      try optimizer.load(state: state.map { (name: $0.key, tensor: $0.value) }, for: model)
      return nil
    } catch {
      #expect(optimizer.state.map(\.name) == before)
      #expect(optimizer.memory.tensors == velocity)
      #expect(optimizer.learningRate == 0.3)
      return error
    }
  }

  @Test func unchangedStateThrowsNothing() { #expect(error { _ in } == nil) }

  @Test func missingNamesThrow() {
    let error = error {
      $0["velocity.first.bias"] = nil
      $0["learningRate"] = nil
    }
    #expect(error?.missing == ["learningRate", "velocity.first.bias"])
  }

  @Test func unexpectedNamesThrow() {
    #expect(
      error { $0["mean.first.bias"] = AnyTensor(Tensor<Double>(1)) }?.unexpected
        == ["mean.first.bias"])
  }

  @Test func otherShapesAndTypesThrow() {
    let error = error {
      $0["velocity.first.bias"] = AnyTensor(Tensor<Double>(zeros: [5]))
      $0["velocity.second.bias"] = AnyTensor(Tensor<Float>(zeros: [2]))
    }
    #expect(
      error?.mismatched == [
        "velocity.first.bias needs float64 [4], found float64 [5]",
        "velocity.second.bias needs float64 [2], found float32 [2]",
      ])
  }

  @Test(arguments: [-1, Int64.min, Int64.max]) func impossibleStepsThrow(step: Int64) {
    let error = error { $0["step"] = AnyTensor(Tensor<Int64>(step)) }
    #expect(error?.mismatched == ["step needs a count of 0 or more, found \(step)"])
  }
}

extension Optimizer {
  /// Loads a state that is known to fit.
  fileprivate mutating func load(
    _ state: [(name: String, tensor: AnyTensor)], for model: some Layer<Scalar>
  ) {
    do {
      try load(state: state, for: model)
    } catch {
      Issue.record(error)
    }
  }
}
