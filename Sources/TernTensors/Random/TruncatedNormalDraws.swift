#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension RandomNumberGenerator {
  /// Fills a buffer with `mean + standardDeviation · z`, z a normal number between two bounds.
  ///
  /// `z = Φ⁻¹(Φ(a) + u (Φ(b) − Φ(a)))`, one word of 64 bits each, computed in double precision.
  /// The bounds a and b are in standard deviations, as for JAX; PyTorch's `trunc_normal_` takes
  /// `mean + a · standardDeviation`. What is drawn has a smaller standard deviation than the one
  /// given: 0.8796 of it for the bounds −2 and 2.
  ///
  /// - Precondition: `standardDeviation` is not negative.
  package mutating func fillTruncatedNormal<T: BinaryFloatingPoint>(
    _ buffer: UnsafeMutableBufferPointer<T>, mean: T = 0, standardDeviation: T = 1,
    within bounds: ClosedRange<T> = -2...2
  ) {
    precondition(standardDeviation >= 0, "truncatedNormal: standard deviation \(standardDeviation)")
    let limits = Double(bounds.lowerBound)...Double(bounds.upperBound)
    switch (buffer, mean, standardDeviation) {
    case (let buffer, let mean, let deviation) as (UnsafeMutableBufferPointer<Float>, Float, Float):
      fill(buffer, elements: 1, perWords: 1) { words, buffer in
        truncatedNormal(words, within: limits) { i, z in buffer[i] = mean + deviation * Float(z) }
      }
    case (let buffer, let mean, let deviation)
      as (UnsafeMutableBufferPointer<Double>, Double, Double):
      fill(buffer, elements: 1, perWords: 1) { words, buffer in
        truncatedNormal(words, within: limits) { i, z in buffer[i] = mean + deviation * z }
      }
    default:
      fillByRounding(buffer) { generator, buffer in
        generator.fillTruncatedNormal(
          buffer, mean: Double(mean), standardDeviation: Double(standardDeviation), within: limits)
      }
    }
  }
}

/// Calls `store` with each word's z.
@inline(__always)
private func truncatedNormal(
  _ words: UnsafeBufferPointer<UInt64>, within limits: ClosedRange<Double>,
  store: (Int, Double) -> Void
) {
  let (lower, upper) = (limits.lowerBound, limits.upperBound)
  // Above 0 probabilities crowd below 1, where doubles are coarse: so take the mirror image.
  let sign: Double = lower > 0 ? -1 : 1
  let first = normalProbability(below: lower > 0 ? -upper : lower)
  let width = normalProbability(below: lower > 0 ? -lower : upper) - first
  for i in words.indices {
    let z = sign * normalQuantile(first + width * unitInterval(words[i] &>> 12))
    store(i, min(max(z, lower), upper))
  }
}

/// Φ(x), the probability of a standard normal number below x.
private func normalProbability(below x: Double) -> Double {
  0.5 * erfc(-x * 0.5.squareRoot())
}
