/// ln u for 0 < u ≤ 1 normal, within 3 ulp, the same on every platform.
///
/// `u = m · 2^e` with √½ ≤ m < √2, and `ln m = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …)` with
/// `s = (m − 1) / (m + 1)`.
@inline(__always)
package func naturalLogarithm(_ u: Float) -> Float {
  let bits = Int32(bitPattern: u.bitPattern)
  let exponent = (bits &- 0x3F35_04F3) &>> 23  // less the bits of √½
  let m = Float(bitPattern: UInt32(bitPattern: bits &- (exponent &<< 23)))
  let s = (m - 1) / (m + 1)
  let s2 = s * s
  var series: Float = 1 / 7 + s2 * (1 / 9)
  series = 1 / 5 + s2 * series
  series = 1 / 3 + s2 * series
  series = 1 + s2 * series
  return Float(exponent) * 0.693_147_18 + 2 * s * series
}

/// ln u for 0 < u ≤ 1 normal, within 3 ulp, the same on every platform.
@inline(__always)
package func naturalLogarithm(_ u: Double) -> Double {
  let bits = Int64(bitPattern: u.bitPattern)
  let exponent = (bits &- 0x3FE6_A09E_667F_3BCD) &>> 52  // less the bits of √½
  let m = Double(bitPattern: UInt64(bitPattern: bits &- (exponent &<< 52)))
  let s = (m - 1) / (m + 1)
  let s2 = s * s
  var series = 1 / 19 + s2 * (1 / 21)
  series = 1 / 17 + s2 * series
  series = 1 / 15 + s2 * series
  series = 1 / 13 + s2 * series
  series = 1 / 11 + s2 * series
  series = 1 / 9 + s2 * series
  series = 1 / 7 + s2 * series
  series = 1 / 5 + s2 * series
  series = 1 / 3 + s2 * series
  series = 1 + s2 * series
  return Double(Int32(truncatingIfNeeded: exponent)) * 0.693_147_180_559_945_31 + 2 * s * series
}

/// The middle of one of the 2^52 cells of (0, 1).
@inline(__always)
func unitInterval(_ cell: UInt64) -> Double {
  Double(bitPattern: cell | 0x3FF0_0000_0000_0000) - (1 - 0x1p-53)
}
