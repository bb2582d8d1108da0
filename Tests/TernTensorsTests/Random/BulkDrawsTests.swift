import TernTensors
import Testing

/// A bulk draw is the same however the generator's words reach it.
struct BulkDrawsTests {
  static let counts = [0, 1, 2, 3, 7, 8, 17, 511, 512, 513, 1023, 1024, 1025, 3001]

  @Test(arguments: counts) func wordsAreThoseOfNext(count: Int) {
    expectSame { generator in filledArray(count, UInt64.self) { generator.fillWords($0) } }
    var rng = Philox(seed: 8)
    var numpy = NumPyRandom(seed: 8)
    let words = (0..<count).map { _ in numpy.next() }
    numpy = NumPyRandom(seed: 8)
    #expect(filledArray(count) { numpy.fillWords($0) } == words)
    let drawn = filledArray(count) { rng.fillWords($0) }
    rng = Philox(seed: 8)
    #expect(drawn == (0..<count).map { _ in rng.next() })
  }

  @Test(arguments: counts) func drawsDoNotDependOnTheWay(count: Int) {
    expectSame { generator in filledArray(count, Float.self) { generator.fillUniform($0) } }
    expectSame { generator in filledArray(count, Double.self) { generator.fillUniform($0) } }
    expectSame { generator in filledArray(count, Float.self) { generator.fillNormal($0) } }
    expectSame { generator in filledArray(count, Double.self) { generator.fillNormal($0) } }
    expectSame { generator in filledArray(count, Float.self) { generator.fillTruncatedNormal($0) } }
    expectSame { generator in
      filledArray(count, Bool.self) {
        generator.fillBernoulli($0, probability: 0.3, success: true, failure: false)
      }
    }
    expectSame { generator in generator.permutation(count) }
  }

  /// An even number of draws leaves no word half used.
  @Test func drawsGoOnWhereTheLastOneEnded() {
    var whole = Philox(seed: 4)
    var parts = Philox(seed: 4)
    let expected = filledArray(1502, Float.self) { whole.fillNormal($0) }
    let first = filledArray(1024, Float.self) { parts.fillNormal($0) }
    let second = filledArray(478, Float.self) { parts.fillNormal($0) }
    #expect(first + second == expected)
    #expect(parts == whole)
  }

  private func expectSame<Drawn: Equatable>(
    _ draw: (inout any RandomNumberGenerator) -> Drawn,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for offset in 0..<4 {
      var philox = Philox(seed: 8)
      philox.skip(words: offset)
      var fast: any RandomNumberGenerator = philox
      var slow: any RandomNumberGenerator = HiddenPhilox(philox: philox)
      #expect(draw(&fast) == draw(&slow), sourceLocation: sourceLocation)
      #expect(fast.next() == slow.next(), sourceLocation: sourceLocation)
    }
  }
}
