import Tern
import TestSupport
import Testing

@Suite struct SequentialTests {
  private let input: Tensor<Double> = seeded([5, 3])

  @Test func infersLayerByLayer() {
    let model = nestedNetwork()
    var x = input
    for layer in model.layers { x = layer(x) }
    #expect(model(input) == x)
    #expect(Sequential<Double>([])(input) == input)
  }

  @Test(arguments: [0, 1, 3], [false, true])
  func theBuilderTakesLoopsAndConditions(depth: Int, isWide: Bool) {
    var rng = Philox(seed: 1)
    let extra: [any Layer<Double>] = [Tanh<Double>(), Tanh<Double>()]
    let model = Sequential<Double> {
      for _ in 0..<depth {
        Linear(3, 3, using: &rng)
        ReLU()
      }
      if isWide { Sigmoid() }
      if isWide { Linear(3, 8, using: &rng) } else { Linear(3, 2, using: &rng) }
      extra
    }
    let types = model.layers.map { String($0.description.prefix { $0 != "(" }) }
    var expected: [String] = []
    for _ in 0..<depth { expected += ["Linear", "ReLU"] }
    if isWide { expected.append("Sigmoid") }
    #expect(types == expected + ["Linear", "Tanh", "Tanh"])
    #expect(model(input).shape == [5, isWide ? 8 : 2])
  }

  @Test func stateIsNamedByPosition() {
    #expect(
      nestedNetwork().state.map(\.name) == [
        "0.weight", "0.bias", "2.branch.0.weight", "2.branch.0.bias", "2.branch.2.generator",
        "3.weight", "3.bias",
      ])
  }

  @Test func manyLayersAreNamedByPositionToo() {
    let model = Sequential<Double>((0..<40).map { _ in Linear<Double>(1, 1) })
    #expect(
      model.state.map(\.name) == (0..<40).flatMap { ["\($0).weight", "\($0).bias"] })
  }

  @Test func trainingMovesGeneratorsOfThisValueOnly() {
    var model = nestedNetwork()
    let copy = model
    let first = model.training(input)
    let second = model.training(input)
    #expect(first != second)
    #expect(copy.state.map(\.tensor.bytes) == nestedNetwork().state.map(\.tensor.bytes))
    #expect(model.state[4].tensor.bytes != copy.state[4].tensor.bytes)
    var other = copy
    #expect(other.training(input) == first)
  }

  @Test func copiesAreIndependent() {
    var model = nestedNetwork()
    let copy = model
    let output = copy(input)
    var optimizer = SGD<Double>(learningRate: 0.5)
    let (_, gradients) = valueWithGradient(at: &model) { $0.training(input).sum() }
    optimizer.update(&model, with: gradients)
    #expect(copy(input) == output)
    #expect(model(input) != output)
  }

  @Test(arguments: [false, true])
  func gradientsOfAWholeNetwork(inTraining: Bool) {
    let report = checkGradients(of: nestedNetwork(), at: input, inTraining: inTraining)
    #expect(report.passes(), "\(report)")
    let second = checkSecondDerivatives(of: nestedNetwork(), at: input, inTraining: inTraining)
    #expect(second.passes(), "\(second)")
  }

  @Test func shapesFlowThroughOrNameTheLayer() throws {
    #expect(try nestedNetwork().outputShape(for: [7, 3]) == [7, 2])
    var rng = Philox(seed: 1)
    let model = Sequential<Double> {
      ReLU()
      Sequential {
        Tanh()
        Residual { Linear(3, 3, using: &rng) }
        Residual {
          ReLU()
          Linear(4, 4, using: &rng)
        }
      }
    }
    let error = #expect(throws: ShapeError.self) { try model.outputShape(for: [2, 3]) }
    #expect(error?.path == "1.2.branch.1")
    #expect(error?.found == [2, 3])
    #expect(
      error?.description.hasPrefix(
        "1.2.branch.1: Linear(4, 4) got an input of shape [2, 3], needs ")
        == true)
  }
}

extension AnyTensor {
  /// All bytes of the elements.
  fileprivate var bytes: [UInt8] { withUnsafeBytes { Array($0) } }
}
