/// A decimal number of at most 18 digits, as most are: an integer and the power of ten that it is
/// multiplied with.
public struct ShortDecimal {
  let significand: Int64
  let exponent: Int
  /// Whether there was neither a point nor an exponent.
  let isWhole: Bool

  private static let largestDigitCount = 18

  /// Reads `-12.5e3` and the like from a place in a text, and moves the place behind it; nil if there
  /// is something else, more digits, or −0, which an integer cannot be.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) {
    func digit() -> UInt8? {
      guard place < bytes.count else { return nil }
      let value = bytes[place] &- UInt8(ascii: "0")
      return value < 10 ? value : nil
    }
    func skips(_ character: Unicode.Scalar) -> Bool {
      guard place < bytes.count, bytes[place] == UInt8(ascii: character) else { return false }
      place += 1
      return true
    }
    let isNegative = skips("-")
    if !isNegative { _ = skips("+") }
    let first = place
    var magnitude: Int64 = 0
    while let digit = digit() {
      magnitude = magnitude &* 10 &+ Int64(digit)
      place += 1
    }
    var digitCount = place - first
    var exponent = 0
    var isWhole = true
    if skips(".") {
      isWhole = false
      let first = place
      while let digit = digit() {
        magnitude = magnitude &* 10 &+ Int64(digit)
        place += 1
      }
      exponent = first - place
      digitCount += place - first
    }
    guard digitCount > 0, digitCount <= Self.largestDigitCount else { return nil }
    if skips("e") || skips("E") {
      isWhole = false
      let isNegative = skips("-")
      if !isNegative { _ = skips("+") }
      let first = place
      var power = 0
      while let digit = digit() {
        power = power &* 10 &+ Int(digit)
        place += 1
      }
      guard place > first, place - first <= 4 else { return nil }
      exponent += isNegative ? -power : power
    }
    if isNegative, magnitude == 0 { return nil }
    significand = isNegative ? -magnitude : magnitude
    self.exponent = exponent
    self.isWhole = isWhole
  }
}
