import CTernKernels
import Testing

private let allUnary = Array(TERN_NEGATE...TERN_TRUNC)

@Test(arguments: availableTiers, sizes)
func simpleFunctionsAreTheirFormulas(tier: TernTier, size: Int) {
  func check<R: Real>(_: R.Type) {
    let formulas: [(Int, (R) -> R)] = [
      (TERN_NEGATE, { -$0 }),
      (TERN_ABS, { $0.magnitude }),
      (TERN_SIGN, { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 }),
      (TERN_RECIPROCAL, { 1 / $0 }),
      (TERN_SQUARE, { $0 * $0 }),
      (TERN_SQRT, { $0.squareRoot() }),
      (TERN_RSQRT, { 1 / $0.squareRoot() }),
      (TERN_FLOOR, { $0.rounded(.down) }),
      (TERN_CEIL, { $0.rounded(.up) }),
      (TERN_ROUND, { $0.rounded(.toNearestOrEven) }),
      (TERN_TRUNC, { $0.rounded(.towardZero) }),
      (TERN_RELU, { max($0, 0) }),
      (TERN_CLAMP, { min(max($0, -0.5), 1.5) }),
      (TERN_LEAKY_RELU, { $0 > 0 ? $0 : -0.5 * $0 }),
    ]
    let x: [R] = numbers(size)
    for (f, formula) in formulas {
      #expect(identical(R.kernels(tier).map(f, x, -0.5, 1.5), x.map(formula)), "function \(f)")
    }
    let shifted = R.kernels(tier).map(TERN_SCALE_SHIFT, x, -0.5, 1.5)
    for (y, x) in zip(shifted, x) { #expect(abs(y - (-0.5 * x + 1.5)) <= 4 * R.ulpOfOne) }
    let cubes = R.kernels(tier).map(TERN_POWER, x, 3)
    for (y, x) in zip(cubes, x) { #expect(ulps(y, Double(x * x * x)) <= 2) }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func specialValuesGoThroughSimpleFunctions(tier: TernTier) {
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    let x: [R] = [.nan, .infinity, -.infinity, 0, -0.0, 2.5, -2.5, 0.3, -0.3]
    let expected: [(Int, [R])] = [
      (TERN_SIGN, [.nan, 1, -1, 0, 0, 1, -1, 1, -1]),
      (TERN_RECIPROCAL, [.nan, 0, -0.0, .infinity, -.infinity, 0.4, -0.4, 1 / x[7], 1 / x[8]]),
      (TERN_ABS, [.nan, .infinity, .infinity, 0, 0, 2.5, 2.5, x[7], x[7]]),
      (TERN_NEGATE, [.nan, -.infinity, .infinity, -0.0, 0, -2.5, 2.5, x[8], x[7]]),
      (TERN_FLOOR, [.nan, .infinity, -.infinity, 0, -0.0, 2, -3, 0, -1]),
      (TERN_CEIL, [.nan, .infinity, -.infinity, 0, -0.0, 3, -2, 1, -0.0]),
      (TERN_ROUND, [.nan, .infinity, -.infinity, 0, -0.0, 2, -2, 0, -0.0]),
      (TERN_TRUNC, [.nan, .infinity, -.infinity, 0, -0.0, 2, -2, 0, -0.0]),
      (TERN_CLAMP, [.nan, 2, -1, 0, -0.0, 2, -1, x[7], x[8]]),
      (TERN_LEAKY_RELU, [.nan, .infinity, .infinity, -0.0, 0, 2.5, 2.5, x[7], x[7]]),
    ]
    for (f, values) in expected { #expect(identical(kernels.map(f, x, -1, 2), values), "\(f)") }
    let relu = kernels.map(TERN_RELU, x)
    #expect(relu[0].isNaN && relu[1...] == [.infinity, 0, 0, 0, 2.5, 0, x[7], 0])
    #expect(kernels.map(TERN_SQRT, [-1])[0].isNaN)
    #expect(identical(kernels.map(TERN_SQRT, [-0.0]), [-0.0]))
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func eluIsExpm1BelowZero(tier: TernTier) {
  func check<R: Real>(_: R.Type) {
    let x: [R] = numbers(33)
    let expm1 = R.kernels(tier).map(TERN_EXPM1, x)
    let expected = zip(x, expm1).map { x, e in x > 0 ? x : e * 1.5 }
    #expect(identical(R.kernels(tier).map(TERN_ELU, x, 1.5), expected))
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func resultsDoNotDependOnPositionOrSplit(tier: TernTier) {
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    let x: [R] = numbers(77, range: 5)
    for f in allUnary {
      let whole = kernels.map(f, x, 1.5, 2.5)
      for cut in [1, 3, 8, 17, 40, 76] {
        let parts =
          kernels.map(f, Array(x[..<cut]), 1.5, 2.5) + kernels.map(f, Array(x[cut...]), 1.5, 2.5)
        #expect(identical(whole, parts), "function \(f), cut at \(cut)")
      }
      var inPlace = x
      inPlace.withUnsafeMutableBufferPointer {
        kernels.unary(Int32(f), $0.count, $0.baseAddress, 1.5, 2.5, $0.baseAddress)
      }
      #expect(identical(whole, inPlace), "function \(f), in place")
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func tiersAgreeWithTheBaseline(tier: TernTier) {
  func check<R: Real>(_: R.Type) {
    let x: [R] = positiveNumbers(1023, range: 5)
    for f in allUnary {
      let expected = R.kernels(TernTier(TERN_TIER_BASELINE)).map(f, x, 1.5, 2.5)
      for (y, z) in zip(R.kernels(tier).map(f, x, 1.5, 2.5), expected) {
        #expect(ulps(y, Double(z)) <= 3, "function \(f)")
      }
    }
  }
  check(Float.self)
  check(Double.self)
}

// MARK: - Two operands

private func formulas<R: Real>(_: R.Type) -> [(Int, (R, R) -> R)] {
  [
    (TERN_ADD, { $0 + $1 }), (TERN_SUBTRACT, { $0 - $1 }), (TERN_MULTIPLY, { $0 * $1 }),
    (TERN_DIVIDE, { $0 / $1 }),
    (TERN_MINIMUM, { $0.isNaN || $1.isNaN ? .nan : min($0, $1) }),
    (TERN_MAXIMUM, { $0.isNaN || $1.isNaN ? .nan : max($0, $1) }),
    (TERN_MASK, { $1 > 0 ? $0 : 0 }),
    (TERN_COPY_SIGN, { R(signOf: $1, magnitudeOf: $0) }),
    (
      TERN_NEXT_AFTER,
      { $0.isNaN || $1.isNaN ? .nan : $0 == $1 ? $1 : $0 < $1 ? $0.nextUp : $0.nextDown }
    ),
  ]
}

private func comparisons<R: Real>(_: R.Type) -> [(Int, (R, R) -> Bool)] {
  [
    (TERN_EQUAL, { $0 == $1 }), (TERN_NOT_EQUAL, { $0 != $1 }),
    (TERN_LESS, { $0 < $1 }), (TERN_LESS_EQUAL, { $0 <= $1 }),
    (TERN_GREATER, { $0 > $1 }), (TERN_GREATER_EQUAL, { $0 >= $1 }),
  ]
}

/// How an operand of rows × columns is laid out: its strides.
private let layouts: [@Sendable (Int) -> (row: Int, column: Int)] = [
  { ($0, 1) }, { _ in (0, 1) }, { _ in (1, 0) }, { _ in (0, 0) }, { ($0 + 3, 1) },
]

@Test(
  arguments: availableTiers,
  [(0, 3), (3, 0), (1, 1), (5, 1), (1, 17), (4, 3), (7, 10), (3, 65)])
func operandsBroadcastAlongRowsAndColumns(tier: TernTier, extents: (rows: Int, columns: Int)) {
  let (rows, columns) = extents
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    var x: [R] = numbers(rows * (columns + 3) + 1, seed: 1)
    var y: [R] = numbers(rows * (columns + 3) + 1, seed: 2)
    x[0] = .nan
    y[y.count / 2] = .nan
    if x.count > 2 { y[2] = x[2] }
    for xLayout in layouts {
      for yLayout in layouts {
        let (xs, ys) = (xLayout(columns), yLayout(columns))
        let pairs = (0..<rows * columns).map { i in
          let (r, c) = (i / columns, i % columns)
          return (x[r * xs.row + c * xs.column], y[r * ys.row + c * ys.column])
        }
        for (f, formula) in formulas(R.self) {
          var z = [R](repeating: -7, count: rows * columns + 1)
          kernels.binary(
            Int32(f), rows, columns, x, xs.row, xs.column, y, ys.row, ys.column, &z)
          #expect(identical(z, pairs.map(formula) + [-7]), "\(f) \(xs) \(ys)")
        }
        for (f, formula) in comparisons(R.self) {
          var z = [Bool](repeating: true, count: rows * columns + 1)
          kernels.compare(
            Int32(f), rows, columns, x, xs.row, xs.column, y, ys.row, ys.column, &z)
          #expect(z == pairs.map(formula) + [true], "\(f) \(xs) \(ys)")
        }
      }
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func theResultMayReplaceAnOperand(tier: TernTier) {
  let x: [Float] = numbers(37)
  let y: [Float] = numbers(37, seed: 2)
  var z = x
  z.withUnsafeMutableBufferPointer {
    Float.kernels(tier).binary(
      Int32(TERN_SUBTRACT), 1, 37, $0.baseAddress, 0, 1, y, 0, 1, $0.baseAddress)
  }
  #expect(z == zip(x, y).map { $0 - $1 })
}

@Test(arguments: availableTiers, sizes) func selectTakesXWhereTheConditionHolds(
  tier: TernTier, size: Int
) {
  func check<R: Real>(_: R.Type) {
    let (x, y): ([R], [R]) = (numbers(size), numbers(size, seed: 2))
    let condition = x.map { $0 > 1 }
    var z = [R](repeating: 9, count: size + 1)
    R.kernels(tier).select(size, condition, x, y, &z)
    let expected = (0..<size).map { i -> R in condition[i] ? x[i] : y[i] }
    #expect(z == expected + [9])
  }
  check(Float.self)
  check(Double.self)
}
