#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Philox {
  /// A number of the gamma distribution of a shape and scale 1.
  ///
  /// Where the shape is tiny most numbers are less than every `Double`, and so 0.
  mutating func gamma(shape: Double) -> Double {
    shape >= 1 ? largeGamma(shape: shape) : exp(logarithmOfGamma(shape: shape))
  }

  /// The logarithm of such a number, finite for every shape.
  ///
  /// A number of shape a < 1 is one of shape a + 1 times `u^(1/a)`.
  mutating func logarithmOfGamma(shape: Double) -> Double {
    if shape >= 1 { return log(largeGamma(shape: shape)) }
    return log(largeGamma(shape: shape + 1)) - exponential() / shape
  }

  /// A number of the beta distribution, `x / (x + y)` of two gamma numbers x and y.
  ///
  /// It is calculated from their logarithms, since both may be too small for a `Double`.
  mutating func beta(_ alpha: Double, _ beta: Double) -> Double {
    let x = logarithmOfGamma(shape: alpha)
    let y = logarithmOfGamma(shape: beta)
    return 1 / (1 + exp(y - x))
  }

  /// `d v` with d = shape − 1/3 and v = (1 + z / √(9d))³, z normal, accepted with a probability of
  /// 0.95 or more.
  ///
  /// Source: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26
  /// (2000).
  ///
  /// - Precondition: The shape is at least 1.
  private mutating func largeGamma(shape: Double) -> Double {
    let d = shape - 1 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let z = normalPair(next(), next()).0
      let root = 1 + c * z
      if root <= 0 { continue }
      let v = root * root * root
      let u = openUniform()
      let z2 = z * z
      if u < 1 - 0.0331 * z2 * z2 { return d * v }
      if naturalLogarithm(u) < 0.5 * z2 + d * (1 - v + naturalLogarithm(v)) { return d * v }
    }
  }
}
