import TernTensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The exponential of one matrix by scaling and squaring, untraced; the sources are at
/// ``Tensor/expm()``.
struct MatrixExponential<Scalar: FloatingScalar> {
  private let matrix: Tensor<Scalar>
  /// I, A², A⁴, A⁶.
  private let powers: [Tensor<Scalar>]
  private let norm: Double
  /// max(‖A⁴‖^(1/4), ‖A⁶‖^(1/6)): how large A is to a series of its even powers, often much
  /// less than its norm.
  private let size: Double
  private let approximants = PadeApproximants.of(Scalar.self)

  /// The exponential of a square matrix; not a number if the matrix or its norm is not finite.
  static func of(_ a: Tensor<Scalar>) -> Tensor<Scalar> {
    let norm = columnNorm(a)
    guard norm.isFinite else { return Tensor(full: a.shape, .nan) }
    // The powers of A shall not overflow.
    let mostExponent = Int(Scalar.greatestFiniteMagnitude.exponent) / 8
    let halvings = norm > 1 ? max(0, Int(norm.exponent) - mostExponent) : 0
    return MatrixExponential(halved(a, halvings)).squared(halvings)
  }

  private init(_ a: Tensor<Scalar>) {
    let second = a.matmul(a)
    let fourth = second.matmul(second)
    let sixth = fourth.matmul(second)
    matrix = a
    powers = [Tensor(identity: a.shape[0]), second, fourth, sixth]
    norm = Self.columnNorm(a)
    size = min(norm, max(pow(Self.columnNorm(fourth), 1 / 4), pow(Self.columnNorm(sixth), 1 / 6)))
  }

  /// The exponential, squared so many times.
  private func squared(_ squarings: Int) -> Tensor<Scalar> {
    let last = approximants.degrees.count - 1
    for (degree, greatestSize) in approximants.degrees[..<last]
    where size <= greatestSize && extraHalvings(degree, after: 0) == 0 {
      return Self.squared(approximant(degree, halvings: 0), squarings)
    }
    let (degree, greatestSize) = approximants.degrees[last]
    let excess = size / greatestSize
    let needed = excess > 1 ? Int(excess.exponent) + (excess.significand > 1 ? 1 : 0) : 0
    let halvings = needed + extraHalvings(degree, after: needed)
    return Self.squared(approximant(degree, halvings: halvings), halvings + squarings)
  }

  private static func squared(_ x: Tensor<Scalar>, _ squarings: Int) -> Tensor<Scalar> {
    (0..<squarings).reduce(x) { x, _ in x.matmul(x) }
  }

  /// How much further than by its size the matrix has to be halved, so that rounding in the
  /// evaluation stays harmless, too: ℓ of Al-Mohy and Higham (2009), from ‖|A|^(2d+1)‖.
  private func extraHalvings(_ degree: Int, after halvings: Int) -> Int {
    guard norm > 0 else { return 0 }
    let power = 2 * degree + 1
    // |A| of norm 1, so that nothing overflows.
    let magnitudes = matrix.abs() / Scalar(double: norm)
    let sums = (0..<power).reduce(Tensor(ones: [matrix.shape[0]])) { x, _ in x.matmul(magnitudes) }
    let powerNorm = sums.max().scalar.asDouble
    guard powerNorm > 0 else { return 0 }
    // The product of the first three may vanish where the last factor makes up for it.
    let logarithm =
      log2(PadeApproximants.errorCoefficient(degree)) + log2(powerNorm)
      - log2(approximants.unitRoundoff) + Double(power - 1) * (log2(norm) - Double(halvings))
    return max(0, Int((logarithm / Double(2 * degree)).rounded(.up)))
  }

  /// The approximant (V − U)⁻¹ (V + U), U the odd and V the even terms, of A halved so many times.
  private func approximant(_ degree: Int, halvings: Int) -> Tensor<Scalar> {
    let b = PadeApproximants.coefficients(degree)
    let a = Self.halved(matrix, halvings)
    var powers = powers.enumerated().map { Self.halved($1, 2 * $0 * halvings) }
    let (odd, even): (Tensor<Scalar>, Tensor<Scalar>)
    if degree == 13 {
      // The upper terms share a factor of A⁶.
      let upperOdd = combination(powers, [0, b[9], b[11], b[13]])
      let upperEven = combination(powers, [0, b[8], b[10], b[12]])
      odd = powers[3].matmul(upperOdd) + combination(powers, [b[1], b[3], b[5], b[7]])
      even = powers[3].matmul(upperEven) + combination(powers, [b[0], b[2], b[4], b[6]])
    } else {
      if degree == 9 { powers.append(powers[2].matmul(powers[2])) }
      let places = Array(stride(from: 0, to: degree, by: 2))
      odd = combination(powers, places.map { b[$0 + 1] })
      even = combination(powers, places.map { b[$0] })
    }
    let product = a.matmul(odd)
    return (try? (even - product).solve(even + product)) ?? Tensor(full: a.shape, .nan)
  }

  private func combination(_ powers: [Tensor<Scalar>], _ factors: [Double]) -> Tensor<Scalar> {
    var sum = Tensor<Scalar>(zeros: matrix.shape)
    for (power, factor) in zip(powers, factors) where factor != 0 {
      sum += power * Scalar(double: factor)
    }
    return sum
  }

  /// A / 2^halvings, which is exact.
  private static func halved(_ a: Tensor<Scalar>, _ halvings: Int) -> Tensor<Scalar> {
    halvings == 0
      ? a : a * Scalar(sign: .plus, exponent: Scalar.Exponent(-halvings), significand: 1)
  }

  /// The greatest sum of magnitudes of a column.
  private static func columnNorm(_ a: Tensor<Scalar>) -> Double {
    a.isEmpty ? 0 : a.abs().sum(along: 0).max().scalar.asDouble
  }
}
