import CTernKernels
import Foundation
import Testing

/// A function, its oracle and the errors it may have, in units in the last place.
struct ElementaryCase: Sendable, CustomTestStringConvertible {
  let name: String
  let function: Int
  let oracle: [ElementaryOracle.Row2]
  let float: Double
  let double: Double

  init(
    _ name: String, _ function: Int, _ oracle: [ElementaryOracle.Row2], _ float: Double,
    _ double: Double
  ) {
    (self.name, self.function, self.oracle) = (name, function, oracle)
    (self.float, self.double) = (float, double)
  }

  var testDescription: String { name }

  static let all = [
    Self("exp", TERN_EXP, ElementaryOracle.exp, 1, 1.5),
    Self("expm1", TERN_EXPM1, ElementaryOracle.expm1, 1.5, 2),
    Self("log", TERN_LOG, ElementaryOracle.log, 1, 1.5),
    Self("log1p", TERN_LOG1P, ElementaryOracle.log1p, 1, 1.5),
    Self("tanh", TERN_TANH, ElementaryOracle.tanh, 2.5, 3),
    Self("sigmoid", TERN_SIGMOID, ElementaryOracle.sigmoid, 2.5, 3),
    Self("erf", TERN_ERF, ElementaryOracle.erf, 1.5, 2),
    Self("softplus", TERN_SOFTPLUS, ElementaryOracle.softplus, 2, 2.5),
    Self("sin", TERN_SIN, ElementaryOracle.sin, 1, 1),
    Self("cos", TERN_COS, ElementaryOracle.cos, 1, 1),
    Self("tan", TERN_TAN, ElementaryOracle.tan, 2, 2.5),
    Self("asin", TERN_ASIN, ElementaryOracle.asin, 1, 1),
    Self("acos", TERN_ACOS, ElementaryOracle.acos, 1, 1),
    Self("atan", TERN_ATAN, ElementaryOracle.atan, 2, 2),
    Self("sinh", TERN_SINH, ElementaryOracle.sinh, 2, 2),
    Self("cosh", TERN_COSH, ElementaryOracle.cosh, 1.5, 1.5),
    Self("asinh", TERN_ASINH, ElementaryOracle.asinh, 2, 2),
    Self("acosh", TERN_ACOSH, ElementaryOracle.acosh, 2.5, 2.5),
    Self("atanh", TERN_ATANH, ElementaryOracle.atanh, 2, 2),
    Self("exp2", TERN_EXP2, ElementaryOracle.exp2, 1.5, 1.5),
    Self("log2", TERN_LOG2, ElementaryOracle.log2, 1, 1),
    Self("log10", TERN_LOG10, ElementaryOracle.log10, 1, 1),
    Self("cbrt", TERN_CBRT, ElementaryOracle.cbrt, 0.8, 1),
  ]
}

@Test(arguments: ElementaryCase.all, availableTiers)
func elementaryFunctionsAreAccurate(_ test: ElementaryCase, tier: TernTier) {
  func check<R: Real>(_: R.Type, within bound: Double) {
    let rows = test.oracle.filter { $0.x.isNaN || Double(R($0.x)) == $0.x }
    let results = R.kernels(tier).map(test.function, rows.map { R($0.x) })
    for (row, result) in zip(rows, results) {
      #expect(
        ulps(result, row.value) <= bound,
        "\(test.name)(\(row.x)) is \(result), not \(row.value)")
      #expect(row.value.isNaN || R(row.value) != 0 || result.sign == row.value.sign)
    }
  }
  check(Float.self, within: test.float)
  check(Double.self, within: test.double)
}

