import CTernKernels
import Foundation
import Testing

/// A function of two numbers, its oracle and the errors it may have, in units in the last place.
private let cases: [(name: String, function: Int, oracle: [ElementaryOracle.Row3], bound: Double)] =
  [
    ("hypot", TERN_HYPOT, ElementaryOracle.hypot, 1.5),
    ("atan2", TERN_ATAN2, ElementaryOracle.atan2, 2),
    ("remainder", TERN_REMAINDER, ElementaryOracle.remainder, 0),
    ("floorDivide", TERN_FLOOR_DIVIDE, ElementaryOracle.floorDivide, 0),
  ]

@Test(arguments: availableTiers, cases.indices)
func functionsOfTwoNumbersAreAccurate(tier: TernTier, index: Int) {
  let (name, function, oracle, bound) = cases[index]
  func check<R: Real>(_: R.Type) {
    let rows = oracle.filter {
      ($0.x.isNaN || Double(R($0.x)) == $0.x) && ($0.y.isNaN || Double(R($0.y)) == $0.y)
    }
    let results = R.kernels(tier).zip(function, rows.map { R($0.x) }, rows.map { R($0.y) })
    for (row, result) in zip(rows, results) {
      #expect(
        ulps(result, row.value) <= bound,
        "\(name)(\(row.x), \(row.y)) is \(result), not \(row.value)")
      #expect(row.value.isNaN || result.sign == row.value.sign, "\(name)(\(row.x), \(row.y))")
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func logarithmsOfSumsAreAccurateBesideTheirOperands(tier: TernTier)
{
  func check<R: Real>(_: R.Type) {
    let rows = ElementaryOracle.logAddExp
    let results = R.kernels(tier).zip(
      TERN_LOG_ADD_EXP, rows.map { R($0.x) }, rows.map { R($0.y) })
    for (row, result) in zip(rows, results) {
      let size = max(1, abs(row.x), abs(row.y))
      #expect(
        ulps(result, row.value) <= 1
          || abs(Double(result) - row.value) <= 2 * Double(R.ulpOfOne) * size,
        "logAddExp(\(row.x), \(row.y)) is \(result), not \(row.value)")
    }
  }
  check(Float.self)
  check(Double.self)
}

/// Right triangles 3 : 4 : 5, exact at every size, among them those where scaling begins.
@Test(arguments: availableTiers) func hypotenusesAreExactAtEverySize(tier: TernTier) {
  func check<R: Real>(_: R.Type, exponents: ClosedRange<Int>) {
    let sizes = exponents.map { R(sign: .plus, exponent: R.Exponent($0), significand: 1) }
    let results = R.kernels(tier).zip(TERN_HYPOT, sizes.map { 3 * $0 }, sizes.map { -4 * $0 })
    #expect(identical(results, sizes.map { 5 * $0 }))
    let flat = R.kernels(tier).zip(TERN_HYPOT, sizes, sizes.map { _ in 0 })
    #expect(identical(flat, sizes))
  }
  check(Float.self, exponents: -149...125)
  check(Double.self, exponents: -1074...1021)
}

/// NumPy's remainder and quotient by its own formulas.
private func division<R: Real>(_ x: R, _ y: R) -> (remainder: R, quotient: R) {
  var rest = x.truncatingRemainder(dividingBy: y)
  if y == 0 { return (rest, x / y) }
  var quotient = (x - rest) / y
  if rest == 0 {
    rest = R(signOf: y, magnitudeOf: 0)
  } else if (rest < 0) != (y < 0) {
    rest += y
    quotient -= 1
  }
  guard quotient != 0 else { return (rest, R(signOf: x / y, magnitudeOf: 0)) }
  let floor = quotient.rounded(.down)
  return (rest, quotient - floor > 0.5 ? floor + 1 : floor)
}

@Test(arguments: availableTiers) func remaindersAreExactForQuotientsOfAnySize(tier: TernTier) {
  func check<R: Real>(_: R.Type, exponents: ClosedRange<Int>) {
    let (x, y): ([R], [R]) = (numbers(4_000), numbers(4_000, seed: 2))
    for exponent in exponents where exponent % 7 == 0 {
      let wide = x.map { $0 * R(sign: .plus, exponent: R.Exponent(exponent), significand: 1) }
      let remainders = R.kernels(tier).zip(TERN_REMAINDER, wide, y)
      let quotients = R.kernels(tier).zip(TERN_FLOOR_DIVIDE, wide, y)
      let expected = zip(wide, y).map { division($0, $1) }
      #expect(identical(remainders, expected.map(\.remainder)), "2^\(exponent)")
      #expect(identical(quotients, expected.map(\.quotient)), "2^\(exponent)")
    }
  }
  check(Float.self, exponents: -149...120)
  check(Double.self, exponents: -300...300)
}
