/// A counter-based random generator, Philox4x32-10: Tern's default.
///
/// The stream is the sequence of 32-bit words `block(key, counter)[position]` for `counter` = 0, 1,
/// 2 … and `position` = 0 … 3, where `block` is ten rounds of multiplication and exclusive-or.
/// `next()` takes two words, the low half first. A generator is a small value: a copy continues
/// exactly as the original would, and `state` saves it without losing a word.
///
/// ```swift
/// var rng = Philox(seed: 42)
/// let coin = Bool.random(using: &rng)
/// var dropoutGenerator = rng.split()
/// ```
///
/// The period is 2^130 words. It passes BigCrush, and is not for cryptography.
///
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11.
public struct Philox: RandomNumberGenerator, Sendable {
  private let key: UInt64
  private var counter: UInt128  // of the block that holds the next word
  private var position: Int  // of the next word in its block, 0 ..< 4
  private var block: (low: UInt64, high: UInt64)  // stale where position is 0

  /// Makes the generator of a seed and a stream number.
  ///
  /// The seed is the key; the stream is the upper half of the counter. So two generators whose seed
  /// or stream differ share no word before 2^66 words are drawn.
  public init(seed: UInt64, stream: UInt64 = 0) {
    key = seed
    counter = UInt128(stream) << 64
    position = 0
    block = (0, 0)
  }

  /// Makes a generator whose seed comes from the system's random generator.
  public init() {
    var system = SystemRandomNumberGenerator()
    self.init(seed: system.next())
  }

  /// Returns the next two words, the first in the low half.
  public mutating func next() -> UInt64 {
    switch position {
    case 0:
      block = philoxBlock(key: key, counter: counter)
      position = 2
      return block.low
    case 2:
      position = 0
      counter &+= 1
      return block.high
    default:
      let low = nextWord()
      return UInt64(low) | UInt64(nextWord()) << 32
    }
  }

  /// Returns the next 32-bit word.
  public mutating func nextWord() -> UInt32 {
    if position == 0 { block = philoxBlock(key: key, counter: counter) }
    let half = position < 2 ? block.low : block.high
    let word = UInt32(truncatingIfNeeded: position & 1 == 0 ? half : half >> 32)
    position += 1
    if position == 4 {
      position = 0
      counter &+= 1
    }
    return word
  }

  /// Fills a buffer with what as many calls of `next()` would return, several times faster.
  public mutating func fill(_ buffer: UnsafeMutableBufferPointer<UInt64>) {
    var filled = 0
    if position == 2, !buffer.isEmpty {
      buffer[0] = next()
      filled = 1
    }
    if position == 0 {
      let blocks = (buffer.count - filled) / 2
      fillBlocks(UnsafeMutableBufferPointer(rebasing: buffer[filled..<filled + 2 * blocks]))
      filled += 2 * blocks
    }
    for i in filled..<buffer.count { buffer[i] = next() }
  }

  /// Fills a buffer with what as many calls of `nextWord()` would return, several times faster.
  public mutating func fill(_ buffer: UnsafeMutableBufferPointer<UInt32>) {
    var filled = 0
    while position != 0, filled < buffer.count {
      buffer[filled] = nextWord()
      filled += 1
    }
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 128) { pairs in
      while buffer.count - filled >= 4 {
        let count = min((buffer.count - filled) / 4 * 2, pairs.count)
        let pairs = UnsafeMutableBufferPointer(rebasing: pairs[..<count])
        fillBlocks(pairs)
        for i in 0..<count {
          buffer[filled &+ 2 &* i] = UInt32(truncatingIfNeeded: pairs[i])
          buffer[filled &+ 2 &* i &+ 1] = UInt32(truncatingIfNeeded: pairs[i] &>> 32)
        }
        filled += 2 * count
      }
    }
    for i in filled..<buffer.count { buffer[i] = nextWord() }
  }

  /// Skips `count` 32-bit words in constant time; `next()` takes two.
  ///
  /// - Precondition: `count` is not negative.
  public mutating func skip(words count: Int) {
    precondition(count >= 0, "Philox.skip: cannot skip \(count) words")
    let target = UInt128(position) + UInt128(count)
    counter &+= target / 4
    position = Int(target % 4)
    if position != 0 { block = philoxBlock(key: key, counter: counter) }
  }

  /// Returns a generator independent of this one, and moves this one on by two calls of `next()`.
  ///
  /// The first value drawn becomes the new generator's seed, the second its stream. Among n
  /// generators split off, the chance that any two are the same is about n² / 2^129.
  public mutating func split() -> Philox {
    let seed = next()
    return Philox(seed: seed, stream: next())
  }

  /// Writes whole blocks, two elements each, from a generator whose position is 0.
  private mutating func fillBlocks(_ buffer: UnsafeMutableBufferPointer<UInt64>) {
    let blocks = buffer.count / 2
    let low = UInt64(truncatingIfNeeded: counter)
    let high = UInt64(truncatingIfNeeded: counter >> 64)
    if low.addingReportingOverflow(UInt64(blocks)).overflow {
      for i in 0..<blocks {
        (buffer[2 * i], buffer[2 * i + 1]) = philoxBlock(key: key, counter: counter &+ UInt128(i))
      }
    } else {
      for i in 0..<blocks {
        let block = philoxBlock(key: key, low: low &+ UInt64(truncatingIfNeeded: i), high: high)
        buffer[2 &* i] = block.low
        buffer[2 &* i &+ 1] = block.high
      }
    }
    counter &+= UInt128(blocks)
  }
}

extension Philox {
  /// The whole state in four integers: key, counter (low half, high half), position in the block.
  ///
  /// The form is stable: what one version of Tern writes, later ones read.
  public var state: [UInt64] {
    [
      key, UInt64(truncatingIfNeeded: counter), UInt64(truncatingIfNeeded: counter >> 64),
      UInt64(position),
    ]
  }

  /// Makes the generator that has this `state`, or nil where the integers are not a state.
  public init?(state: [UInt64]) {
    guard state.count == 4, state[3] < 4 else { return nil }
    self.init(seed: state[0], stream: state[2])
    counter |= UInt128(state[1])
    skip(words: Int(state[3]))
  }
}

extension Philox: Hashable {
  /// Tells whether two generators are at the same place of the same stream.
  public static func == (a: Philox, b: Philox) -> Bool {
    a.key == b.key && a.counter == b.counter && a.position == b.position
  }

  /// Hashes key, counter and position.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(counter)
    hasher.combine(position)
  }
}

extension Philox: Codable {
  /// Encodes `state`.
  public func encode(to encoder: any Encoder) throws {
    try state.encode(to: encoder)
  }

  /// Decodes `state`, and throws `DecodingError.dataCorrupted` where the integers are not a state.
  public init(from decoder: any Decoder) throws {
    guard let generator = Philox(state: try [UInt64](from: decoder)) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "Not the state of a Philox"))
    }
    self = generator
  }
}
