import Foundation
import Tern
import TestSupport
import Testing

struct RandomGammaTests {
  /// The regularised incomplete gamma function P(a, x), by its series.
  private func gammaProbability(_ shape: Double, below x: Double) -> Double {
    if x <= 0 { return 0 }
    var term = exp(shape * log(x) - x - lgamma(shape + 1))
    var (sum, n) = (term, shape)
    while term > 1e-17 * sum {
      n += 1
      term *= x / n
      sum += term
    }
    return sum
  }

  @Test func exponentialDrawsAreDistributedSo() {
    var rng = Philox(seed: 21)
    let doubles = Tensor<Double>(randomExponential: [20_000], scale: 3, using: &rng).scalars
    #expect(kolmogorovSmirnov(doubles) { 1 - exp(-$0 / 3) } < 1.63)
    #expect(abs(sampleMean(doubles) - 3) < 0.06)
    let floats = Tensor<Float>(randomExponential: [20_000], using: &rng).scalars
    #expect(kolmogorovSmirnov(floats) { 1 - exp(-$0) } < 1.63)
    #expect(doubles.allSatisfy { $0 > 0 } && floats.allSatisfy { $0 > 0 })
    #expect(Tensor<Float>(randomExponential: [7], scale: 0, using: &rng) == Tensor(zeros: [7]))
  }

  @Test(arguments: [0.05, 0.5, 0.999, 1, 1.5, 7, 300])
  func gammaDrawsAreDistributedSo(concentration: Double) {
    var rng = Philox(seed: 22)
    let drawn = Tensor<Double>(
      randomGamma: [20_000], concentration: concentration, scale: 2, using: &rng
    ).scalars
    #expect(kolmogorovSmirnov(drawn) { gammaProbability(concentration, below: $0 / 2) } < 1.63)
    let deviation = (concentration * 4 / 20_000).squareRoot()
    #expect(abs(sampleMean(drawn) - 2 * concentration) < 3 * deviation)
    let each = Tensor<Float>(
      randomGamma: Tensor(full: [20_000], Float(concentration)), using: &rng
    ).scalars
    if concentration >= 0.5 {  // below that many numbers are less than a `Float` can be
      #expect(kolmogorovSmirnov(each) { gammaProbability(concentration, below: $0) } < 1.63)
    }
  }

  @Test func eachElementHasItsOwnConcentration() {
    let concentrations = Tensor<Double>([0.1, 1, 10, 100]).broadcast(to: [20_000, 4])
    var rng = Philox(seed: 23)
    let means = Tensor(randomGamma: concentrations, using: &rng).mean(along: 0)
    for (mean, expected) in zip(means.scalars, [0.1, 1, 10, 100]) {
      #expect(abs(mean - expected) < 4 * (expected / 20_000).squareRoot())
    }
  }

  @Test func betaDrawsAreDistributedSo() {
    var rng = Philox(seed: 24)
    func drawn(_ alpha: Double, _ beta: Double) -> [Double] {
      Tensor(randomBeta: [20_000], alpha, beta, using: &rng).scalars
    }
    #expect(kolmogorovSmirnov(drawn(0.5, 0.5)) { 2 / .pi * asin($0.squareRoot()) } < 1.63)
    #expect(kolmogorovSmirnov(drawn(1, 1)) { $0 } < 1.63)
    #expect(kolmogorovSmirnov(drawn(7, 1)) { pow($0, 7) } < 1.63)
    #expect(kolmogorovSmirnov(drawn(1, 0.25)) { 1 - pow(1 - $0, 0.25) } < 1.63)
    #expect(
      kolmogorovSmirnov(drawn(2, 3)) { x in 6 * x * x - 8 * x * x * x + 3 * x * x * x * x } < 1.63)
  }

  /// Both gamma numbers are less than any `Double` then; half of the draws are 0, half 1.
  @Test func tinyParametersOfBetaAreCoins() {
    var rng = Philox(seed: 25)
    let drawn = Tensor<Double>(randomBeta: [10_000], 1e-5, 1e-5, using: &rng)
    #expect(drawn.scalars.allSatisfy { (0...1).contains($0) })
    #expect(abs(drawn.mean().scalar - 0.5) < 0.02)
    let tiny = Tensor<Double>(randomGamma: [100], concentration: 1e-5, using: &rng)
    #expect(tiny.scalars.allSatisfy { $0 >= 0 && $0.isFinite })
  }

  @Test(arguments: [[], [0], [1], [7], [17, 3], [1023], [5000]] as [Shape])
  func bitsDoNotDependOnThreads(shape: Shape) {
    expectReproducible { Tensor<Float>(randomExponential: shape, using: &$0) }
    expectReproducible { Tensor<Double>(randomGamma: shape, concentration: 0.5, using: &$0) }
    expectReproducible { Tensor<Float>(randomGamma: Tensor(ones: shape), using: &$0) }
    expectReproducible { Tensor<Double>(randomBeta: shape, 2, 0.5, using: &$0) }
    #expect(Tensor<Float>(randomExponential: shape).shape == shape)
    #expect(Tensor<Float>(randomGamma: shape, concentration: 2).shape == shape)
    #expect(Tensor<Float>(randomGamma: Tensor(ones: shape)).shape == shape)
    #expect(Tensor<Float>(randomBeta: shape, 1, 2).shape == shape)
  }
}
