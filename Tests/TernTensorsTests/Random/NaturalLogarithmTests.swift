import Foundation
import TernTensors
import Testing

struct NaturalLogarithmTests {
  @Test func floatsAreWithinThreeUlp() {
    var rng = Philox(seed: 1)
    for i in 0..<20_000 {
      let u = Float(1 + rng.next() >> 40) * 0x1p-24 / Float(1 << (i % 12))
      let expected = log(Double(u))
      #expect(abs(Double(naturalLogarithm(u)) - expected) <= 3 * Double(Float(expected).ulp))
    }
    #expect(naturalLogarithm(1 as Float) == 0)
  }

  @Test func doublesAreWithinThreeUlp() {
    var rng = Philox(seed: 1)
    for i in 0..<20_000 {
      let u = Double(1 + rng.next() >> 11) * 0x1p-53 / Double(1 << (i % 60))
      #expect(abs(naturalLogarithm(u) - log(u)) <= 3 * log(u).ulp)
    }
    #expect(naturalLogarithm(1.0) == 0)
  }
}
