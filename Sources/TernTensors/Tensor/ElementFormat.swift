// How one element is printed among others, by NumPy's rules.

/// The text of each element, all of one width.
struct ElementFormat<Scalar> {
  let text: (Scalar) -> String
}

extension ElementFormat where Scalar: FixedWidthInteger {
  /// Aligned to the right.
  init(integers: [Scalar]) {
    let width = integers.reduce(0) { max($0, String($1).utf8.count) }
    text = { padded(String($0), toWidth: width) }
  }
}

extension ElementFormat<Bool> {
  /// Both truth values in five characters.
  init(truthValues: [Bool]) { text = { $0 ? " True" : "False" } }
}

extension ElementFormat where Scalar: FloatingScalar {
  /// At most eight digits after the point, fewer where they tell the number; powers of ten where
  /// one is large, one is small or they differ much.
  init(numbers: [Scalar]) {
    let finite = numbers.filter { $0.isFinite }
    let layout = Self.needsPowers(finite) ? Layout(powersOf: finite) : Layout(positionsOf: finite)
    // The sign, whole part, point and the rest; what is not finite may need more.
    let rest = layout.fractionWidth + (layout.powerWidth.map { $0 + 2 } ?? 0)
    var wholeWidth = layout.wholeWidth
    if finite.count < numbers.count {
      let longest = numbers.contains(-.infinity) ? 4 : 3
      wholeWidth = max(wholeWidth, longest - 1 - rest)
    }
    let width = wholeWidth + 1 + rest
    text = { x in
      guard x.isFinite else { return padded(nonFinite(x), toWidth: width) }
      return layout.powerWidth == nil
        ? Self.positional(x, layout, wholeWidth) : Self.scientific(x, layout, wholeWidth)
    }
  }

  private struct Layout {
    var wholeWidth = 0
    var fractionWidth = 0
    /// The digits of the power of ten, nil if there is none.
    var powerWidth: Int?

    init(positionsOf numbers: [Scalar]) {
      for x in numbers {
        let (whole, fraction) = rounded(x).positional
        wholeWidth = max(wholeWidth, whole.utf8.count)
        fractionWidth = max(fractionWidth, fraction.utf8.count)
      }
    }

    init(powersOf numbers: [Scalar]) {
      var widest = 2
      for x in numbers {
        let (whole, fraction, power) = roundedToPowers(x).scientific
        wholeWidth = max(wholeWidth, whole.utf8.count)
        fractionWidth = max(fractionWidth, fraction.utf8.count)
        widest = max(widest, String(power.magnitude).utf8.count)
      }
      powerWidth = widest
    }
  }

  private static func needsPowers(_ finite: [Scalar]) -> Bool {
    let magnitudes = finite.map(\.magnitude).filter { $0 != 0 }
    guard let greatest = magnitudes.max(), let least = magnitudes.min() else { return false }
    let limit: Scalar = Scalar.scalarType == .float32 ? 1e6 : 1e8
    return greatest >= limit || least < 0.0001 || greatest / least > 1000
  }

  /// The shortest digits, but at most eight after the point.
  private static func rounded(_ x: Scalar) -> DecimalDigits {
    let shortest = DecimalDigits(shortest: x)
    let most = shortest.exponent + 8
    return shortest.digits.count <= most ? shortest : DecimalDigits(x, roundedToDigits: most)
  }

  /// The shortest digits, but at most eight after the first.
  private static func roundedToPowers(_ x: Scalar) -> DecimalDigits {
    let shortest = DecimalDigits(shortest: x)
    return shortest.digits.count <= 9 ? shortest : DecimalDigits(x, roundedToDigits: 9)
  }

  private static func positional(_ x: Scalar, _ layout: Layout, _ wholeWidth: Int) -> String {
    let (whole, fraction) = rounded(x).positional
    let spaces = String(repeating: " ", count: layout.fractionWidth - fraction.utf8.count)
    return padded(whole, toWidth: wholeWidth) + "." + fraction + spaces
  }

  private static func scientific(_ x: Scalar, _ layout: Layout, _ wholeWidth: Int) -> String {
    // Where another number needs more digits, they are those of the exact value, too.
    let decimal = DecimalDigits(x, roundedToDigits: layout.fractionWidth + 1)
    let (whole, fraction, power) = decimal.scientific
    let zeros = String(repeating: "0", count: layout.fractionWidth - fraction.utf8.count)
    return padded(whole, toWidth: wholeWidth) + "." + fraction + zeros
      + powerOfTen(power, width: layout.powerWidth ?? 2)
  }
}

/// A number that stands alone: all its digits, from 10⁻⁴ to 10¹⁶ (single precision: 10⁶) without a
/// power of ten.
func loneNumber<Scalar: FloatingScalar>(_ x: Scalar) -> String {
  guard x.isFinite else { return nonFinite(x) }
  let decimal = DecimalDigits(shortest: x)
  let limit = Scalar.scalarType == .float32 ? 1e6 : 1e16
  if x == 0 || (x.asDouble.magnitude >= 1e-4 && x.asDouble.magnitude < limit) {
    let (whole, fraction) = decimal.positional
    return whole + "." + (fraction.isEmpty ? "0" : fraction)
  }
  let (whole, fraction, power) = decimal.scientific
  return whole + (fraction.isEmpty ? "" : "." + fraction) + powerOfTen(power, width: 2)
}

private func nonFinite(_ x: some FloatingScalar) -> String {
  x.isNaN ? "nan" : x < 0 ? "-inf" : "inf"
}

private func powerOfTen(_ power: Int, width: Int) -> String {
  let digits = String(power.magnitude)
  return (power < 0 ? "e-" : "e+")
    + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

private func padded(_ text: String, toWidth width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.utf8.count)) + text
}
