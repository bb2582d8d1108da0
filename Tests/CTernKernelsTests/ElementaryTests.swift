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
