import Tern
import TestSupport
import Testing

// Values are compared with NumPy's in ReductionsOracleTests.

struct StatisticsTests {
  @Test func gradients() {
    expectGradients([3, 5]) { x in x.covariance() }
    expectGradients([2, 2, 4]) { x in x.covariance(correction: 0) }
    expectGradients([6]) { x in x.covariance() }
    // The diagonal is constant; the others are inside of the bounds.
    expectGradients([3, 5]) { x in x.correlation().triu(diagonal: 1) }
    expectGradients([3, 4]) { x in x.diff(count: 2).squared() }
    expectGradients([3, 4]) { x in x.diff(along: 0).squared() }
  }

  @Test func differencesOfIntegersWrapRound() {
    #expect(Tensor<UInt8>([3, 2, 7, 7]).diff() == [255, 5, 0])
    #expect(Tensor<UInt8>([3, 2, 7, 7]).diff(count: 2) == [6, 251])
    #expect(Tensor<Int32>([.min, .max, 0]).diff().scalars == [-1, -Int32.max])
    let x: Tensor<Int64> = [[1, 4, 9], [16, 25, 36]]
    #expect(x.diff() == [[3, 5], [9, 11]] && x.diff(along: 0) == [[15, 21, 27]])
    #expect(x.diff(count: 0) == x)
    #expect(x.diff(count: 5).shape == [2, 0] && Tensor<Int64>(zeros: [0]).diff().shape == [0])
  }

  @Test func batchesHaveMatricesOfTheirOwn() {
    let x: Tensor<Double> = seeded([4, 3, 7])
    expectClose(x.covariance()[2], x[2].covariance())
    expectClose(x.correlation()[1], x[1].correlation())
  }

  @Test func weightsOfHistogramsAreDifferentiable() {
    let x = Tensor<Double>([0.1, 0.9, 2, 0.2, .nan, -1])
    expectGradients([6]) { weights in
      x.histogram(bins: 2, range: 0...1, weights: weights).sums.squared()
    }
    expectGradients([4]) { weights in
      Tensor<Int32>([0, 3, 0, 1]).binSums(weights: weights).squared()
    }
  }

  @Test func manyElementsAreCounted() {
    let x: Tensor<Float> = seeded([200_000], in: -1...1)
    let (counts, edges) = x.histogram(bins: 16, range: -1...1)
    #expect(counts == x.histogram(edges: edges))
    #expect(counts.scalars.reduce(0, +) == 200_000)
  }

  @Test func nothingHasNoHistogram() {
    let (counts, edges) = Tensor<Double>(zeros: [0]).histogram(bins: 2)
    #expect(counts == [0, 0] && edges == [0, 0.5, 1])
    let (equal, bounds) = Tensor<Double>(full: [3], 2).histogram(bins: 2)
    #expect(equal == [0, 3] && bounds == [1.5, 2, 2.5])
    #expect(Tensor<Int32>([]).binCounts(minimumLength: 2) == [0, 0])
  }
}
