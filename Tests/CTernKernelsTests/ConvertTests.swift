import CTernKernels
import Testing

/// An element type of tern_convert.
private protocol Element: BitwiseCopyable, Equatable, Sendable {
  static var code: Int { get }
  /// The conversion, computed by way of double (exact for all values used here but for Int64's).
  static func naive(_ x: Double) -> Self
  var double: Double { get }
}

extension FixedWidthInteger {
  fileprivate static func saturated(_ x: Double) -> Self {
    x.isNaN ? 0 : Self(exactly: x.rounded(.towardZero)) ?? (x < 0 ? .min : .max)
  }
}

extension Float: Element {
  static var code: Int { TERN_F32 }
  static func naive(_ x: Double) -> Float { Float(x) }
  var double: Double { Double(self) }
}
extension Double: Element {
  static var code: Int { TERN_F64 }
  static func naive(_ x: Double) -> Double { x }
  var double: Double { self }
}
extension Int32: Element {
  static var code: Int { TERN_I32 }
  static func naive(_ x: Double) -> Int32 { saturated(x) }
  var double: Double { Double(self) }
}
extension Int64: Element {
  static var code: Int { TERN_I64 }
  static func naive(_ x: Double) -> Int64 { saturated(x) }
  var double: Double { Double(self) }
}
extension UInt8: Element {
  static var code: Int { TERN_U8 }
  static func naive(_ x: Double) -> UInt8 { saturated(x) }
  var double: Double { Double(self) }
}
extension Bool: Element {
  static var code: Int { TERN_BOOL }
  static func naive(_ x: Double) -> Bool { x != 0 }
  var double: Double { self ? 1 : 0 }
}

private func convert<T: Element, U: Element>(_ x: [T], to: U.Type) -> [U] {
  var y = [U](repeating: .naive(0), count: x.count)
  tern_convert(Int32(T.code), Int32(U.code), x.count, x, &y)
  return y
}

private func expectConversions<T: Element>(of x: [T]) {
  func check<U: Element>(_: U.Type) {
    for count in [0, 1, x.count] {
      let part = Array(x[..<count])
      let (actual, expected) = (convert(part, to: U.self), part.map { U.naive($0.double) })
      for i in part.indices {
        #expect(
          actual[i] == expected[i] || (actual[i].double.isNaN && expected[i].double.isNaN),
          "\(part[i]) to \(U.self)")
      }
    }
  }
  check(Float.self)
  check(Double.self)
  check(Int32.self)
  check(Int64.self)
  check(UInt8.self)
  check(Bool.self)
}

@Test func conversionsTruncateAndSaturate() {
  let floating: [Double] = [
    0, -0.0, 0.4, -0.6, 1, -1, 2.9, -2.9, 254.9, 255, 256, -300, 2_147_483_520, 2_147_483_648,
    -2_147_483_648, -2_147_483_904, 1e10, -1e10, 0x1p62, 0x1p63, -0x1p63, 1e30, -1e30, 1e-40,
    .infinity, -.infinity, .nan,
  ]
  expectConversions(of: floating + floating.reversed())
  expectConversions(of: (floating + floating.reversed()).map { Float($0) })
  expectConversions(of: [0, 1, -1, 255, 256, 1000, .min, .max, 7, 100, -128, 77] as [Int32])
  expectConversions(of: [0, 1, -1, 255, 256, 1 << 40, -(1 << 40), 1 << 52, 3, 2, 9] as [Int64])
  expectConversions(of: Array(UInt8.min...UInt8.max))
  expectConversions(of: (0..<37).map { $0 % 3 == 0 })
}

@Test func wideIntegersKeepEveryBit() {
  let x: [Int64] = [.min, .max, .max - 1, 0x7FFF_FFFF, 0x8000_0000, -0x8000_0001]
  #expect(convert(x, to: Int64.self) == x)
  #expect(
    convert(x, to: Int32.self) == [.min, .max, .max, .max, .max, .min])
}