@Test(arguments: availableTiers) func geluAndItsGradientAreTheirFormulas(tier: TernTier) {
  func check<R: Real>(_: R.Type) {
    let (x, dy): ([R], [R]) = (numbers(1023, range: 9), numbers(1023, seed: 2))
    let values = R.kernels(tier).map(TERN_GELU, x)
    let slopes = R.kernels(tier).zip(TERN_GELU_GRADIENT, dy, x)
    for i in x.indices {
      let (x, dy) = (Double(x[i]), Double(dy[i]))
      let distribution = erfc(-x * 0.5.squareRoot()) / 2
      let slope = distribution + x * exp(-x * x / 2) / (2 * Double.pi).squareRoot()
      #expect(abs(Double(values[i]) - x * distribution) <= abs(x) * Double(R.ulpOfOne))
      #expect(abs(Double(slopes[i]) - dy * slope) <= 4 * abs(dy) * Double(R.ulpOfOne))
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func powIsAccurateAndFollowsC(tier: TernTier) {
  func check<R: Real>(_: R.Type) {
    let rows = ElementaryOracle.pow.filter {
      ($0.x.isNaN || Double(R($0.x)) == $0.x) && ($0.y.isNaN || Double(R($0.y)) == $0.y)
    }
    let results = R.kernels(tier).zip(TERN_POW, rows.map { R($0.x) }, rows.map { R($0.y) })
    for (row, result) in zip(rows, results) {
      #expect(
        ulps(result, row.value) <= 1.5, "pow(\(row.x), \(row.y)) is \(result), not \(row.value)")
      #expect(row.value.isNaN || R(row.value) != 0 || result.sign == row.value.sign)
      let power = R.kernels(tier).map(TERN_POWER, [R(row.x)], R(row.y))[0]
      #expect(ulps(power, row.value) <= 1.5, "\(row.x) to the power \(row.y)")
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func floatFunctionsAgreeWithDouble(tier: TernTier) {
  let x: [Float] = numbers(1023, range: 12)
  for test in ElementaryCase.all {
    let input = test.function == TERN_LOG || test.function == TERN_LOG1P ? x.map(abs) : x
    let results = Float.kernels(tier).map(test.function, input)
    let expected = Double.kernels(tier).map(test.function, input.map(Double.init))
    for (result, value) in zip(results, expected) {
      #expect(ulps(result, value) <= test.float, "\(test.name)")
    }
  }
}

// MARK: - Far from the oracle's points

/// Functions over the whole range of their type, with the same ones of the C library.
private let libraryFunctions:
  [(name: String, function: Int, library: @Sendable (Double) -> Double)] = [
    ("sin", TERN_SIN, { sin($0) }), ("cos", TERN_COS, { cos($0) }), ("tan", TERN_TAN, { tan($0) }),
    ("asin", TERN_ASIN, { asin($0) }), ("acos", TERN_ACOS, { acos($0) }),
    ("atan", TERN_ATAN, { atan($0) }), ("sinh", TERN_SINH, { sinh($0) }),
    ("cosh", TERN_COSH, { cosh($0) }), ("asinh", TERN_ASINH, { asinh($0) }),
    ("acosh", TERN_ACOSH, { acosh($0) }), ("atanh", TERN_ATANH, { atanh($0) }),
    ("exp2", TERN_EXP2, { exp2($0) }), ("log2", TERN_LOG2, { log2($0) }),
    ("log10", TERN_LOG10, { log10($0) }), ("cbrt", TERN_CBRT, { cbrt($0) }),
  ]

@Test(arguments: availableTiers, libraryFunctions.indices)
func functionsAreAccurateWhateverTheBits(tier: TernTier, index: Int) {
  let (name, function, library) = libraryFunctions[index]
  func check<R: Real>(_ x: [R], within bound: Double) {
    for (x, y) in zip(x, R.kernels(tier).map(function, x)) {
      let expected = library(Double(x))
      #expect(ulps(y, expected) <= bound, "\(name)(\(x)) is \(y), not \(expected)")
    }
  }
  var rng = SplitMix(state: 1)
  // The library's own error is below 2.
  check(
    (0..<4_000).map { _ in Float(bitPattern: UInt32(truncatingIfNeeded: rng.next())) }, within: 2.5)
  check((0..<4_000).map { _ in Double(bitPattern: rng.next()) }, within: 4)
  check((0..<4_000).map { _ in Double.random(in: -1...1, using: &rng) }, within: 4)
  check((0..<4_000).map { _ in Double.random(in: -2e6...2e6, using: &rng) }, within: 4)
}

private struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Test(arguments: availableTiers) func whatIsExactIsExact(tier: TernTier) {
  func check<R: Real>(_: R.Type, digits: Int, exponents: ClosedRange<Int>) {
    let kernels = R.kernels(tier)
    let tens = (0...digits).map { R(pow(10, Double($0))) }
    #expect(kernels.map(TERN_LOG10, tens) == (0...digits).map { R($0) })
    let twos = exponents.map { R(scalbn(1, $0)) }
    #expect(kernels.map(TERN_LOG2, twos) == exponents.map { R($0) })
    #expect(kernels.map(TERN_EXP2, exponents.map { R($0) }) == twos)
    let numbers = (1...200).map { R($0) }
    #expect(kernels.map(TERN_CBRT, numbers.map { $0 * $0 * $0 }) == numbers)
    let bases = (0..<16).flatMap { _ in (1...16).map { R($0) } }
    let powers = (0..<16).flatMap { power in (1...16).map { _ in R(power) } }
    for (i, result) in kernels.zip(TERN_POW, bases, powers).enumerated() {
      let exact = pow(Double(bases[i]), Double(powers[i]))
      if exact * Double(R.ulpOfOne) < 1 { #expect(Double(result) == exact) }
    }
  }
  check(Float.self, digits: 10, exponents: -149...127)
  check(Double.self, digits: 22, exponents: -1074...1023)
}
