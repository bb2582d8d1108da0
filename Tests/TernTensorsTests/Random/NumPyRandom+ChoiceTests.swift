import TernTensors
import Testing

struct NumPyRandomChoiceTests {
  let probabilities = [0.1, 0, 0.3, 0.2, 0.15, 0.05, 0.2]

  @Test func choiceIsNumPys() {
    var rng = NumPyRandom(seed: 5)
    #expect(rng.choice(10, count: 20) == RandomOracle.choice)
  }

  @Test func distinctChoiceIsNumPys() {
    var rng = NumPyRandom(seed: 5)
    #expect(rng.choice(10, count: 7, replacing: false) == RandomOracle.choiceDistinct)
  }

  @Test func weightedChoiceIsNumPys() {
    var rng = NumPyRandom(seed: 5)
    let drawn = rng.choice(7, count: 20, probabilities: probabilities)
    #expect(drawn == RandomOracle.choiceWeighted)
  }

  @Test func weightedDistinctChoiceIsNumPys() {
    var rng = NumPyRandom(seed: 5)
    let drawn = rng.choice(7, count: 6, replacing: false, probabilities: probabilities)
    #expect(drawn == RandomOracle.choiceWeightedDistinct)
  }

  /// Most draws of a round repeat one another, so that there are many rounds.
  @Test func skewedDistinctChoiceIsNumPys() {
    var rng = NumPyRandom(seed: 6)
    let drawn = rng.choice(
      50, count: 40, replacing: false, probabilities: RandomOracle.skewed)
    #expect(drawn == RandomOracle.choiceSkewedDistinct)
  }

  @Test func choiceOfElementsIsThatOfTheirIndices() {
    var rng = NumPyRandom(seed: 5)
    _ = rng.permutation(10)
    #expect((0..<5).map { _ in rng.choice([10, 20, 30]) } == RandomOracle.thenChoice)
    rng = NumPyRandom(seed: 5)
    let letters = Array("abcdefghij")
    let drawn = rng.choice(letters, count: 7, replacing: false)
    #expect(drawn == RandomOracle.choiceDistinct.map { letters[$0] })
  }

  @Test func nothingCanBeChosenOfNothing() {
    var rng = NumPyRandom(seed: 5)
    #expect(rng.choice(0, count: 0) == [])
    #expect(rng.choice([Int](), count: 0, replacing: false) == [])
  }
}
