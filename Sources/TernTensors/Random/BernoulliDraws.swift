extension RandomNumberGenerator {
  /// Fills a buffer with `success`, with the given probability, or else `failure`.
  ///
  /// An element is a success where its 32 random bits are below `probability · 2^32`; two elements
  /// come from a word of 64 bits, the low half first. A dropout mask is
  /// `fillBernoulli(mask, probability: keep, success: 1 / keep, failure: 0)`.
  ///
  /// - Precondition: `probability` is in 0 ... 1.
  package mutating func fillBernoulli<Element>(
    _ buffer: UnsafeMutableBufferPointer<Element>, probability: Double,
    success: Element, failure: Element
  ) {
    precondition(
      (0...1).contains(probability), "bernoulli: probability \(probability) is not in 0 ... 1")
    let threshold = UInt64(probability * 0x1p32)
    switch (buffer, success, failure) {
    case (let buffer, let success, let failure)
      as (UnsafeMutableBufferPointer<Float>, Float, Float):
      fill(buffer, elements: 2, perWords: 1) { bernoulli($0, $1, threshold, success, failure) }
    case (let buffer, let success, let failure)
      as (UnsafeMutableBufferPointer<Double>, Double, Double):
      fill(buffer, elements: 2, perWords: 1) { bernoulli($0, $1, threshold, success, failure) }
    case (let buffer, let success, let failure) as (UnsafeMutableBufferPointer<Bool>, Bool, Bool):
      fill(buffer, elements: 2, perWords: 1) { bernoulli($0, $1, threshold, success, failure) }
    default:
      fill(buffer, elements: 2, perWords: 1) { bernoulli($0, $1, threshold, success, failure) }
    }
  }
}

/// Inlined, so that each case of the caller gets a loop of its own type.
@inline(__always)
private func bernoulli<Element>(
  _ words: UnsafeBufferPointer<UInt64>, _ out: UnsafeMutableBufferPointer<Element>,
  _ threshold: UInt64, _ success: Element, _ failure: Element
) {
  for i in 0..<out.count / 2 {
    out[2 &* i] = words[i] & 0xFFFF_FFFF < threshold ? success : failure
    out[2 &* i &+ 1] = words[i] &>> 32 < threshold ? success : failure
  }
  if out.count & 1 == 1 {
    out[out.count - 1] = words[words.count - 1] & 0xFFFF_FFFF < threshold ? success : failure
  }
}
