import Tern
import TestSupport
import Testing

@Suite struct GroupNormTests {
  private static func layer(
    _ groups: Int, _ channels: Int, affine: Bool = true
  ) -> GroupNorm<Double> {
    var layer = GroupNorm<Double>(
      groups: groups, channels: channels, epsilon: 0.1, affine: affine)
    layer.scale = seeded([channels], seed: 11)
    layer.shift = seeded([channels], seed: 12)
    return layer
  }

  @Test func normalisesEachGroup() {
    // Means 2 and 10, variances 1 and 4, by hand.
    let y = GroupNorm<Double>(groups: 2, channels: 4, epsilon: 0)([[1, 3, 8, 12]])
    expectClose(y, [[-1, 1, -1, 1]])
  }

  @Test(arguments: [[3, 4], [2, 4, 3], [1, 4, 2, 2], [0, 4, 2]] as [Shape], [1, 2, 4])
  func derivatives(shape: Shape, groups: Int) {
    // Groups of one element are constant: their derivatives are 0 but for rounding.
    guard shape.elementCount == 0 || shape.dropFirst().reduce(1, *) > groups else { return }
    expectGradients(of: Self.layer(groups, 4), at: seeded(shape))
    expectGradients(of: Self.layer(groups, 4, affine: false), at: seeded(shape))
  }

  @Test func oneGroupForAllIsLayerNormOverAllAxes() {
    let x: Tensor<Double> = seeded([3, 4, 5])
    let layers: [any Layer<Double>] = [
      GroupNorm(groups: 1, channels: 4, affine: false), LayerNorm([4, 5], affine: false),
    ]
    expectClose(layers[0](x), layers[1](x))
  }

  @Test func stateHasRoles() {
    #expect(Self.layer(2, 4).parameters.map(\.name) == ["scale", "shift"])
    #expect(Self.layer(2, 4).parameters.map(\.role) == [.scale, .bias])
    #expect(Self.layer(2, 4, affine: false).state.isEmpty)
  }

  @Test(arguments: [[], [4], [2, 3], [2, 2, 4]] as [Shape])
  func otherShapesThrow(shape: Shape) {
    let error = ShapeError(
      layer: "GroupNorm(groups: 2, channels: 4)", found: shape, expected: "[batch, 4, …]")
    #expect(throws: error) { try Self.layer(2, 4).outputShape(for: shape) }
  }

  @Test func shapeStays() throws {
    #expect(try Self.layer(2, 4).outputShape(for: [5, 4, 3]) == [5, 4, 3])
  }

  @Test func misuseTraps() async {
    expectMessage(
      "GroupNorm(groups: 2, channels: 4) got an input of shape [2, 3], needs [batch, 4, …]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = GroupNorm<Float>(groups: 2, channels: 4)(Tensor(zeros: [2, 3]))
      })
    expectMessage(
      "GroupNorm needs groups that divide the channels, got 3 groups of 4 channels",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = GroupNorm<Float>(groups: 3, channels: 4)
      })
  }
}
