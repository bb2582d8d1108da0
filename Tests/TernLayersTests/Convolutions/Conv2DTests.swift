import Tern
import TestSupport
import Testing

@Suite struct Conv2DTests {
  @Test(arguments: ConvolutionOracle.conv2D)
  func valuesAndGradientsAreThoseOfPyTorch(oracle: ConvolutionOracle.Case<Conv2D<Double>>) throws {
    func layer<S>(_ weight: Tensor<S>, _ bias: Tensor<S>?) -> Conv2D<S> {
      let layer = oracle.layer
      return Conv2D(
        weight: weight, bias: bias, stride: layer.stride, padding: layer.padding,
        dilation: layer.dilation, groups: layer.groups)
    }
    #expect(try oracle.layer.outputShape(for: oracle.input) == oracle.output)
    expectOracle(oracle, within: 1e-10, as: Double.self) { layer($1, $2)($0) }
    expectOracle(oracle, within: 1e-5, as: Float.self) { layer($1, $2)($0) }
  }

  private static let layers: [(Conv2D<Double>, Shape)] = {
    var rng = Philox(seed: 3)
    return [
      (Conv2D(2, 3, kernel: 3, using: &rng), [2, 2, 4, 5]),
      (Conv2D(1, 2, kernel: [2, 3], stride: 2, padding: .same, using: &rng), [1, 1, 5, 4]),
      (Conv2D(4, 4, kernel: 2, dilation: 2, groups: 2, bias: false, using: &rng), [2, 4, 4, 3]),
      (Conv2D(3, 3, kernel: 3, padding: 1, groups: 3, using: &rng), [1, 3, 3, 3]),
      (Conv2D(3, 2, kernel: 1, using: &rng), [2, 3, 2, 3]),
    ]
  }()

  @Test(arguments: layers) func gradients(layer: Conv2D<Double>, shape: Shape) {
    let x: Tensor<Double> = seeded(shape)
    expectGradients(of: layer, at: x)
  }

  @Test func aBatchOfNothing() throws {
    var rng = Philox(seed: 3)
    var layer = Conv2D<Float>(2, 3, kernel: 3, using: &rng)
    let none = Tensor<Float>(zeros: [0, 2, 5, 4])
    #expect(layer(none).shape == [0, 3, 3, 2])
    #expect(try layer.outputShape(for: none.shape) == [0, 3, 3, 2])
    let (_, gradients) = valueWithGradient(at: &layer) { $0.training(none).sum() }
    #expect(gradients.tensors == [Tensor(zeros: [3, 2, 3, 3]), Tensor(zeros: [3])])
  }

  @Test(arguments: [[], [2, 5, 4], [1, 3, 5, 4], [1, 2, 2, 4], [1, 2, 5, 2]] as [Shape])
  func otherShapesThrow(shape: Shape) {
    let layer = Conv2D<Float>(2, 3, kernel: 3)
    #expect(
      throws: ShapeError(
        layer: "Conv2D(2, 3, kernel: 3)", found: shape,
        expected: "[batch, 2, height, width], not smaller than the kernel with its padding")
    ) { try layer.outputShape(for: shape) }
  }

  @Test(arguments: [1, 4]) func startsWithHesWeightAndNoBias(groups: Int) {
    var rng = Philox(seed: 1)
    let layer = Conv2D<Double>(64, 80, kernel: [3, 5], groups: groups, using: &rng)
    #expect(layer.weight.shape == [80, 64 / groups, 3, 5])
    #expect(layer.bias == Tensor(zeros: [80]))
    // An output sees the channels of its group through the kernel.
    let inputs = Double(64 / groups * 15)
    let deviation = layer.weight.squared().mean().scalar.squareRoot()
    expectClose(deviation, (2 / inputs).squareRoot(), relative: 0.02, absolute: 0)
  }

  @Test func startsAsAsked() {
    var rng = Philox(seed: 2)
    let layer = Conv2D<Float>(2, 3, kernel: 2, bias: false, weight: .constant(2), using: &rng)
    #expect(layer.weight == Tensor(full: [3, 2, 2, 2], 2))
    #expect(layer.bias == nil)
    #expect(layer.parameters.map(\.name) == ["weight"])
  }

  @Test func systemSeedsDiffer() {
    #expect(Conv2D<Float>(2, 3, kernel: 3).weight != Conv2D<Float>(2, 3, kernel: 3).weight)
  }

  @Test func parametersHaveRoles() {
    let layer = Conv2D<Float>(2, 3, kernel: 3)
    #expect(layer.parameters.map(\.name) == ["weight", "bias"])
    #expect(layer.parameters.map(\.role) == [.weight, .bias])
  }

  @Test func descriptionsSayWhatIsNotTheDefault() {
    #expect(Conv2D<Float>(1, 16, kernel: 3).description == "Conv2D(1, 16, kernel: 3)")
    let layer = Conv2D<Float>(
      4, 6, kernel: [3, 5], stride: 2, padding: .same, dilation: [1, 2], groups: 2, bias: false)
    #expect(
      layer.description
        == "Conv2D(4, 6, kernel: [3, 5], stride: 2, padding: .same, dilation: [1, 2], groups: 2, "
        + "bias: false)")
  }

  @Test func aTrainedBiasIsUpdatedInPlace() throws {
    var layer = Conv2D<Float>(1, 2, kernel: 2)
    let address = layer.bias.map { $0.withUnsafeBufferPointer { $0.baseAddress } }
    var optimizer = SGD<Float>(learningRate: 0.5)
    let x = Tensor<Float>(ones: [1, 1, 3, 3])
    let (_, gradients) = valueWithGradient(at: &layer) { $0.training(x).sum() }
    optimizer.update(&layer, with: gradients)
    #expect(layer.bias == [-2, -2])
    #expect(layer.bias.map { $0.withUnsafeBufferPointer { $0.baseAddress } } == address)
  }
}
