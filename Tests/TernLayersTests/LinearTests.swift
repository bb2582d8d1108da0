import Tern
import TestSupport
import Testing

@Suite struct LinearTests {
  static let layer = Linear<Double>(
    weight: [[1, 2, 3], [4, 5, 6]], bias: [0.5, -0.5, 1])

  @Test func outputIsTheProductPlusTheBias() {
    // [1, −1] · W = [−3, −3, −3] and [2, 0] · W = [2, 4, 6], by hand.
    let y = Self.layer([[1, -1], [2, 0]])
    expectClose(y, [[-2.5, -3.5, -2], [2.5, 3.5, 7]])
  }

  @Test(arguments: [[2], [3, 2], [2, 2, 2], [0, 2]] as [Shape])
  func shapesOfInputs(shape: Shape) throws {
    let expected = Shape(shape.dropLast() + [3])
    #expect(try Self.layer.outputShape(for: shape) == expected)
    #expect(Self.layer(Tensor(zeros: shape)).shape == expected)
  }

  @Test(arguments: [[], [3], [2, 1]] as [Shape])
  func otherShapesThrow(shape: Shape) {
    #expect(
      throws: ShapeError(layer: "Linear(2, 3)", found: shape, expected: "[…, 2]")
    ) { try Self.layer.outputShape(for: shape) }
  }

  @Test(arguments: [[3, 2], [2, 2, 2]] as [Shape])
  func gradients(shape: Shape) {
    let x: Tensor<Double> = seeded(shape)
    expectGradients(of: Self.layer, at: x)
  }

  @Test func startsWithHesWeightAndNoBias() {
    var rng = Philox(seed: 1)
    let layer = Linear<Double>(400, 300, using: &rng)
    #expect(layer.weight.shape == [400, 300])
    #expect(layer.bias == Tensor(zeros: [300]))
    let deviation = layer.weight.squared().mean().scalar.squareRoot()
    expectClose(deviation, (2.0 / 400).squareRoot(), relative: 0.01, absolute: 0)
  }

  @Test func startsAsAsked() {
    var rng = Philox(seed: 2)
    let layer = Linear<Float>(4, 3, weight: .constant(2), bias: .ones, using: &rng)
    #expect(layer.weight == Tensor(full: [4, 3], 2))
    #expect(layer.bias == Tensor(ones: [3]))
  }

  @Test func systemSeedsDiffer() {
    #expect(Linear<Float>(20, 20).weight != Linear<Float>(20, 20).weight)
  }

  @Test func parametersHaveRoles() {
    #expect(Self.layer.parameters.map(\.name) == ["weight", "bias"])
    #expect(Self.layer.parameters.map(\.role) == [.weight, .bias])
    #expect(Self.layer.description == "Linear(2, 3)")
  }
}
