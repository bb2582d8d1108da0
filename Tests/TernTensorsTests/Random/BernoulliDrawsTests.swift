import TernTensors
import Testing

struct BernoulliDrawsTests {
  @Test(arguments: [0.1, 0.5, 0.875]) func successIsAsProbableAsSaid(probability: Double) {
    var rng = Philox(seed: 10)
    let drawn = filledArray(50_001, Float.self) {
      rng.fillBernoulli($0, probability: probability, success: 4, failure: -1)
    }
    let successes = drawn.count { $0 == 4 }
    #expect(successes + drawn.count { $0 == -1 } == drawn.count)
    #expect(abs(Double(successes) / Double(drawn.count) - probability) < 0.007)
  }

  @Test(arguments: [0.0, 1]) func certaintyIsCertain(probability: Double) {
    var rng = Philox(seed: 10)
    let drawn = filledArray(10_001, Bool.self) {
      rng.fillBernoulli($0, probability: probability, success: true, failure: false)
    }
    #expect(drawn.allSatisfy { $0 == (probability == 1) })
  }

  @Test func everyTypeSeesTheSameCoins() {
    let start = Philox(seed: 10)
    var rng = start
    var words = start
    let bools = filledArray(999, Bool.self) {
      rng.fillBernoulli($0, probability: 0.25, success: true, failure: false)
    }
    #expect(bools == (0..<999).map { _ in words.nextWord() < 1 << 30 })
    rng = start
    let floats = filledArray(999, Float.self) {
      rng.fillBernoulli($0, probability: 0.25, success: 1, failure: 0)
    }
    rng = start
    let doubles = filledArray(999, Double.self) {
      rng.fillBernoulli($0, probability: 0.25, success: 1, failure: 0)
    }
    #expect(floats.map { $0 == 1 } == bools)
    #expect(doubles.map { $0 == 1 } == bools)
  }
}
