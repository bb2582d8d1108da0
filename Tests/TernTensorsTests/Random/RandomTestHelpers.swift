import Foundation
import TernTensors
import TestSupport
import Testing

/// FNV-1a over 64-bit words, as `Tests/Oracles/random_draws.py` computes it.
func fingerprint(_ words: some Sequence<UInt64>) -> UInt64 {
  words.reduce(0xCBF2_9CE4_8422_2325) { hash, word in (hash ^ word) &* 0x100_0000_01B3 }
}

func fingerprint(_ values: [Double]) -> UInt64 {
  fingerprint(values.map(\.bitPattern))
}

func fingerprint(_ values: [Int]) -> UInt64 {
  fingerprint(values.map { UInt64(bitPattern: Int64($0)) })
}

/// An array that `fill` has written.
func filledArray<Element>(
  _ count: Int, _ type: Element.Type = Element.self,
  _ fill: (UnsafeMutableBufferPointer<Element>) -> Void
) -> [Element] {
  [Element](unsafeUninitializedCapacity: count) { buffer, initializedCount in
    fill(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
    initializedCount = count
  }
}

/// Hides that a generator is a `Philox`, so that no bulk draw takes the fast way.
struct HiddenPhilox: RandomNumberGenerator {
  var philox: Philox

  mutating func next() -> UInt64 { philox.next() }
}

func sampleMean<T: BinaryFloatingPoint>(_ sample: [T]) -> Double {
  sample.reduce(0) { $0 + Double($1) } / Double(sample.count)
}

func sampleVariance<T: BinaryFloatingPoint>(_ sample: [T]) -> Double {
  let center = sampleMean(sample)
  return sampleMean(sample.map { (Double($0) - center) * (Double($0) - center) })
}

/// The greatest distance of the sample's distribution from `cumulative`, times √n.
///
/// A sample of the distribution exceeds 1.63 with probability 0.01.
func kolmogorovSmirnov<T: BinaryFloatingPoint>(
  _ sample: [T], _ cumulative: (Double) -> Double
) -> Double {
  let count = Double(sample.count)
  let distances = sample.sorted().enumerated().map { i, x in
    let probability = cumulative(Double(x))
    return max(probability - Double(i) / count, Double(i + 1) / count - probability)
  }
  return (distances.max() ?? 0) * count.squareRoot()
}

/// How far χ² of counts is above what these probabilities let expect, in standard deviations of a
/// normal number (Wilson and Hilferty's cube root). Neighbours whose counts are small go together.
///
/// A sample of the distribution exceeds 2.33 with probability 0.01.
func chiSquaredDeviation(_ counts: [Int], _ probabilities: [Double]) -> Double {
  let total = Double(counts.reduce(0, +))
  var (bins, chiSquared, observed, expected) = (0.0, 0.0, 0.0, 0.0)
  for (count, probability) in zip(counts, probabilities) {
    observed += Double(count)
    expected += total * probability
    if expected >= 10 {
      bins += 1
      chiSquared += (observed - expected) * (observed - expected) / expected
      (observed, expected) = (0, 0)
    }
  }
  if observed > 0, expected < 1e-9 { return .infinity }
  let spread = 2 / (9 * (bins - 1))
  return (cbrt(chiSquared / (bins - 1)) - (1 - spread)) / spread.squareRoot()
}

/// Expects draws to be the same on one thread and on several, again, and to move the generator on
/// by two words.
func expectReproducible<S: TensorScalar>(
  _ draw: (inout Philox) -> Tensor<S>, sourceLocation: SourceLocation = #_sourceLocation
) {
  func drawn(threads: Int) -> (Tensor<S>, Philox) {
    withThreadCount(threads) {
      var rng = Philox(seed: 77)
      let drawn = draw(&rng)
      return (drawn, rng)
    }
  }
  let (single, after) = drawn(threads: 1)
  var words = Philox(seed: 77)
  words.skip(words: 4)
  #expect(after == words, sourceLocation: sourceLocation)
  for threads in [1, 2, 5] {
    #expect(drawn(threads: threads).0 == single, sourceLocation: sourceLocation)
  }
}
