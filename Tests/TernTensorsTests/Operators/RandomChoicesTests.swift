import Tern
import TestSupport
import Testing

struct RandomChoicesTests {
  private func counts(_ drawn: Tensor<Int32>, of categories: Int) -> [Int] {
    drawn.scalars.reduce(into: [Int](repeating: 0, count: categories)) { $0[Int($1)] += 1 }
  }

  @Test func categoriesAreAsProbableAsSaid() {
    let weights: [Float] = [0, 1, 2, 0, 3, 4, 0]
    var rng = Philox(seed: 51)
    let drawn = Tensor<Int32>(randomCategorical: Tensor(weights), count: 40_000, using: &rng)
    let found = counts(drawn, of: 7)
    #expect(found[0] == 0 && found[3] == 0 && found[6] == 0)
    #expect(chiSquaredDeviation(found, weights.map { Double($0) / 10 }) < 2.33)
    let logits = Tensor(weights).log()  // log 0 = −∞
    let same = Tensor<Int32>(randomCategoricalLogits: logits, count: 40_000, using: &rng)
    #expect(counts(same, of: 7)[3] == 0)
    #expect(chiSquaredDeviation(counts(same, of: 7), weights.map { Double($0) / 10 }) < 2.33)
  }

  @Test func rowsHaveTheirOwnProbabilities() {
    let certain = Tensor<Double>(oneHot: [[2, 0], [1, 3], [3, 3]], classes: 4)
    let expected: Tensor<Int32> = [[2, 0], [1, 3], [3, 3]]
    #expect(Tensor<Int32>(randomCategorical: certain) == expected)
    #expect(Tensor<Int32>(randomCategoricalLogits: certain * 1e5) == expected)
    let several = Tensor<Int32>(randomCategorical: certain, count: 5)
    #expect(several == expected.expandingAxis(at: 2).broadcast(to: [3, 2, 5]))
    #expect(Tensor<Int32>(randomCategoricalLogits: certain, count: 0).shape == [3, 2, 0])
    #expect(Tensor<Int32>(randomCategorical: Tensor<Double>([7])).shape == [])
    #expect(Tensor<Int32>(randomCategorical: Tensor<Double>(zeros: [0, 3])).shape == [0])
  }

  @Test func choicesWithReplacementAreIndependent() {
    var rng = Philox(seed: 52)
    let drawn = Tensor<Int32>(randomChoice: 9, count: 30_000, using: &rng)
    #expect(
      chiSquaredDeviation(counts(drawn, of: 9), [Double](repeating: 1 / 9, count: 9)) < 2.33)
    let weights: Tensor<Double> = [3, 0, 1]
    let weighted = Tensor<Int32>(randomChoice: 3, count: 10_000, weights: weights, using: &rng)
    let found = counts(weighted, of: 3)
    #expect(found[1] == 0 && abs(found[0] - 7_500) < 130)
  }

  @Test(arguments: [(0, 0), (1, 1), (7, 3), (1000, 1000)])
  func choicesWithoutReplacementAreDistinct(population: Int, count: Int) {
    var rng = Philox(seed: 53)
    let plain = Tensor<Int32>(randomChoice: population, count: count, replacing: false, using: &rng)
    let weighted = Tensor<Int32>(
      randomChoice: population, count: count, replacing: false,
      weights: Tensor(arange: 1, Double(population + 1)), using: &rng)
    for drawn in [plain, weighted] {
      #expect(drawn.shape == [count] && Set(drawn.scalars).count == count)
      #expect(drawn.scalars.allSatisfy { (0..<Int32(population)).contains($0) })
    }
  }

  /// The probability of i and then j is w(i) · w(j) / (1 − w(i)).
  @Test func weightsHoldForWhatIsLeft() {
    let weights: Tensor<Double> = [0.5, 0.3, 0, 0.2]
    var rng = Philox(seed: 54)
    var found = [Int](repeating: 0, count: 16)
    for _ in 0..<20_000 {
      let pair = Tensor<Int32>(
        randomChoice: 4, count: 2, replacing: false, weights: weights, using: &rng
      ).scalars
      found[Int(4 * pair[0] + pair[1])] += 1
    }
    let expected = (0..<16).map { pair in
      let (i, j) = (weights.scalars[pair / 4], weights.scalars[pair % 4])
      return pair / 4 == pair % 4 ? 0 : i * j / (1 - i)
    }
    #expect(chiSquaredDeviation(found, expected) < 2.33)
    #expect(zip(found, expected).allSatisfy { $1 > 0 || $0 == 0 })
  }

  @Test func samplesAreSlices() {
    let x = Tensor<Double>(arange: 0, 24).reshaped(to: [2, 4, 3])
    var rng = Philox(seed: 55)
    var same = rng
    let sample = x.sampled(9, along: 1, using: &rng)
    #expect(
      sample == x.taking(Tensor<Int32>(randomChoice: 4, count: 9, using: &same), along: 1))
    #expect(x.sampled(4, along: -2, replacing: false).sorted(along: 1) == x)
    #expect(x.sampled(0).shape == [0, 4, 3])
    expectGradients([2, 4, 3]) { x in
      var rng = Philox(seed: 55)
      return x.sampled(5, along: 1, using: &rng)
    }
  }

  @Test(arguments: [0, 1, 7, 1023, 5000]) func bitsDoNotDependOnThreads(count: Int) {
    let weights: Tensor<Double> = [[1, 2, 3], [4, 0, 1]]
    expectReproducible { Tensor<Int32>(randomCategorical: weights, count: count, using: &$0) }
    expectReproducible { Tensor<Int32>(randomCategoricalLogits: weights, count: count, using: &$0) }
    expectReproducible { Tensor<Int32>(randomChoice: 5, count: count, using: &$0) }
    #expect(
      Tensor<Int32>(randomChoice: 5, count: count, weights: [1, 0, 1, 0, 1]).shape == [count])
  }
}
