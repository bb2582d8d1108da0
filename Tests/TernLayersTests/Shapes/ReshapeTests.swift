import Tern
import TestSupport
import Testing

@Suite struct ReshapeTests {
  @Test(
    arguments: [
      ([1, 2, 6], [3, 12], [3, 1, 2, 6]), ([-1], [3, 2, 2], [3, 4]), ([], [4, 1], [4]),
      ([2, -1, 3], [5, 12], [5, 2, 2, 3]), ([-1, 4], [0, 8], [0, 2, 4]), ([0], [2, 0, 3], [2, 0]),
    ] as [([Int], Shape, Shape)])
  func samplesTakeTheExtents(extents: [Int], input: Shape, output: Shape) throws {
    let layer = Reshape<Float>(extents)
    let x: Tensor<Float> = counting(input)
    #expect(layer(x).shape == output)
    #expect(layer(x).scalars == x.scalars)
    #expect(try layer.outputShape(for: input) == output)
  }

  @Test(
    arguments: [
      ([2, 3], [4, 5], "[batch, …] with 6 elements a sample"),
      ([2, -1], [4, 5], "[batch, …] with a multiple of 2 elements a sample"),
      ([0, -1], [4, 0], "[batch, …] with a multiple of 0 elements a sample"),
      ([1], [], "[batch, …] with 1 elements a sample"),
    ] as [([Int], Shape, String)])
  func elementsHaveToFit(extents: [Int], input: Shape, expected: String) {
    let error = ShapeError(layer: "Reshape(\(extents))", found: input, expected: expected)
    #expect(throws: error) { try Reshape<Float>(extents).outputShape(for: input) }
  }

  @Test func wrongExtentsTrap() async {
    expectMessage(
      "Reshape needs extents of 0 or more and at most one −1, got [-1, -1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Reshape<Float>([-1, -1])
      })
    expectMessage(
      "Reshape needs extents of 0 or more and at most one −1, got [2, -2]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Reshape<Float>([2, -2])
      })
    expectMessage(
      "Reshape([3]) got an input of shape [2, 4], needs [batch, …] with 3 elements a sample",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Reshape<Float>([3])(Tensor(zeros: [2, 4]))
      })
  }

  @Test func derivatives() {
    expectGradients(of: Reshape([2, -1]), at: seeded([2, 6]), secondDerivatives: false)
  }
}
