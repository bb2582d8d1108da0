extension Philox {
  /// A number of (0, 1), the middle of one of 2^52 cells.
  @inline(__always)
  mutating func openUniform() -> Double { unitInterval(next() &>> 12) }

  /// A number of the exponential distribution of mean 1, `−ln u`, from one word. It is in
  /// 1.1e-16 ... 36.8.
  @inline(__always)
  mutating func exponential() -> Double { -naturalLogarithm(openUniform()) }
}
