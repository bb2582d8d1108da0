import Tern
import TestSupport
import Testing

@Suite struct DropoutTests {
  private static func layer(_ rate: Double, seed: UInt64 = 1) -> Dropout<Double> {
    var rng = Philox(seed: seed)
    return Dropout(rate: rate, using: &rng)
  }

  @Test func inferenceIsTheIdentity() {
    let x: Tensor<Double> = seeded([5, 7])
    #expect(Self.layer(0.5)(x) == x)
  }

  @Test(arguments: [0.1, 0.5, 0.9])
  func shareOfZerosIsTheRate(rate: Double) {
    var layer = Self.layer(rate)
    let y = layer.training(Tensor(ones: [100, 1000]))
    #expect(Set(y.scalars) == [0, 1 / (1 - rate)])
    let share = Double(y.scalars.count { $0 == 0 }) / 100_000
    // Five standard errors.
    expectClose(
      share, rate, relative: 0, absolute: 5 * (rate * (1 - rate) / 100_000).squareRoot())
  }

  @Test func keptElementsAreScaled() {
    var layer = Self.layer(0.25)
    let x: Tensor<Double> = seeded([50])
    let y = layer.training(x)
    for (x, y) in zip(x.scalars, y.scalars) where y != 0 { expectClose(y, x / 0.75) }
  }

  @Test func noRateDrawsNothing() {
    var layer = Self.layer(0)
    let x: Tensor<Double> = seeded([50])
    let before = layer.savedGenerator
    #expect(layer.training(x) == x)
    #expect(layer.savedGenerator == before)
  }

  @Test func rateCloseToOneStaysFinite() {
    var layer = Self.layer(0.999)
    let y = layer.training(Tensor(ones: [10_000]))
    #expect(y.scalars.allSatisfy { $0 == 0 || abs($0 - 1000) < 1e-9 })
    #expect(y.scalars.contains { $0 != 0 })
    var extreme = Dropout<Float>(rate: 1.0.nextDown)
    #expect(extreme.training(Tensor(ones: [1000])).scalars.allSatisfy { $0.isFinite })
  }

  @Test func ratesOutOfRangeTrap() async {
    expectMessage(
      "a dropout rate is 0 or more and below 1, got 1.0",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Dropout<Float>(rate: 1)
      })
    expectMessage(
      "a dropout rate is 0 or more and below 1, got -0.1",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Dropout<Float>(rate: -0.1)
      })
    expectMessage(
      "a dropout rate is 0 or more and below 1, got nan",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Dropout<Float>(rate: .nan)
      })
  }

  @Test func masksDifferFromStepToStepAndLayerToLayer() {
    var rng = Philox(seed: 3)
    var (first, second) = (
      Dropout<Double>(rate: 0.5, using: &rng), Dropout<Double>(rate: 0.5, using: &rng)
    )
    let ones = Tensor<Double>(ones: [64])
    let masks = [
      first.training(ones), first.training(ones), second.training(ones), second.training(ones),
    ]
    #expect(Set(masks.map(\.scalars)).count == 4)
  }

  @Test func aCopyDrawsTheSameMasks() {
    var layer = Self.layer(0.5)
    var copy = layer
    let x: Tensor<Double> = seeded([64])
    for _ in 0..<3 { #expect(layer.training(x) == copy.training(x)) }
  }

  @Test func theGeneratorGivesASeedAndAStream() {
    var layer = Self.layer(0.5, seed: 3)
    var rng = Philox(seed: 3)
    let seed = rng.next()
    var own = Philox(seed: seed, stream: rng.next())
    let isKept = Tensor<Bool>(randomBernoulli: [64], probability: 0.5, using: &own)
    let output = layer.training(Tensor(ones: [64]))
    #expect((output .!= 0) == isKept)
  }

  @Test func aSavedStateResumesExactly() throws {
    let x: Tensor<Double> = seeded([33])
    var layer = Self.layer(0.5)
    _ = layer.training(x)
    let saved = layer.state
    #expect(saved.map(\.name) == ["generator"])
    let expected = [layer.training(x), layer.training(x)]
    var resumed = Self.layer(0.5, seed: 99)
    try resumed.load(state: saved)
    #expect([resumed.training(x), resumed.training(x)] == expected)
  }

  @Test func gradientHasTheMaskOfTheOutput() {
    var layer = Self.layer(0.5)
    var copy = layer
    let dx = gradient(at: Tensor(ones: [64])) { layer.training($0).sum() }
    #expect(dx == copy.training(Tensor(ones: [64])))
    expectGradients(of: Self.layer(0.3), at: seeded([3, 5]), secondDerivatives: false)
  }
}

extension Dropout {
  fileprivate var savedGenerator: [Int64] {
    state.compactMap { Tensor<Int64>(exactly: $0.tensor)?.scalars }.flatMap(\.self)
  }
}
