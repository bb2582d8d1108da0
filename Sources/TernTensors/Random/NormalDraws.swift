extension RandomNumberGenerator {
  /// Fills a buffer with numbers of the normal distribution, `mean + standardDeviation · z`.
  ///
  /// Two numbers come from a radius and an angle, `z = √(−2 ln u) · (cos φ, sin φ)`: for `Float`
  /// from the low and the high half of a word of 64 bits, for `Double` from two words. So the n-th
  /// number comes from known words, which rejection (polar method, ziggurat) does not grant, and
  /// the loop has no branch. Logarithm, sine and cosine are series of exactly rounded operations:
  /// the numbers are the same on every platform. |z| is at most 6.66 for `Float` and 8.57 for
  /// `Double`.
  ///
  /// Source: Box and Muller, "A note on the generation of random normal deviates" (1958).
  ///
  /// - Precondition: `standardDeviation` is not negative.
  package mutating func fillNormal<T: BinaryFloatingPoint>(
    _ buffer: UnsafeMutableBufferPointer<T>, mean: T = 0, standardDeviation: T = 1
  ) {
    precondition(standardDeviation >= 0, "normal: standard deviation \(standardDeviation)")
    switch (buffer, mean, standardDeviation) {
    case (let buffer, let mean, let deviation) as (UnsafeMutableBufferPointer<Float>, Float, Float):
      fill(buffer, elements: 2, perWords: 1) { normal($0, $1, mean, deviation) }
    case (let buffer, let mean, let deviation)
      as (UnsafeMutableBufferPointer<Double>, Double, Double):
      fill(buffer, elements: 2, perWords: 2) { normal($0, $1, mean, deviation) }
    default:
      fillByRounding(buffer) { generator, buffer in
        generator.fillNormal(
          buffer, mean: Double(mean), standardDeviation: Double(standardDeviation))
      }
    }
  }
}

private func normal(
  _ words: UnsafeBufferPointer<UInt64>, _ out: UnsafeMutableBufferPointer<Float>,
  _ mean: Float, _ deviation: Float
) {
  for i in 0..<out.count / 2 {
    let (x, y) = normalPair(words[i])
    out[2 &* i] = mean + deviation * x
    out[2 &* i &+ 1] = mean + deviation * y
  }
  if out.count & 1 == 1 {
    out[out.count - 1] = mean + deviation * normalPair(words[words.count - 1]).0
  }
}

private func normal(
  _ words: UnsafeBufferPointer<UInt64>, _ out: UnsafeMutableBufferPointer<Double>,
  _ mean: Double, _ deviation: Double
) {
  for i in 0..<out.count / 2 {
    let (x, y) = normalPair(words[2 &* i], words[2 &* i &+ 1])
    out[2 &* i] = mean + deviation * x
    out[2 &* i &+ 1] = mean + deviation * y
  }
  if out.count & 1 == 1 {
    let last = normalPair(words[words.count - 2], words[words.count - 1])
    out[out.count - 1] = mean + deviation * last.0
  }
}

/// Two standard normals of a word: 31 bits of its low half for the radius, its high half the angle.
///
/// The upper three bits of an angle choose the octant: the signs of cosine and sine, and whether
/// they change places. The others are the angle in it, 0 ..< π/4, where short Taylor series do.
@inline(__always)
private func normalPair(_ word: UInt64) -> (Float, Float) {
  let u = (Float(Int32(truncatingIfNeeded: (word &>> 1) & 0x7FFF_FFFF)) + 0.5) * 0x1p-31
  let radius = (-2 * naturalLogarithm(u)).squareRoot()

  let angle = UInt32(truncatingIfNeeded: word &>> 32)
  let x = Float(Int32(bitPattern: angle & 0x1FFF_FFFF)) * (Float.pi * 0x1p-31)
  let x2 = x * x
  var sine: Float = 1 / 5_040 - x2 * (1 / 362_880)
  sine = 1 / 120 - x2 * sine
  sine = 1 / 6 - x2 * sine
  sine = x - x * x2 * sine
  var cosine: Float = 1 / 40_320 - x2 * (1 / 3_628_800)
  cosine = 1 / 720 - x2 * cosine
  cosine = 1 / 24 - x2 * cosine
  cosine = 1 / 2 - x2 * cosine
  cosine = 1 - x2 * cosine

  let sign: UInt32 = 1 &<< 31
  let swap = UInt32(bitPattern: Int32(bitPattern: angle &<< 2) &>> 31)
  let difference = (cosine.bitPattern ^ sine.bitPattern) & swap
  return (
    radius * Float(bitPattern: cosine.bitPattern ^ difference ^ (angle & sign)),
    radius * Float(bitPattern: sine.bitPattern ^ difference ^ ((angle &<< 1) & sign))
  )
}

/// Two standard normals of a word for the radius and a word for the angle, 52 bits of each.
@inline(__always)
func normalPair(_ radiusWord: UInt64, _ angle: UInt64) -> (Double, Double) {
  let radius = (-2 * naturalLogarithm(unitInterval(radiusWord &>> 12))).squareRoot()

  let x = unitInterval(angle & 0xF_FFFF_FFFF_FFFF) * (.pi / 4)
  let x2 = x * x
  var sine = 1 / 1_307_674_368_000 - x2 * (1 / 355_687_428_096_000)
  sine = 1 / 6_227_020_800 - x2 * sine
  sine = 1 / 39_916_800 - x2 * sine
  sine = 1 / 362_880 - x2 * sine
  sine = 1 / 5_040 - x2 * sine
  sine = 1 / 120 - x2 * sine
  sine = 1 / 6 - x2 * sine
  sine = x - x * x2 * sine
  var cosine = 1 / 87_178_291_200 - x2 * (1 / 20_922_789_888_000)
  cosine = 1 / 479_001_600 - x2 * cosine
  cosine = 1 / 3_628_800 - x2 * cosine
  cosine = 1 / 40_320 - x2 * cosine
  cosine = 1 / 720 - x2 * cosine
  cosine = 1 / 24 - x2 * cosine
  cosine = 1 / 2 - x2 * cosine
  cosine = 1 - x2 * cosine

  let sign: UInt64 = 1 &<< 63
  let swap = UInt64(bitPattern: Int64(bitPattern: angle &<< 2) &>> 63)
  let difference = (cosine.bitPattern ^ sine.bitPattern) & swap
  return (
    radius * Double(bitPattern: cosine.bitPattern ^ difference ^ (angle & sign)),
    radius * Double(bitPattern: sine.bitPattern ^ difference ^ ((angle &<< 1) & sign))
  )
}
