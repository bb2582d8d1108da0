import Tern
import TestSupport
import Testing

@Suite struct PReLUTests {
  static let channels = {
    var layer = PReLU<Double>(channels: 3)
    layer.slope = [0.1, -0.2, 0.3]
    return layer
  }()

  @Test func channelsOfImagesArePyTorchs() {
    let x = Tensor(LayersOracle.images, shape: [2, 3, 2, 2])
    var model = Self.channels
    let (_, gradients) = valueWithGradient(at: &model) { $0(x).sum() }
    expectClose(Self.channels(x).scalars, LayersOracle.imagesPReLU)
    expectClose(gradients.tensors[0].scalars, LayersOracle.slopeGradient)
  }

  @Test(arguments: [[2, 3], [2, 3, 4], [2, 3, 2, 2]] as [Shape])
  func derivativesOfSlopes(shape: Shape) {
    expectGradients(of: Self.channels, at: seeded(shape))
    expectGradients(of: PReLU<Double>(slope: -0.3), at: seeded(shape))
  }

  @Test func slopeIsAScale() {
    #expect(Self.channels.parameters.map(\.name) == ["slope"])
    #expect(Self.channels.parameters.map(\.role) == [.scale])
    #expect(PReLU<Float>().slope == [0.25])
  }

  @Test(arguments: [[], [3], [2, 4], [2, 4, 3]] as [Shape])
  func otherChannelsThrow(shape: Shape) {
    let error = ShapeError(layer: "PReLU(channels: 3)", found: shape, expected: "[batch, 3, …]")
    #expect(throws: error) { try Self.channels.outputShape(for: shape) }
  }

  @Test func otherChannelsTrap() async {
    expectMessage(
      "PReLU(channels: 3) got an input of shape [2, 4], needs [batch, 3, …]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = PReLU<Float>(channels: 3)(Tensor(zeros: [2, 4]))
      })
    expectMessage(
      "PReLU needs a channel or more, got 0",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = PReLU<Float>(channels: 0)
      })
  }
}
