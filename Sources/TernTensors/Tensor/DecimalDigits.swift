/// A number in decimal notation.
struct DecimalDigits {
  let isNegative: Bool
  /// The value is 0.d₁d₂… · 10^exponent; no zero is first or last, and 0 has no digits.
  private(set) var digits: [UInt8] = []
  private(set) var exponent = 0

  /// The fewest digits that tell a finite number from every other of its precision.
  init(shortest x: some FloatingScalar) {
    isNegative = x.sign == .minus
    // Swift prints the shortest digits, as 123.45 or as 1.2345e+02.
    var pointIsPast = false
    let (mantissa, power) = Self.parts(of: "\(x.magnitude)")
    for character in mantissa {
      if character == UInt8(ascii: ".") {
        pointIsPast = true
        continue
      }
      let digit = character - UInt8(ascii: "0")
      if digits.isEmpty && digit == 0 {
        if pointIsPast { exponent -= 1 }
      } else {
        digits.append(digit)
        if !pointIsPast { exponent += 1 }
      }
    }
    exponent += power
    dropTrailingZeros()
  }

  private static func parts(of text: String) -> (mantissa: Substring.UTF8View, power: Int) {
    let pieces = text.split(separator: "e")
    return (pieces[0].utf8, pieces.count > 1 ? Int(pieces[1]) ?? 0 : 0)
  }

  private mutating func dropTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// The exact value of a finite number, rounded to `count` digits; halves go to the even digit.
  init(_ x: some FloatingScalar, roundedToDigits count: Int) {
    isNegative = x.sign == .minus
    guard x != 0, count >= 1 else { return }
    // |x| = m · 2^e, which for negative e is m · 5^-e / 10^-e.
    let magnitude = x.asDouble.magnitude
    let e = Int(magnitude.exponent) - 52
    let m = UInt64(magnitude.significand * 0x1p52)
    digits = Self.digits(of: m, times: e < 0 ? 5 : 2, power: e.magnitude)
    exponent = digits.count + min(e, 0)
    if digits.count > count { round(to: count) }
    dropTrailingZeros()
  }

  private mutating func round(to count: Int) {
    let rest = digits[count...]
    let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let goesUp = isHalf ? digits[count - 1] % 2 == 1 : digits[count] >= 5
    digits.removeSubrange(count...)
    guard goesUp else { return }
    while digits.last == 9 { digits.removeLast() }
    if let last = digits.indices.last {
      digits[last] += 1
    } else {
      digits = [1]
      exponent += 1
    }
  }

  /// The decimal digits of value · factor^power.
  private static func digits(of value: UInt64, times factor: UInt64, power: UInt) -> [UInt8] {
    // Nine digits to a limb, the lowest first.
    let base: UInt64 = 1_000_000_000
    var limbs = [value % base, value / base % base, value / base / base]
    for _ in 0..<power {
      var carry: UInt64 = 0
      for i in limbs.indices {
        (carry, limbs[i]) = (limbs[i] * factor + carry).quotientAndRemainder(dividingBy: base)
      }
      if carry > 0 { limbs.append(carry) }
    }
    var digits: [UInt8] = []
    for var limb in limbs {
      for _ in 0..<9 {
        digits.append(UInt8(limb % 10))
        limb /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}

extension DecimalDigits {
  /// What stands before the point, with its sign, and after it: 12.5 is `12` and `5`.
  var positional: (whole: String, fraction: String) {
    let sign = isNegative ? "-" : ""
    if exponent <= 0 {
      return (
        sign + "0", digits.isEmpty ? "" : String(repeating: "0", count: -exponent) + text(digits)
      )
    }
    let whole = text(digits.prefix(exponent))
    return (
      sign + whole + String(repeating: "0", count: exponent - whole.utf8.count),
      text(digits.dropFirst(exponent))
    )
  }

  /// One digit with its sign, the others, and the power of ten: 12.5 is `1`, `25` and 1.
  var scientific: (whole: String, fraction: String, power: Int) {
    guard let first = digits.first else { return (isNegative ? "-0" : "0", "", 0) }
    return ((isNegative ? "-" : "") + text([first]), text(digits.dropFirst()), exponent - 1)
  }

  private func text(_ digits: some Sequence<UInt8>) -> String {
    digits.reduce(into: "") { $0 += String($1) }
  }
}
