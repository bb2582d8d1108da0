import Tern
import TestSupport
import Testing

@Suite struct WeightLayoutTests {
  @Test(
    arguments: [
      (.linear, [784, 512], 784, 512),
      (.convolution, [8, 3, 5, 5], 75, 200),
      (.convolution, [8, 3], 3, 8),
      (.transposedConvolution, [8, 3, 5, 4], 160, 60),
    ] as [(WeightLayout, Shape, Int, Int)])
  func fans(layout: WeightLayout, shape: Shape, inputs: Int, outputs: Int) {
    let fans = layout.fans(of: shape)
    #expect(fans.inputs == inputs)
    #expect(fans.outputs == outputs)
  }

  @Test func fansOfAVectorTrap() async {
    expectMessage(
      "fans of a linear weight need two axes, got [3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = WeightLayout.linear.fans(of: [3])
      })
    expectMessage(
      "fans of a convolution weight need two axes or more, got [3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = WeightLayout.convolution.fans(of: [3])
      })
  }
}
