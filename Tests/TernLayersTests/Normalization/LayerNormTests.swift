import Tern
import TestSupport
import Testing

@Suite struct LayerNormTests {
  private static func layer(_ shape: Shape, affine: Bool = true) -> LayerNorm<Double> {
    var layer = LayerNorm<Double>(shape, epsilon: 0.1, affine: affine)
    layer.scale = seeded(shape, seed: 11)
    layer.shift = seeded(shape, seed: 12)
    return layer
  }

  @Test func normalisesEachRow() {
    // Means 2 and 10, variances 1 and 4, by hand.
    let y = LayerNorm<Double>([2], epsilon: 0)([[1, 3], [8, 12]])
    expectClose(y, [[-1, 1], [-1, 1]])
  }

  @Test(arguments: [[4], [3, 4], [2, 3, 4], [0, 4]] as [Shape], [false, true])
  func derivatives(shape: Shape, affine: Bool) {
    expectGradients(of: Self.layer([4], affine: affine), at: seeded(shape))
  }

  @Test func derivativesOverTwoAxes() {
    expectGradients(of: Self.layer([3, 2]), at: seeded([2, 3, 2]))
  }

  @Test func trainingIsInference() {
    var layer = Self.layer([4])
    let x: Tensor<Double> = seeded([3, 4])
    #expect(layer.training(x) == layer(x))
  }

  @Test func stateHasRoles() {
    #expect(Self.layer([2, 3]).parameters.map(\.name) == ["scale", "shift"])
    #expect(Self.layer([2, 3]).parameters.map(\.role) == [.scale, .bias])
    #expect(Self.layer([2, 3]).parameterCount == 12)
    #expect(Self.layer([2, 3], affine: false).state.isEmpty)
  }

  @Test(arguments: [[], [4], [4, 2], [3, 2, 4]] as [Shape])
  func otherShapesThrow(shape: Shape) {
    let error = ShapeError(layer: "LayerNorm([2, 3])", found: shape, expected: "[…, 2, 3]")
    #expect(throws: error) { try Self.layer([2, 3]).outputShape(for: shape) }
  }

  @Test func shapeStays() throws {
    #expect(try Self.layer([2, 3]).outputShape(for: [5, 2, 3]) == [5, 2, 3])
  }

  @Test func misuseTraps() async {
    expectMessage(
      "LayerNorm([3]) got an input of shape [2, 4], needs […, 3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = LayerNorm<Float>([3])(Tensor(zeros: [2, 4]))
      })
    expectMessage(
      "LayerNorm needs an axis or more, none of extent 0, got []",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = LayerNorm<Float>([])
      })
    expectMessage(
      "LayerNorm needs an axis or more, none of extent 0, got [2, 0]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = LayerNorm<Float>([2, 0])
      })
  }
}
