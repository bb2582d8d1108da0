/// The generator of a part of a draw: a `Philox` whose words are made many at a time, which takes a
/// fraction of the time of one by one.
struct DrawStream: RandomNumberGenerator {
  private var source: Philox
  private let words: UnsafeMutableBufferPointer<UInt64>
  private var position: Int
  private var spareNormal: Double?

  /// Draws from a generator through memory that has to live as long.
  init(_ source: Philox, through words: UnsafeMutableBufferPointer<UInt64>) {
    self.source = source
    self.words = words
    position = words.count
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    if position == words.count { refill() }
    defer { position &+= 1 }
    return words[position]
  }

  @inline(never)
  private mutating func refill() {
    source.fill(words)
    position = 0
  }

  /// A number of (0, 1), the middle of one of 2^52 cells.
  @inline(__always)
  mutating func uniform() -> Double { unitInterval(next() &>> 12) }

  /// A number of the exponential distribution of mean 1, `−ln u`, from one word. It is in
  /// 1.1e-16 ... 36.8.
  @inline(__always)
  mutating func exponential() -> Double { -naturalLogarithm(uniform()) }

  /// A number of the normal distribution, every second from no word at all.
  @inline(__always)
  mutating func normal() -> Double {
    if let spare = spareNormal {
      spareNormal = nil
      return spare
    }
    let (first, second) = normalPair(next(), next())
    spareNormal = second
    return first
  }
}
