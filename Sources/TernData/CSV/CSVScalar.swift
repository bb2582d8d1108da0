import Tern

/// The types of numbers that tables are read as: `Float`, `Double`, `Int32`, `Int64` and `UInt8`.
public protocol CSVScalar: TensorScalar, LosslessStringConvertible {
  /// The value nearest to a decimal, nil if it is not found easily: then its text is looked at.
  init?(_ decimal: ShortDecimal)
}

extension Double: CSVScalar {
  /// A quotient or a product of two exact numbers is rounded once.
  ///
  /// W. D. Clinger (1990), "How to read floating point numbers accurately",
  /// doi:10.1145/93542.93557.
  public init?(_ decimal: ShortDecimal) {
    let power = abs(decimal.exponent)
    guard decimal.significand.magnitude <= 1 << 53, power < exactPowersOfTen.count else {
      return nil
    }
    let significand = Double(decimal.significand)
    self =
      decimal.exponent < 0
      ? significand / exactPowersOfTen[power] : significand * exactPowersOfTen[power]
  }
}

extension Float: CSVScalar {
  /// Rounding twice is rounding once, unless the first result is half-way between two numbers.
  public init?(_ decimal: ShortDecimal) {
    guard let double = Double(decimal) else { return nil }
    let droppedBits = UInt64(1) << (Double.significandBitCount - Float.significandBitCount)
    if double.bitPattern % droppedBits == droppedBits / 2 { return nil }
    self = Float(double)
  }
}

extension CSVScalar where Self: FixedWidthInteger {
  /// Whole numbers only.
  public init?(_ decimal: ShortDecimal) {
    guard decimal.isWhole else { return nil }
    self.init(exactly: decimal.significand)
  }
}

extension Int32: CSVScalar {}
extension Int64: CSVScalar {}
extension UInt8: CSVScalar {}

/// The powers of ten that a `Double` represents exactly.
private let exactPowersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
