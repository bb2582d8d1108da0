import Foundation
import TernTensors
import Testing

struct PhiloxTests {
  /// Random123's `kat_vectors`, "philox4x32 10": counter, key and block, first word first.
  @Test(
    arguments: [
      ([0, 0, 0, 0], [0x6627_E8D5_E169_C58D, 0xBC57_AC4C_9B00_DBD8]),
      ([.max, .max, .max, 0], [0x408F_276D_41C8_3B0E, 0xA20B_C7C6_6D54_51FD]),
      (
        [0x299F_31D0_A409_3822, 0x85A3_08D3_243F_6A88, 0x0370_7344_1319_8A2E, 0],
        [0xD16C_FE09_94FD_CCEB, 0x5001_E420_2412_6EA1]
      ),
    ] as [([UInt64], [UInt64])]) func knownAnswers(state: [UInt64], answer: [UInt64]) throws
  {
    var rng = try #require(Philox(state: state))
    let words = (0..<4).map { _ in rng.nextWord() }
    let expected = answer.flatMap { x -> [UInt32] in
      [UInt32(x >> 32), UInt32(truncatingIfNeeded: x)]
    }
    #expect(words == expected)
  }

  @Test func seedIsKeyAndStreamIsUpperCounter() {
    let rng = Philox(seed: 42, stream: 7)
    #expect(rng.state == [42, 0, 7, 0])
  }

  @Test func nextTakesTwoWordsLowHalfFirst() {
    var rng = Philox(seed: 42)
    let words = RandomOracle.philoxSeed42
    for i in stride(from: 0, to: words.count, by: 2) {
      #expect(rng.next() == UInt64(words[i]) | UInt64(words[i + 1]) << 32)
    }
  }

  @Test(arguments: RandomOracle.philox.indices) func streamsAgreeWithPython(row: Int) throws {
    let expected = RandomOracle.philox[row]
    let state = [expected.seed, expected.block, expected.stream, 0]
    let start = try #require(Philox(state: state))
    var rng = start
    let words = (0..<5000).map { _ in rng.nextWord() }
    #expect(fingerprint(words.map(UInt64.init)) == expected.fingerprint)
    var bulk = start
    #expect(filledArray(5000) { bulk.fill($0) } == words)
    #expect(bulk == rng)
  }

  @Test(arguments: 0..<4) func bulkFillsAreTheSameStream(offset: Int) {
    for count in [0, 1, 2, 3, 4, 5, 7, 255, 256, 257, 1023] {
      var single = Philox(seed: 9)
      single.skip(words: offset)
      var bulk = single
      let words = (0..<count).map { _ in single.next() }
      #expect(filledArray(count) { bulk.fill($0) } == words)
      let halves = (0..<count).map { _ in single.nextWord() }
      #expect(filledArray(count) { bulk.fill($0) } == halves)
      #expect(bulk.next() == single.next())
      #expect(bulk == single)
    }
  }

  @Test func skippingIsDrawing() {
    for count in [0, 1, 2, 3, 4, 5, 11, 4000] {
      for offset in 0..<4 {
        var drawn = Philox(seed: 3, stream: .max)
        for _ in 0..<offset { _ = drawn.nextWord() }
        var skipped = drawn
        for _ in 0..<count { _ = drawn.nextWord() }
        skipped.skip(words: count)
        #expect(skipped == drawn)
        #expect(skipped.next() == drawn.next())
      }
    }
  }

  @Test(arguments: 0..<9) func stateRestoresAnyPlace(drawn: Int) throws {
    var rng = Philox(seed: 12, stream: 34)
    for _ in 0..<drawn { _ = rng.nextWord() }
    var restored = try #require(Philox(state: rng.state))
    #expect(restored == rng)
    #expect(restored.hashValue == rng.hashValue)
    #expect((0..<10).map { _ in restored.next() } == (0..<10).map { _ in rng.next() })
  }

  @Test(
    arguments: [[], [1, 2, 3], [1, 2, 3, 4], [1, 2, 3, .max], [1, 2, 3, 0, 0]] as [[UInt64]])
  func otherIntegersAreNoState(state: [UInt64]) {
    #expect(Philox(state: state) == nil)
  }

  @Test func survivesCoding() throws {
    var rng = Philox(seed: .max, stream: 5)
    rng.skip(words: 7)
    let data = try JSONEncoder().encode(rng)
    #expect(try JSONDecoder().decode(Philox.self, from: data) == rng)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Philox.self, from: Data("[1,2,3,4]".utf8))
    }
  }

  @Test func copyContinuesIdentically() {
    var rng = Philox(seed: 1)
    _ = rng.nextWord()
    var copy = rng
    let drawn = (0..<9).map { _ in rng.next() }
    #expect((0..<9).map { _ in copy.next() } == drawn)
  }

  @Test func splitDrawsSeedAndStream() {
    var rng = Philox(seed: 42)
    var same = rng
    let child = rng.split()
    #expect(child == Philox(seed: same.next(), stream: same.next()))
    #expect(rng == same)
    #expect(rng.split() != child)
  }

  @Test func systemSeedsDiffer() {
    #expect(Philox() != Philox())
  }
}
