import Foundation
import TernTensors
import Testing

struct NormalDrawsTests {
  /// Box and Muller as in the book, in double precision and with the C library's functions.
  private func reference(u: Double, octant: UInt32, angle: Double) -> (Double, Double) {
    let radius = (-2 * log(u)).squareRoot()
    let (c, s) = octant & 1 == 1 ? (sin(angle), cos(angle)) : (cos(angle), sin(angle))
    return (octant & 4 == 0 ? radius * c : -radius * c, octant & 2 == 0 ? radius * s : -radius * s)
  }

  @Test func floatsAreBoxMuller() {
    var rng = Philox(seed: 6)
    var words = rng
    let drawn = filledArray(10_000, Float.self) { rng.fillNormal($0) }
    for i in stride(from: 0, to: drawn.count, by: 2) {
      let (radius, angle) = (words.nextWord(), words.nextWord())
      let (x, y) = reference(
        u: (Double(radius >> 1) + 0.5) / 0x1p31, octant: angle >> 29,
        angle: Double(angle & 0x1FFF_FFFF) / 0x1p29 * .pi / 4)
      // Near u = 1 the rounding of u itself, 3e-8, is what remains of ln u.
      let tolerance = 1e-6 + 1e-7 / hypot(x, y)
      #expect(abs(Double(drawn[i]) - x) < tolerance && abs(Double(drawn[i + 1]) - y) < tolerance)
    }
  }

  @Test func doublesAreBoxMuller() {
    var rng = Philox(seed: 6)
    var words = rng
    let drawn = filledArray(10_000, Double.self) { rng.fillNormal($0) }
    for i in stride(from: 0, to: drawn.count, by: 2) {
      let (radius, angle) = (words.next(), words.next())
      let (x, y) = reference(
        u: (Double(radius >> 12) + 0.5) / 0x1p52, octant: UInt32(angle >> 61),
        angle: (Double(angle & 0xF_FFFF_FFFF_FFFF) + 0.5) / 0x1p52 * .pi / 4)
      #expect(abs(drawn[i] - x) < 4e-15 && abs(drawn[i + 1] - y) < 4e-15)
    }
  }

  @Test func areNormal() {
    var rng = Philox(seed: 7)
    let floats = filledArray(50_000, Float.self) {
      rng.fillNormal($0, mean: 3, standardDeviation: 2)
    }
    #expect(abs(sampleMean(floats) - 3) < 0.03)
    #expect(abs(sampleVariance(floats) - 4) < 0.1)
    #expect(kolmogorovSmirnov(floats) { 0.5 * erfc((3 - $0) / 8.0.squareRoot()) } < 1.63)
    let doubles = filledArray(50_000, Double.self) { rng.fillNormal($0) }
    #expect(abs(sampleMean(doubles)) < 0.015)
    #expect(abs(sampleVariance(doubles) - 1) < 0.025)
    #expect(kolmogorovSmirnov(doubles) { 0.5 * erfc(-$0 / 2.0.squareRoot()) } < 1.63)
  }

  /// The numbers of a pair share a radius; they and their squares must still be uncorrelated.
  @Test func neighboursAreIndependent() {
    var rng = Philox(seed: 8)
    let drawn = filledArray(50_000, Float.self) { rng.fillNormal($0) }
    for distance in [1, 2] {
      let pairs = zip(drawn, drawn.dropFirst(distance))
      #expect(abs(sampleMean(pairs.map { $0 * $1 })) < 0.015)
      #expect(abs(sampleMean(pairs.map { ($0 * $0 - 1) * ($1 * $1 - 1) })) < 0.03)
    }
  }

  @Test func deviationZeroGivesTheMean() {
    var rng = Philox(seed: 8)
    let drawn = filledArray(5, Double.self) { rng.fillNormal($0, mean: 4, standardDeviation: 0) }
    #expect(drawn == [4, 4, 4, 4, 4])
  }
}
