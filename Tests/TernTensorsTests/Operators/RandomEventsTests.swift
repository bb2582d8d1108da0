import Foundation
import Tern
import TestSupport
import Testing

struct RandomEventsTests {
  @Test func boolsAreTrueAsOftenAsSaid() {
    var rng = Philox(seed: 31)
    let coins = Tensor<Bool>(randomBernoulli: [200, 100], probability: 0.3, using: &rng)
    #expect(abs(Double(coins.trueCount()) / 20_000 - 0.3) < 0.01)
    #expect(!Tensor<Bool>(randomBernoulli: [17], probability: 0, using: &rng).any())
    #expect(Tensor<Bool>(randomBernoulli: [17], probability: 1, using: &rng).all())
    #expect(Tensor<Bool>(randomBernoulli: [0, 3], probability: 1).shape == [0, 3])
  }

  @Test func eachCoinHasItsOwnProbability() {
    let probabilities = Tensor<Float>([0, 0.1, 0.75, 1]).broadcast(to: [10_000, 4])
    var rng = Philox(seed: 32)
    let coins = Tensor(randomBernoulli: probabilities, using: &rng)
    let means = coins.asType(Double.self).mean(along: 0).scalars
    #expect(means[0] == 0 && abs(means[1] - 0.1) < 0.01)
    #expect(means[3] == 1 && abs(means[2] - 0.75) < 0.015)
  }

  /// Rates on both sides of 10, where the method changes.
  @Test(arguments: [0.01, 0.7, 3, 9.99, 10, 11.5, 40, 1000])
  func poissonDrawsAreDistributedSo(rate: Double) {
    var rng = Philox(seed: 33)
    let drawn = Tensor<Int32>(randomPoisson: [50_000], rate: rate, using: &rng).scalars
    let greatest = Int(rate + 10 * rate.squareRoot() + 20)
    var counts = [Int](repeating: 0, count: greatest + 1)
    for k in drawn { counts[Int(k)] += 1 }
    let probabilities = (0...greatest).map { k in
      exp(Double(k) * log(rate) - rate - lgamma(Double(k) + 1))
    }
    if rate > 0.1 { #expect(chiSquaredDeviation(counts, probabilities) < 2.33) }
    #expect(abs(sampleMean(drawn.map(Double.init)) - rate) < 3.5 * (rate / 50_000).squareRoot())
    let variance = sampleVariance(drawn.map(Double.init))
    #expect(abs(variance / rate - 1) < 4 * ((2 + 1 / rate) / 50_000).squareRoot())
  }

  /// So large that the distribution is normal, and logarithms of factorials cancel.
  @Test(arguments: [1e9, 1e12, 0x1p52]) func hugeRatesAreNormal(rate: Double) {
    var rng = Philox(seed: 34)
    let drawn = Tensor<Double>(randomPoisson: [20_000], rate: rate, using: &rng).scalars
    let standard = drawn.map { ($0 - rate) / rate.squareRoot() }
    #expect(kolmogorovSmirnov(standard) { 0.5 * erfc(-$0 / 2.0.squareRoot()) } < 1.63)
  }

  @Test func eachElementHasItsOwnRate() {
    let rates = Tensor<Double>([0, 2, 50]).broadcast(to: [20_000, 3])
    var rng = Philox(seed: 35)
    let drawn = Tensor<Double>(randomPoisson: rates, using: &rng)
    let means = drawn.mean(along: 0).scalars
    #expect(means[0] == 0 && abs(means[1] - 2) < 0.04 && abs(means[2] - 50) < 0.2)
    #expect(Tensor<Int32>(randomPoisson: [7], rate: 0) == Tensor(zeros: [7]))
    #expect(Tensor<UInt8>(randomPoisson: [7], rate: 1e6) == Tensor(full: [7], 255))
  }

  @Test(arguments: [[], [0], [1], [7], [17, 3], [1023], [5000]] as [Shape])
  func bitsDoNotDependOnThreads(shape: Shape) {
    expectReproducible { Tensor<Int32>(randomPoisson: shape, rate: 4, using: &$0) }
    expectReproducible { Tensor<Float>(randomPoisson: shape, rate: 40, using: &$0) }
    expectReproducible { Tensor<Int64>(randomPoisson: Tensor<Float>(ones: shape), using: &$0) }
    #expect(Tensor<Int32>(randomPoisson: Tensor<Float>(ones: shape)).shape == shape)
    #expect(Tensor<Bool>(randomBernoulli: Tensor<Float>(ones: shape)).all())
  }
}
