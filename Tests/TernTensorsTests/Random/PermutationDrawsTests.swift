import TernTensors
import Testing

struct PermutationDrawsTests {
  @Test(arguments: [0, 1, 2, 7, 1000]) func holdsEveryIndexOnce(count: Int) {
    var rng = Philox(seed: 1)
    #expect(rng.permutation(count).sorted() == Array(0..<count))
  }

  @Test func allOrdersAreEquallyLikely() {
    var rng = Philox(seed: 1)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 { counts[rng.permutation(4), default: 0] += 1 }
    #expect(counts.count == 24)
    let chiSquared = counts.values.reduce(0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 }
    #expect(chiSquared < 41.6)  // exceeded with probability 0.01 for 23 degrees of freedom
  }

  @Test func isTheSameForEver() {
    var rng = Philox(seed: 42)
    #expect(rng.permutation(20) == RandomOracle.philoxPermutation)
  }

  /// Nearly a third of all words are rejected for such a bound.
  @Test func integersBelowABoundAreEven() {
    var rng = Philox(seed: 2)
    let bound: UInt64 = 3 << 62
    var counts = [0, 0, 0]
    for _ in 0..<30_000 { counts[Int(rng.integer(below: bound) >> 62)] += 1 }
    #expect(counts.allSatisfy { abs($0 - 10_000) < 250 })
  }
}
