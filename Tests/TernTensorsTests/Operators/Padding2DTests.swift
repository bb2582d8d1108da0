import Tern
import TestSupport
import Testing

@Suite struct Padding2DTests {
  @Test func literals() {
    #expect(Padding2D.valid == 0)
    #expect(1 as Padding2D == Padding2D(top: 1, bottom: 1, left: 1, right: 1))
    #expect([1, 2] as Padding2D == Padding2D(top: 1, bottom: 1, left: 2, right: 2))
    #expect(Padding2D([1, 2]) == [1, 2])
    #expect(Padding2D.same != .valid)
  }

  @Test(
    arguments: [
      (.valid, ".valid"), (.same, ".same"), (2, "2"), ([1, 0], "[1, 0]"),
      (
        Padding2D(top: 1, bottom: 2, left: 3, right: 4), "(top: 1, bottom: 2, left: 3, right: 4)"
      ),
    ] as [(Padding2D, String)])
  func descriptions(padding: Padding2D, text: String) {
    #expect(padding.description == text)
  }

  @Test func sidesMayDiffer() {
    let x = Tensor<Float>([1, 2, 3, 4], shape: [1, 1, 2, 2])
    let one = Tensor<Float>(ones: [1, 1, 1, 1])
    let y = x.conv2D(one, padding: Padding2D(top: 1, bottom: 0, left: 2, right: 1))
    #expect(
      y == Tensor([0, 0, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 3, 4, 0], shape: [1, 1, 3, 5]))
  }

  @Test func negativePaddingTraps() async {
    expectMessage(
      "padding is 0 or more, got top 0, bottom -1, left 0, right 0",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Padding2D(top: 0, bottom: -1, left: 0, right: 0)
      })
  }
}
