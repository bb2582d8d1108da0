import Tern
import TestSupport
import Testing

@Suite struct ConvTranspose2DTests {
  @Test(arguments: ConvolutionOracle.convTranspose2D)
  func valuesAndGradientsAreThoseOfPyTorch(
    oracle: ConvolutionOracle.Case<ConvTranspose2D<Double>>
  ) throws {
    func layer<S>(_ weight: Tensor<S>, _ bias: Tensor<S>?) -> ConvTranspose2D<S> {
      let layer = oracle.layer
      return ConvTranspose2D(
        weight: weight, bias: bias, stride: layer.stride, padding: layer.padding,
        outputPadding: layer.outputPadding, dilation: layer.dilation, groups: layer.groups)
    }
    #expect(try oracle.layer.outputShape(for: oracle.input) == oracle.output)
    expectOracle(oracle, within: 1e-10, as: Double.self) { layer($1, $2)($0) }
    expectOracle(oracle, within: 1e-5, as: Float.self) { layer($1, $2)($0) }
  }

  private static let layers: [(ConvTranspose2D<Double>, Shape)] = {
    var rng = Philox(seed: 3)
    return [
      (ConvTranspose2D(2, 3, kernel: 3, using: &rng), [2, 2, 2, 3]),
      (
        ConvTranspose2D(1, 2, kernel: 3, stride: 2, padding: 1, outputPadding: 1, using: &rng),
        [1, 1, 3, 2]
      ),
      (
        ConvTranspose2D(
          4, 2, kernel: [2, 3], outputPadding: 1, dilation: 2, groups: 2, bias: false, using: &rng),
        [2, 4, 2, 3]
      ),
    ]
  }()

  @Test(arguments: layers) func gradients(layer: ConvTranspose2D<Double>, shape: Shape) {
    let x: Tensor<Double> = seeded(shape)
    expectGradients(of: layer, at: x)
  }

  @Test func aBatchOfNothing() throws {
    var rng = Philox(seed: 3)
    var layer = ConvTranspose2D<Float>(2, 3, kernel: 3, stride: 2, using: &rng)
    let none = Tensor<Float>(zeros: [0, 2, 4, 3])
    #expect(layer(none).shape == [0, 3, 9, 7])
    let (_, gradients) = valueWithGradient(at: &layer) { $0.training(none).sum() }
    #expect(gradients.tensors == [Tensor(zeros: [2, 3, 3, 3]), Tensor(zeros: [3])])
  }

  @Test(arguments: [[], [2, 5, 4], [1, 3, 5, 4], [1, 2, 0, 4], [1, 2, 2, 1]] as [Shape])
  func otherShapesThrow(shape: Shape) {
    let layer = ConvTranspose2D<Float>(2, 3, kernel: 2, padding: 1)
    #expect(
      throws: ShapeError(
        layer: "ConvTranspose2D(2, 3, kernel: 2, padding: 1)", found: shape,
        expected: "[batch, 2, height, width] of which the padding leaves something")
    ) { try layer.outputShape(for: shape) }
  }

  @Test(arguments: [1, 4]) func startsWithHesWeightAndNoBias(groups: Int) {
    var rng = Philox(seed: 1)
    let layer = ConvTranspose2D<Double>(64, 80, kernel: [3, 5], groups: groups, using: &rng)
    #expect(layer.weight.shape == [64, 80 / groups, 3, 5])
    #expect(layer.bias == Tensor(zeros: [80]))
    let inputs = Double(64 / groups * 15)
    let deviation = layer.weight.squared().mean().scalar.squareRoot()
    expectClose(deviation, (2 / inputs).squareRoot(), relative: 0.02, absolute: 0)
  }

  @Test func systemSeedsDiffer() {
    #expect(
      ConvTranspose2D<Float>(2, 3, kernel: 3).weight
        != ConvTranspose2D<Float>(2, 3, kernel: 3).weight)
  }

  @Test func parametersHaveRoles() {
    let layer = ConvTranspose2D<Float>(2, 3, kernel: 3)
    #expect(layer.parameters.map(\.name) == ["weight", "bias"])
    #expect(layer.parameters.map(\.role) == [.weight, .bias])
    #expect(ConvTranspose2D<Float>(2, 3, kernel: 3, bias: false).parameters.count == 1)
  }

  @Test func descriptionsSayWhatIsNotTheDefault() {
    #expect(
      ConvTranspose2D<Float>(1, 16, kernel: 3).description == "ConvTranspose2D(1, 16, kernel: 3)")
    let layer = ConvTranspose2D<Float>(
      4, 6, kernel: [3, 5], stride: 2, padding: 1, outputPadding: [1, 0], dilation: [1, 2],
      groups: 2, bias: false)
    #expect(
      layer.description
        == "ConvTranspose2D(4, 6, kernel: [3, 5], stride: 2, padding: 1, outputPadding: [1, 0], "
        + "dilation: [1, 2], groups: 2, bias: false)")
  }
}
