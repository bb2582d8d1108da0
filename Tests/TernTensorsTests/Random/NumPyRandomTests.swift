import Foundation
import TernTensors
import Testing

struct NumPyRandomTests {
  @Test(arguments: RandomOracle.sequences.indices) func sequencesAreNumPys(row: Int) {
    let expected = RandomOracle.sequences[row]
    let start = NumPyRandom(seed: expected.seed)
    var rng = start
    #expect(fingerprint(rng.uniform(count: 2000)) == expected.uniform)
    rng = start
    #expect(fingerprint(rng.normal(count: 2001)) == expected.normal)
    rng = start
    #expect(fingerprint(rng.permutation(1000)) == expected.permutation)
  }

  @Test(arguments: zip([[0], [1, 2, 3], [.max, 0, 7], Array(0..<700)], RandomOracle.arraySeeds))
  func arraySeedsAreNumPys(seed: [UInt32], expected: UInt64) {
    var rng = NumPyRandom(seed: seed)
    #expect(fingerprint(rng.uniform(count: 1000)) == expected)
  }

  @Test func oneByOneIsTheSame() {
    var rng = NumPyRandom(seed: 0)
    #expect((0..<5).map { _ in rng.uniform() } == RandomOracle.uniform0)
    rng = NumPyRandom(seed: 0)
    #expect((0..<5).map { _ in rng.normal() } == RandomOracle.normal0)
  }

  @Test func rangesAndScalesAreNumPys() {
    var rng = NumPyRandom(seed: 3)
    #expect(rng.uniform(count: 5, in: -2.5..<7.25) == RandomOracle.uniformRange)
    rng = NumPyRandom(seed: 3)
    #expect(rng.normal(count: 5, mean: 5.5, standardDeviation: 0.3) == RandomOracle.normalScaled)
  }

  @Test func interleavedDrawsAreNumPys() {
    var rng = NumPyRandom(seed: 2024)
    var draws: [Double] = []
    for round in 0..<300 {
      draws += rng.normal(count: round % 4)
      draws.append(rng.uniform())
      draws.append(Double(rng.integer(in: -3..<9)))
      draws.append(Double(rng.integer(in: 0..<1 << 40)))
      draws.append(rng.normal())
      draws.append(rng.normal(mean: 2, standardDeviation: 3))
      draws.append(rng.uniform(in: -1..<4))
      draws += rng.permutation(5).map(Double.init)
      draws += rng.choice(8, count: 3, replacing: false).map(Double.init)
    }
    #expect(fingerprint(draws) == RandomOracle.interleaved)
  }

  /// The course network of SYSTEMS.md B1, whose scores are published.
  @Test func toyNetworkIsThePublishedOne() {
    var rng = NumPyRandom(seed: 0)
    let first = rng.normal(count: 40).map { 0.1 * $0 }
    let second = rng.normal(count: 30).map { 0.1 * $0 }
    #expect(fingerprint(first) == RandomOracle.toyFirstWeights)
    #expect(fingerprint(second) == RandomOracle.toySecondWeights)
    let batches = (0..<100).flatMap { _ in rng.choice(5, count: 200) }
    #expect(fingerprint(batches) == RandomOracle.toyBatches)
    var inputs = NumPyRandom(seed: 1)
    #expect(inputs.normal(count: 20).map { 10 * $0 } == RandomOracle.toyInputs)
  }

  @Test func stateIsNumPys() {
    var rng = NumPyRandom(seed: 9)
    _ = rng.normal(count: 301)
    #expect(fingerprint(rng.state) == RandomOracle.stateAfter301Normals)
  }

  @Test(arguments: [0, 1, 2, 311, 312, 313, 999]) func stateRestoresAnyPlace(drawn: Int) throws {
    var rng = NumPyRandom(seed: 7)
    _ = rng.normal(count: drawn)
    var restored = try #require(NumPyRandom(state: rng.state))
    #expect(restored == rng)
    #expect(restored.normal(count: 1001) == rng.normal(count: 1001))
  }

  @Test func otherIntegersAreNoState() {
    let state = NumPyRandom(seed: 7).state
    #expect(NumPyRandom(state: []) == nil)
    #expect(NumPyRandom(state: state.dropLast()) == nil)
    #expect(NumPyRandom(state: state + [0]) == nil)
    let changes: [(Int, UInt64)] = [(0, 1 << 32), (624, 625), (624, .max), (625, 2), (626, .max)]
    for (index, value) in changes {
      var changed = state
      changed[index] = value
      #expect(NumPyRandom(state: changed) == nil)
    }
    let zeros = [UInt64](repeating: 0, count: 627)
    #expect(NumPyRandom(state: zeros) == nil)
  }

  @Test func survivesCoding() throws {
    var rng = NumPyRandom(seed: 7)
    _ = rng.normal()
    let data = try JSONEncoder().encode(rng)
    #expect(try JSONDecoder().decode(NumPyRandom.self, from: data) == rng)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(NumPyRandom.self, from: Data("[1]".utf8))
    }
  }

  @Test func copyContinuesIdentically() {
    var rng = NumPyRandom(seed: 5)
    _ = rng.normal()
    var copy = rng
    let drawn = rng.normal(count: 700)
    #expect(copy.normal(count: 700) == drawn)
    #expect(copy == rng)
  }

  @Test func nextTakesTwoWordsHighHalfFirst() {
    var rng = NumPyRandom(seed: 5489)  // the reference's default seed, whose words are published
    let words: [UInt64] = [3_499_211_612, 581_869_302]
    #expect(rng.next() == words[0] << 32 | words[1])
  }

  @Test func systemSeedsDiffer() {
    #expect(NumPyRandom() != NumPyRandom())
  }
}
