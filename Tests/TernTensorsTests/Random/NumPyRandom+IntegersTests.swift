import TernTensors
import Testing

struct NumPyRandomIntegersTests {
  @Test(arguments: RandomOracle.integers.indices) func integersAreNumPys(row: Int) {
    let expected = RandomOracle.integers[row]
    var rng = NumPyRandom(seed: 11)
    let draws = rng.integers(in: expected.low..<expected.high, count: 1000)
    #expect(fingerprint(draws) == expected.fingerprint)
    #expect(rng.integer(in: 0..<1000) == expected.then)
  }

  @Test func shuffleIsNumPys() {
    var rng = NumPyRandom(seed: 5)
    var elements = Array(10..<20)
    rng.shuffle(&elements)
    #expect(elements == RandomOracle.shuffled)
  }

  @Test func permutationOfElementsIsAShuffle() {
    var rng = NumPyRandom(seed: 5)
    #expect(rng.permutation(Array(10..<20)) == RandomOracle.shuffled)
    rng = NumPyRandom(seed: 5)
    #expect(rng.permutation(10).map { $0 + 10 } == RandomOracle.shuffled)
  }

  @Test(arguments: [0, 1]) func shortPermutationsDrawNothing(count: Int) {
    var rng = NumPyRandom(seed: 5)
    let start = rng
    #expect(rng.permutation(count) == Array(0..<count))
    #expect(rng == start)
  }
}
