import Tern
import TestSupport
import Testing

struct Size2DTests {
  @Test func literalsAreSquaresOrPairs() {
    #expect(3 as Size2D == Size2D(3, 3))
    #expect([1, 5] as Size2D == Size2D(1, 5))
    #expect(([1, 5] as Size2D).area == 5)
  }

  @Test func descriptionsReadAsTheyAreWritten() {
    #expect("\(Size2D(3, 3))" == "3")
    #expect("\(Size2D(1, 5))" == "[1, 5]")
  }

  @Test func otherNumbersOfExtentsTrap() async {
    expectMessage(
      "a size has a height and a width, got [1, 2, 3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = [1, 2, 3] as Size2D
      })
  }
}
