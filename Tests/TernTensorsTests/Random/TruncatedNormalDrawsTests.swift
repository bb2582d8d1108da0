import Foundation
import TernTensors
import Testing

struct TruncatedNormalDrawsTests {
  private func probability(below x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

  @Test(arguments: [-2...2, -1...3, 0.5...0.75, -8 ... -3, 3...8] as [ClosedRange<Double>])
  func fillTheBoundsNormally(bounds: ClosedRange<Double>) {
    // The mirror image keeps the probabilities of a range above 0 away from 1.
    let (a, b) = (bounds.lowerBound, bounds.upperBound)
    let mirrored = a > 0 ? -b ... -a : bounds
    let first = probability(below: mirrored.lowerBound)
    let width = probability(below: mirrored.upperBound) - first
    let cumulative = { (z: Double) in (self.probability(below: z) - first) / width }
    var rng = Philox(seed: 5)
    let floats = filledArray(20_000, Float.self) {
      rng.fillTruncatedNormal($0, mean: 1, standardDeviation: 2, within: Float(a)...Float(b))
    }
    let standard = floats.map { a > 0 ? (1 - $0) / 2 : ($0 - 1) / 2 }
    #expect(standard.allSatisfy { mirrored.contains(Double($0)) })
    #expect(kolmogorovSmirnov(standard, cumulative) < 1.63)
    let doubles = filledArray(20_000, Double.self) { rng.fillTruncatedNormal($0, within: bounds) }
    #expect(doubles.allSatisfy(bounds.contains))
    #expect(kolmogorovSmirnov(doubles.map { a > 0 ? -$0 : $0 }, cumulative) < 1.63)
  }

  @Test func twoDeviationsLeaveTheStatedSpread() {
    var rng = Philox(seed: 5)
    let drawn = filledArray(50_000, Double.self) { rng.fillTruncatedNormal($0) }
    #expect(abs(sampleVariance(drawn).squareRoot() - 0.8796) < 0.006)
  }

  /// Out there every probability is 0, and nothing but the bounds remains to be drawn.
  @Test(arguments: [50...60, -60 ... -50, 1...1] as [ClosedRange<Double>])
  func impossibleBoundsAreKept(bounds: ClosedRange<Double>) {
    var rng = Philox(seed: 5)
    let drawn = filledArray(100, Double.self) { rng.fillTruncatedNormal($0, within: bounds) }
    #expect(drawn.allSatisfy(bounds.contains))
  }

  @Test func infiniteBoundsAreNone() {
    var rng = Philox(seed: 5)
    let drawn = filledArray(20_000, Double.self) {
      rng.fillTruncatedNormal($0, within: -.infinity ... .infinity)
    }
    #expect(kolmogorovSmirnov(drawn, probability(below:)) < 1.63)
  }
}
