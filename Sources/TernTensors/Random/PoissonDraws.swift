#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Philox {
  /// A number of the Poisson distribution: how many events happen that happen at a rate.
  ///
  /// - Precondition: The rate is in 0 ... 2^53.
  mutating func poisson(rate: Double) -> Double {
    rate < 10 ? smallPoisson(rate: rate) : largePoisson(rate: rate)
  }

  /// How many uniform numbers can be multiplied before the product is at most e^-rate.
  ///
  /// Source: Knuth, "The art of computer programming", volume 2, 3.4.1.
  private mutating func smallPoisson(rate: Double) -> Double {
    let least = exp(-rate)
    var (count, product) = (0.0, openUniform())
    while product > least {
      product *= openUniform()
      count += 1
    }
    return count
  }

  /// Transformed rejection with squeeze, PTRS: 1.1 to 1.2 pairs of uniform numbers a draw.
  ///
  /// Source: Hörmann, "The transformed rejection method for generating Poisson random variables",
  /// Insurance: Mathematics and Economics 12 (1993).
  private mutating func largePoisson(rate: Double) -> Double {
    let b = 0.931 + 2.53 * rate.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let squeeze = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = openUniform() - 0.5
      let v = openUniform()
      let distance = 0.5 - abs(u)
      let k = ((2 * a / distance + b) * u + rate + 0.43).rounded(.down)
      if distance >= 0.07 && v <= squeeze { return k }
      if k < 0 || (distance < 0.013 && v > distance) { continue }
      let accepted = v * inverseAlpha / (a / (distance * distance) + b)
      if naturalLogarithm(accepted) <= logarithmOfPoisson(k, rate: rate) { return k }
    }
  }
}

/// `ln(rate^k e^-rate / k!)`, by Stirling's series where k is not small.
///
/// The large terms `k ln(rate / k) + k − rate` are `k (ln(1 + d) − d)` with d = (rate − k) / k,
/// which near the mean has a series without cancellation.
///
/// Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).
private func logarithmOfPoisson(_ k: Double, rate: Double) -> Double {
  if k < 10 {
    let factorial = stride(from: 1, through: k, by: 1).reduce(1, *)
    return k * naturalLogarithm(rate) - rate - naturalLogarithm(factorial)
  }
  let d = (rate - k) / k
  var deviance = naturalLogarithm(1 + d) - d
  if abs(d) < 0.01 {
    let series = 1 / 3 - d * (1 / 4 - d * (1 / 5 - d * (1 / 6 - d * (1 / 7 - d / 8))))
    deviance = d * d * (d * series - 0.5)
  }
  let k2 = k * k
  let remainder = (1 / 12 - (1 / 360 - (1 / 1_260 - 1 / (1_680 * k2)) / k2) / k2) / k
  return k * deviance - 0.5 * naturalLogarithm(2 * .pi * k) - remainder
}
