import TernTensors
import Testing

struct UniformDrawsTests {
  @Test func floatsAreHalvesOfWords() {
    var rng = Philox(seed: 1)
    var words = rng
    let drawn = filledArray(7, Float.self) { rng.fillUniform($0) }
    #expect(drawn == (0..<7).map { _ in Float(words.nextWord() >> 8) / 0x1p24 })
    _ = words.nextWord()
    #expect(rng == words)
  }

  @Test func doublesAreWords() {
    var rng = Philox(seed: 1)
    var words = rng
    let drawn = filledArray(7, Double.self) { rng.fillUniform($0) }
    #expect(drawn == (0..<7).map { _ in Double(words.next() >> 11) / 0x1p53 })
    #expect(rng == words)
  }

  @Test func fillTheRangeEvenly() {
    var rng = Philox(seed: 2)
    let floats = filledArray(20_000, Float.self) { rng.fillUniform($0, in: -3..<5) }
    #expect(floats.allSatisfy { (-3..<5).contains($0) })
    #expect(abs(sampleMean(floats) - 1) < 0.05)
    #expect(abs(sampleVariance(floats) - 64 / 12) < 0.1)
    #expect(kolmogorovSmirnov(floats) { ($0 + 3) / 8 } < 1.63)
    let doubles = filledArray(20_000, Double.self) { rng.fillUniform($0, in: -3..<5) }
    #expect(doubles.allSatisfy { (-3..<5).contains($0) })
    #expect(kolmogorovSmirnov(doubles) { ($0 + 3) / 8 } < 1.63)
  }

  /// Between 1 and 1 + 2 ulp most numbers would round to a bound.
  @Test func neverReachTheUpperBound() {
    var rng = Philox(seed: 3)
    let float: Float = 1
    let floats = filledArray(1000) { rng.fillUniform($0, in: 1..<(float.nextUp.nextUp)) }
    #expect(Set(floats) == [1, float.nextUp])
    let double = 1.0
    let doubles = filledArray(1000) { rng.fillUniform($0, in: 1..<(double.nextUp.nextUp)) }
    #expect(Set(doubles) == [1, double.nextUp])
  }

  @Test func emptyRangeGivesItsBound() {
    var rng = Philox(seed: 3)
    #expect(filledArray(3, Float.self) { rng.fillUniform($0, in: 2..<2) } == [2, 2, 2])
  }

  #if !os(macOS) || arch(arm64)
    @Test func otherTypesAreRoundedDoubles() {
      var rng = Philox(seed: 3)
      var same = rng
      let halves = filledArray(5000, Float16.self) { rng.fillUniform($0) }
      let doubles = filledArray(5000, Double.self) { same.fillUniform($0) }
      #expect(halves == doubles.map { min(Float16($0), Float16(1).nextDown) })
    }
  #endif
}
