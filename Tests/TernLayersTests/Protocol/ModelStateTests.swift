import Tern
import TestSupport
import Testing

@Suite struct ModelStateTests {
  static let names = [
    "first.weight", "first.bias", "second.weight", "second.bias", "mean", "noise",
  ]

  @Test func parametersAreNamedByTheirPaths() {
    let model = TwoLayers(seed: 1)
    #expect(model.parameters.map(\.name) == Array(Self.names.prefix(4)))
    #expect(model.parameters.map(\.role) == [.weight, .bias, .weight, .bias])
    #expect(model.parameterCount == 2 * 3 + 3 + 3 + 1)
    #expect(model.state.map(\.name) == Self.names)
  }

  @Test func aStateMakesAnotherModelTheSame() throws {
    let x: Tensor<Double> = seeded([3, 2])
    var model = TwoLayers(seed: 2)
    _ = model.training(x)
    var other = TwoLayers(seed: 3)
    try other.load(state: model.state)
    #expect(other(x) == model(x))
    #expect(other.mean == model.mean)
    #expect(other.noise == model.noise)
  }

  @Test func allThatDoesNotFitIsListed() throws {
    var state = TwoLayers(seed: 4).state
    state.removeAll { $0.name == "first.bias" || $0.name == "noise" }
    state.append(("third", AnyTensor(Tensor<Double>(zeros: [1]))))
    state[0].tensor = AnyTensor(Tensor<Double>(zeros: [3, 2]))
    state[1].tensor = AnyTensor(Tensor<Float>(zeros: [3, 1]))
    var model = TwoLayers(seed: 5)
    let before = model
    let error = try #require(throws: StateError.self) { try model.load(state: state) }
    #expect(error.missing == ["first.bias", "noise"])
    #expect(error.unexpected == ["third"])
    #expect(
      error.mismatched == [
        "first.weight needs float64 [2, 3], found float64 [3, 2]",
        "second.weight needs float64 [3, 1], found float32 [3, 1]",
      ])
    #expect(
      "\(error)".hasPrefix("the state does not fit the model; missing: first.bias, noise; "))
    #expect(model.first.weight == before.first.weight && model.second.bias == before.second.bias)
    #expect(model.noise == before.noise)
  }

  @Test func aGeneratorsStateIsChecked() throws {
    var state = TwoLayers(seed: 6).state
    state[5].tensor = AnyTensor(Tensor<Int64>([1, 2, 3, 4]))
    var model = TwoLayers(seed: 6)
    let error = try #require(throws: StateError.self) { try model.load(state: state) }
    #expect(error.mismatched == ["noise is no state of a Philox generator"])
  }
}
