/// The Mersenne Twister MT19937, seeded as `numpy.random.RandomState` seeds it.
///
/// Source: Matsumoto and Nishimura, "Mersenne twister", ACM TOMACS 8 (1998), seeded as in 2002.
struct MersenneTwister: Sendable, Hashable {
  static let wordCount = 624

  private(set) var key: [UInt32]  // 624 words
  private(set) var position: Int  // of the next word in the key, 0 ... 624

  /// Knuth's linear congruential seeding.
  init(seed: UInt32) {
    key = [seed]
    key.reserveCapacity(Self.wordCount)
    for i in 1..<UInt32(Self.wordCount) {
      let last = key[Int(i) - 1]
      key.append(1_812_433_253 &* (last ^ last >> 30) &+ i)
    }
    position = Self.wordCount
  }

  /// The reference's `init_by_array`.
  init(seed: [UInt32]) {
    precondition(!seed.isEmpty, "MersenneTwister: a seed of no words")
    self.init(seed: 19_650_218)
    var i = 1
    var j = 0
    for _ in 0..<max(Self.wordCount, seed.count) {
      let last = key[i - 1]
      let word = seed[j] &+ UInt32(truncatingIfNeeded: j)
      key[i] = (key[i] ^ (last ^ last >> 30) &* 1_664_525) &+ word
      advance(&i)
      j = j + 1 == seed.count ? 0 : j + 1
    }
    for _ in 1..<Self.wordCount {
      let last = key[i - 1]
      key[i] = (key[i] ^ (last ^ last >> 30) &* 1_566_083_941) &- UInt32(i)
      advance(&i)
    }
    key[0] = 0x8000_0000
  }

  /// The engine at a place of its stream, or nil where there is no such engine.
  init?(key: [UInt32], position: Int) {
    guard key.count == Self.wordCount, (0...Self.wordCount).contains(position) else { return nil }
    // All zeros, but for the 31 bits that the recurrence does not see, would stay zero forever.
    guard key[0] >> 31 != 0 || key[1...].contains(where: { $0 != 0 }) else { return nil }
    self.key = key
    self.position = position
  }

  mutating func next() -> UInt32 {
    if position == Self.wordCount { twist() }
    var word = key[position]
    position += 1
    word ^= word >> 11
    word ^= word << 7 & 0x9D2C_5680
    word ^= word << 15 & 0xEFC6_0000
    word ^= word >> 18
    return word
  }

  /// Two words, the first in the high half.
  mutating func next() -> UInt64 {
    let high: UInt32 = next()
    let low: UInt32 = next()
    return UInt64(high) << 32 | UInt64(low)
  }

  /// Replaces the key by its next 624 words.
  private mutating func twist() {
    let (count, middle) = (Self.wordCount, 397)
    key.withUnsafeMutableBufferPointer { key in
      func replace(_ i: Int, next: Int, partner: Int) {
        let word = key[i] & 0x8000_0000 | key[next] & 0x7FFF_FFFF
        key[i] = key[partner] ^ word >> 1 ^ (0 &- (word & 1)) & 0x9908_B0DF
      }
      for i in 0..<count - middle { replace(i, next: i + 1, partner: i + middle) }
      for i in count - middle..<count - 1 { replace(i, next: i + 1, partner: i + middle - count) }
      replace(count - 1, next: 0, partner: middle - 1)
    }
    position = 0
  }

  /// The next index of `init_by_array`, which carries the last word over into the first.
  private mutating func advance(_ i: inout Int) {
    i += 1
    if i == Self.wordCount {
      key[0] = key[Self.wordCount - 1]
      i = 1
    }
  }
}
