#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `numpy.random.RandomState`, bit for bit, so that published experiments can be repeated exactly.
///
/// Its own methods draw what NumPy's draw, in the same order, an array in row-major order:
///
/// | NumPy                          | Tern                                            |
/// |--------------------------------|-------------------------------------------------|
/// | `RandomState(0)`               | `NumPyRandom(seed: 0)`                          |
/// | `rand(n)`, `random_sample(n)`  | `uniform(count: n)`                             |
/// | `uniform(low, high, n)`        | `uniform(count: n, in: low..<high)`             |
/// | `randn(n)`                     | `normal(count: n)`                              |
/// | `normal(loc, scale, n)`        | `normal(count: n, mean:standardDeviation:)`     |
/// | `randint(low, high, n)`        | `integers(in: low..<high, count: n)`            |
/// | `choice(a, n, replace, p)`     | `choice(a, count: n, replacing:probabilities:)` |
/// | `shuffle(a)`, `permutation(a)` | `shuffle(&a)`, `permutation(a)`                 |
///
/// As the `using:` argument of a function it is only a source of bits: `array.shuffle(using:)` and
/// the initializers of tensors and layers do not follow NumPy's algorithms.
///
/// Normals depend on the last bit of the C library's `log`. With glibc they equal those of NumPy's
/// wheels for Linux.
///
/// Source: NumPy's legacy generator, frozen since 1.16 (NEP 19).
public struct NumPyRandom: RandomNumberGenerator, Sendable, Hashable {
  var engine: MersenneTwister
  private var cachedNormal: Double?  // the polar method makes two at a time

  /// Makes `RandomState(seed)` of an integer.
  public init(seed: UInt32) {
    engine = MersenneTwister(seed: seed)
  }

  /// Makes `RandomState(seed)` of a list of integers.
  ///
  /// - Precondition: The list is not empty.
  public init(seed: [UInt32]) {
    precondition(!seed.isEmpty, "NumPyRandom: a seed of no words")
    engine = MersenneTwister(seed: seed)
  }

  /// Makes a generator whose seed comes from the system's random generator.
  public init() {
    self.init(seed: (0..<8).map { _ in UInt32.random(in: .min ... .max) })
  }

  /// Returns the next two 32-bit words of the Mersenne Twister, the first in the high half.
  public mutating func next() -> UInt64 {
    engine.next()
  }

  /// Returns a number of [low, high), `low + (high - low) · u`, where u has 53 random bits.
  ///
  /// - Precondition: `high - low` is finite.
  public mutating func uniform(in range: Range<Double> = 0..<1) -> Double {
    let width = range.upperBound - range.lowerBound
    precondition(width.isFinite, "NumPyRandom.uniform: the range \(range) is too wide")
    return range.lowerBound + width * unitUniform()
  }

  /// Returns `count` numbers of [low, high), as `rand(count)` and `uniform(low, high, count)` do.
  ///
  /// - Precondition: `high - low` is finite and `count` is not negative.
  public mutating func uniform(count: Int, in range: Range<Double> = 0..<1) -> [Double] {
    array(count: count) { generator in generator.uniform(in: range) }
  }

  /// Returns a number of the normal distribution, `mean + standardDeviation · z`.
  ///
  /// - Precondition: `standardDeviation` is not negative.
  public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
    precondition(
      standardDeviation >= 0, "NumPyRandom.normal: standard deviation \(standardDeviation)")
    return mean + standardDeviation * standardNormal()
  }

  /// Returns `count` numbers of the normal distribution, as `randn(count)` and `normal` do.
  ///
  /// - Precondition: `standardDeviation` and `count` are not negative.
  public mutating func normal(
    count: Int, mean: Double = 0, standardDeviation: Double = 1
  ) -> [Double] {
    array(count: count) { generator in
      generator.normal(mean: mean, standardDeviation: standardDeviation)
    }
  }

  /// 53 bits of two words, in [0, 1).
  private mutating func unitUniform() -> Double {
    let high: UInt32 = engine.next()
    let low: UInt32 = engine.next()
    return (Double(high >> 5) * 0x1p26 + Double(low >> 6)) * 0x1p-53
  }

  /// Marsaglia's polar method: two normals from a point drawn inside the unit circle.
  private mutating func standardNormal() -> Double {
    if let normal = cachedNormal {
      cachedNormal = nil
      return normal
    }
    while true {
      let x = 2 * unitUniform() - 1
      let y = 2 * unitUniform() - 1
      let squaredRadius = x * x + y * y
      if squaredRadius < 1, squaredRadius != 0 {
        let factor = (-2 * log(squaredRadius) / squaredRadius).squareRoot()
        cachedNormal = factor * x
        return factor * y
      }
    }
  }

  /// An array of `count` draws.
  mutating func array<Element>(
    count: Int, of draw: (inout NumPyRandom) -> Element
  ) -> [Element] {
    precondition(count >= 0, "NumPyRandom: cannot draw \(count) numbers")
    return (0..<count).map { _ in draw(&self) }
  }
}

extension NumPyRandom {
  /// The whole state in 627 integers, in the order of `RandomState.get_state()`.
  ///
  /// They are the 624 words of the key, the position in it, 1 or 0 for a normal number kept for the
  /// next call or none, and the bit pattern of that number.
  public var state: [UInt64] {
    engine.key.map(UInt64.init) + [
      UInt64(engine.position), cachedNormal == nil ? 0 : 1, (cachedNormal ?? 0).bitPattern,
    ]
  }

  /// Makes the generator that has this `state`, or nil where the integers are not a state.
  public init?(state: [UInt64]) {
    let wordCount = MersenneTwister.wordCount
    let key = state.prefix(wordCount).compactMap(UInt32.init(exactly:))
    guard state.count == wordCount + 3, state[wordCount + 1] <= 1,
      let position = Int(exactly: state[wordCount]),
      let engine = MersenneTwister(key: key, position: position)
    else { return nil }
    let normal = Double(bitPattern: state[wordCount + 2])
    guard normal.isFinite else { return nil }
    self.engine = engine
    cachedNormal = state[wordCount + 1] == 1 ? normal : nil
  }
}

extension NumPyRandom: Codable {
  /// Encodes `state`.
  public func encode(to encoder: any Encoder) throws {
    try state.encode(to: encoder)
  }

  /// Decodes `state`, and throws `DecodingError.dataCorrupted` where the integers are not a state.
  public init(from decoder: any Decoder) throws {
    guard let generator = NumPyRandom(state: try [UInt64](from: decoder)) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "Not the state of a NumPyRandom"))
    }
    self = generator
  }
}
