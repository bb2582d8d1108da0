extension RandomNumberGenerator {
  /// Fills a buffer with numbers of [low, high), `low + (high - low) · u`.
  ///
  /// u is a multiple of 2^-24 for `Float`, made of half a word of 64 bits (the low half first), and
  /// of 2^-53 for `Double`, made of a word. A number that would round up to `high` becomes the one
  /// below it.
  ///
  /// - Precondition: `high - low` is finite. Where it is 0 all numbers are `low`.
  package mutating func fillUniform<T: BinaryFloatingPoint>(
    _ buffer: UnsafeMutableBufferPointer<T>, in range: Range<T> = 0..<1
  ) {
    precondition(
      (range.upperBound - range.lowerBound).isFinite, "uniform: the range \(range) is too wide")
    switch (buffer, range) {
    case (let buffer, let range) as (UnsafeMutableBufferPointer<Float>, Range<Float>):
      fill(buffer, elements: 2, perWords: 1) { uniform($0, $1, in: range) }
    case (let buffer, let range) as (UnsafeMutableBufferPointer<Double>, Range<Double>):
      fill(buffer, elements: 1, perWords: 1) { uniform($0, $1, in: range) }
    default:
      let doubles = Double(range.lowerBound)..<Double(range.upperBound)
      fillByRounding(buffer) { generator, buffer in generator.fillUniform(buffer, in: doubles) }
      for i in buffer.indices { buffer[i] = min(buffer[i], range.greatest) }
    }
  }
}

extension Range where Bound: BinaryFloatingPoint {
  /// The greatest number of the range, or the bound of an empty one.
  fileprivate var greatest: Bound { Swift.max(lowerBound, upperBound.nextDown) }
}

private func uniform(
  _ words: UnsafeBufferPointer<UInt64>, _ out: UnsafeMutableBufferPointer<Float>,
  in range: Range<Float>
) {
  let low = range.lowerBound
  let width = range.upperBound - low
  let greatest = range.greatest
  func value(_ bits: UInt64) -> Float {
    let x = low + width * (Float(Int32(truncatingIfNeeded: bits & 0xFF_FFFF)) * 0x1p-24)
    return x < greatest ? x : greatest
  }
  for i in 0..<out.count / 2 {
    out[2 &* i] = value(words[i] &>> 8)
    out[2 &* i &+ 1] = value(words[i] &>> 40)
  }
  if out.count & 1 == 1 { out[out.count - 1] = value(words[words.count - 1] &>> 8) }
}

private func uniform(
  _ words: UnsafeBufferPointer<UInt64>, _ out: UnsafeMutableBufferPointer<Double>,
  in range: Range<Double>
) {
  let low = range.lowerBound
  let width = range.upperBound - low
  let greatest = range.greatest
  for i in 0..<out.count {
    let x = low + width * (Double(Int64(bitPattern: words[i] &>> 11)) * 0x1p-53)
    out[i] = x < greatest ? x : greatest
  }
}
