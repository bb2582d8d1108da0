import Tern
import TestSupport
import Testing

struct Dropout2DTests {
  private static func layer(_ rate: Double, seed: UInt64 = 1) -> Dropout2D<Double> {
    var rng = Philox(seed: seed)
    return Dropout2D(rate: rate, using: &rng)
  }

  @Test func inferenceIsTheIdentity() {
    let x: Tensor<Double> = seeded([2, 3, 4, 5])
    #expect(Self.layer(0.5)(x) == x)
  }

  @Test func noRateDrawsNothing() {
    var layer = Self.layer(0)
    let x: Tensor<Double> = seeded([2, 3, 4, 5])
    #expect(layer.training(x) == x)
  }

  @Test(arguments: [0.1, 0.5, 0.9]) func channelsAreScaledOrGone(rate: Double) {
    var layer = Self.layer(rate)
    let x: Tensor<Double> = seeded([40, 50, 2, 3])
    let y = layer.training(x)
    var gone = 0
    for channel in 0..<2000 {
      let elements = channel * 6..<channel * 6 + 6
      if y.scalars[elements.lowerBound] == 0 {
        gone += 1
        #expect(y.scalars[elements].allSatisfy { $0 == 0 })
      } else {
        expectClose(Array(y.scalars[elements]), x.scalars[elements].map { $0 / (1 - rate) })
      }
    }
    // Five standard errors.
    expectClose(
      Double(gone) / 2000, rate, relative: 0, absolute: 5 * (rate * (1 - rate) / 2000).squareRoot())
  }

  @Test func aSavedStateResumesExactly() throws {
    let x: Tensor<Double> = seeded([4, 8, 2, 2])
    var layer = Self.layer(0.5)
    _ = layer.training(x)
    let saved = layer.state
    #expect(saved.map(\.name) == ["generator"])
    let expected = layer.training(x)
    var resumed = Self.layer(0.5, seed: 99)
    try resumed.load(state: saved)
    #expect(resumed.training(x) == expected)
  }

  @Test func gradientHasTheMaskOfTheOutput() {
    expectGradients(of: Self.layer(0.3), at: seeded([2, 5, 2, 3]))
  }

  @Test func onlyImagesFit() async {
    #expect(throws: Never.self) { try Self.layer(0.5).outputShape(for: [2, 3, 4, 5]) }
    #expect(
      throws: ShapeError(
        layer: "Dropout2D(rate: 0.5)", found: [2, 3],
        expected: "[batch, channels, height, width]")
    ) { try Self.layer(0.5).outputShape(for: [2, 3]) }
    expectMessage(
      "Dropout2D needs images [batch, channels, height, width], got shape [2, 3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        var layer = Dropout2D<Float>(rate: 0.5)
        _ = layer.training(Tensor(zeros: [2, 3]))
      })
    expectMessage(
      "a dropout rate is 0 or more and below 1, got 1.0",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Dropout2D<Float>(rate: 1)
      })
  }
}
