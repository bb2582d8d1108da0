import Tern
import TestSupport
import Testing

@Suite struct FlattenTests {
  @Test(
    arguments: [
      ([5], [5, 1]), ([2, 3], [2, 3]), ([2, 3, 4], [2, 12]), ([2, 3, 1, 2, 2], [2, 12]),
      ([0, 3, 4], [0, 12]),
    ] as [(Shape, Shape)])
  func samplesBecomeRows(input: Shape, output: Shape) throws {
    let x: Tensor<Float> = counting(input)
    let layer = Flatten<Float>()
    #expect(layer(x).shape == output)
    #expect(layer(x).scalars == x.scalars)
    #expect(try layer.outputShape(for: input) == output)
  }

  @Test func aSampleNeedsABatch() {
    let error = ShapeError(layer: "Flatten", found: [], expected: "1 axis or more")
    #expect(throws: error) { try Flatten<Float>().outputShape(for: []) }
  }

  @Test func derivatives() {
    expectGradients(of: Flatten(), at: seeded([2, 3, 2]), secondDerivatives: false)
  }
}
