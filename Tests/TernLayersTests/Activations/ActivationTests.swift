import Tern
import TestSupport
import Testing

/// Every activation, in either precision.
private func activations<S: FloatingScalar>() -> [any Layer<S>] {
  var channels = PReLU<S>(channels: 4)
  channels.slope = Tensor([0.1, -0.2, 0.3, 1.5].map { S(double: $0) })
  return [
    ReLU(), LeakyReLU(), LeakyReLU(slope: 0.2), PReLU(), channels, ELU(), ELU(alpha: 0.7), GELU(),
    SiLU(), Sigmoid(), Tanh(), Softplus(), Softmax(), Softmax(axis: 0), LogSoftmax(),
    LogSoftmax(axis: 0),
  ]
}

@Suite struct ActivationTests {
  static let names = (activations() as [any Layer<Double>]).map { "\($0)" }

  private func layer<S: FloatingScalar>(_ name: String) throws -> any Layer<S> {
    try #require((activations() as [any Layer<S>]).first { "\($0)" == name })
  }

  @Test func everyCaseOfPyTorchIsTried() {
    #expect(Set(Self.names) == Set(LayersOracle.cases.keys))
  }

  @Test(arguments: names)
  func outputAndGradientArePyTorchs(name: String) throws {
    let layer: any Layer<Double> = try layer(name)
    let expected = try #require(LayersOracle.cases[name])
    let x = Tensor(LayersOracle.input, shape: [3, 4])
    let (y, pullback) = valueWithPullback(at: x) { layer($0) }
    expectClose(y, Tensor(expected.output, shape: [3, 4]))
    let dx = pullback(Tensor(LayersOracle.upstream, shape: [3, 4]))
    expectClose(dx, Tensor(expected.gradient, shape: [3, 4]))
  }

  @Test(arguments: names)
  func outputInSinglePrecision(name: String) throws {
    let layer: any Layer<Float> = try layer(name)
    let expected = try #require(LayersOracle.cases[name])
    let x = Tensor(LayersOracle.input.map { Float($0) }, shape: [3, 4])
    let y = layer(x)
    expectClose(y, Tensor(expected.output.map { Float($0) }, shape: [3, 4]), absolute: 1e-6)
  }

  @Test(arguments: names)
  func derivatives(name: String) throws {
    let layer: any Layer<Double> = try layer(name)
    expectGradients(of: layer, at: seeded([3, 4]))
    expectGradients(of: layer, at: seeded([3, 4], seed: 1), inTraining: false)
  }

  @Test(arguments: names)
  func shapeStays(name: String) throws {
    let layer: any Layer<Double> = try layer(name)
    for shape in [[3, 4], [0, 4], [2, 4, 5]] as [Shape] {
      #expect(try layer.outputShape(for: shape) == shape)
      #expect(layer(Tensor(zeros: shape)).shape == shape)
    }
  }

  @Test func axisHasToExist() {
    let expected = ShapeError(layer: "Softmax(axis: 2)", found: [3, 4], expected: "3 axes or more")
    #expect(throws: expected) { try Softmax<Float>(axis: 2).outputShape(for: [3, 4]) }
    let scalar = ShapeError(layer: "LogSoftmax", found: [], expected: "1 axis or more")
    #expect(throws: scalar) { try LogSoftmax<Float>().outputShape(for: []) }
    let last = ShapeError(layer: "LogSoftmax(axis: -3)", found: [2], expected: "3 axes or more")
    #expect(throws: last) { try LogSoftmax<Float>(axis: -3).outputShape(for: [2]) }
  }
}
