import CTernKernels
import Testing

/// outer, count, inner
private let extents = [
  (1, 0, 1), (1, 1, 1), (3, 7, 1), (64, 10, 1), (1, 17, 1), (2, 1023, 1), (1, 0, 3), (1, 5, 3),
  (2, 31, 2), (1, 64, 10), (1, 6, 17), (2, 9, 70), (0, 4, 4), (3, 1, 5), (1, 1023, 7),
  (2, 3, 0),
]

private func groups<R: Real>(_ x: [R], _ outer: Int, _ count: Int, _ inner: Int) -> [[R]] {
  (0..<outer * inner).map { i in
    (0..<count).map { k in x[(i / inner * count + k) * inner + i % inner] }
  }
}

@Test(arguments: availableTiers, extents)
func sumsAreRightToOneRounding(tier: TernTier, extents: (Int, Int, Int)) {
  let (outer, count, inner) = extents
  func check<R: Real>(_: R.Type) {
    let x: [R] = numbers(outer * count * inner)
    let groups = groups(x, outer, count, inner)
    let sums = R.kernels(tier).reduced(TERN_SUM, x, outer: outer, count: count, inner: inner)
    let squares = R.kernels(tier)
      .reduced(TERN_SUM_OF_SQUARES, x, outer: outer, count: count, inner: inner)
    for (i, group) in groups.enumerated() {
      // Double's own sums may differ by the order of their terms.
      let slack = group.reduce(0) { $0 + Double($1.magnitude) } * 0x1p-47
      let sum = group.reduce(0) { $0 + Double($1) }
      #expect(abs(Double(sums[i]) - sum) <= Double(R(sum).ulp) / 2 + slack)
      let square = group.reduce(0) { $0 + Double($1) * Double($1) }
      #expect(abs(Double(squares[i]) - square) <= Double(R(square).ulp) / 2 + square * 0x1p-47)
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, extents)
func productsMultiply(tier: TernTier, extents: (Int, Int, Int)) {
  let (outer, count, inner) = extents
  func check<R: Real>(_: R.Type) {
    let x: [R] = positiveNumbers(outer * count * inner, range: 0.01).map { (x: R) in 1 + x }
    let products = R.kernels(tier)
      .reduced(TERN_PRODUCT, x, outer: outer, count: count, inner: inner)
    for (product, group) in zip(products, groups(x, outer, count, inner)) {
      let expected = group.reduce(1) { $0 * Double($1) }
      #expect(abs(Double(product) - expected) <= expected * (Double(R.ulpOfOne) + 1e-12))
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, extents)
func peaksAreTheLeastAndGreatest(tier: TernTier, extents: (Int, Int, Int)) {
  let (outer, count, inner) = extents
  func check<R: Real>(_: R.Type) {
    let x: [R] = numbers(outer * count * inner)
    let groups = groups(x, outer, count, inner)
    let kernels = R.kernels(tier)
    #expect(
      kernels.reduced(TERN_MIN, x, outer: outer, count: count, inner: inner)
        == groups.map { $0.min() ?? .infinity })
    #expect(
      kernels.reduced(TERN_MAX, x, outer: outer, count: count, inner: inner)
        == groups.map { $0.max() ?? -.infinity })
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, [1, 3, 18])
func nanAndInfinityReachTheResult(tier: TernTier, inner: Int) {
  func check<R: Real>(_: R.Type) {
    let count = 70
    for place in [0, 1, 15, 16, 31, 32, 63, 64, 69] {
      for (value, f) in [
        (R.nan, TERN_SUM), (.nan, TERN_MIN), (.nan, TERN_MAX), (.infinity, TERN_MAX),
        (-.infinity, TERN_MIN), (.infinity, TERN_SUM),
      ] {
        var x: [R] = numbers(count * inner)
        x[place * inner + inner / 2] = value
        let y = R.kernels(tier).reduced(f, x, count: count, inner: inner)
        #expect(identical([y[inner / 2]], [value]), "\(f) of \(value) at \(place)")
        #expect(y.indices.allSatisfy { $0 == inner / 2 || y[$0].isFinite })
      }
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func aMillionEqualFloatsSumExactly(tier: TernTier) {
  let x = [Float](repeating: 0.1, count: 1_000_000)
  let sum = Float.kernels(tier).reduced(TERN_SUM, x, count: x.count)[0]
  #expect(ulps(sum, Double(Float(0.1)) * 1e6) <= 0.5)
}

@Test(arguments: availableTiers, sizes) func dotIsTheSumOfProducts(tier: TernTier, size: Int) {
  func check<R: Real>(_: R.Type) {
    let (x, y): ([R], [R]) = (numbers(size), numbers(size, seed: 2))
    let expected = zip(x, y).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    let actual = Double(R.kernels(tier).dot(size, x, y))
    #expect(abs(actual - expected) <= Double(R(expected).ulp) / 2 + Double(size) * 0x1p-49)
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, [1, 7, 17, 100])
func columnsAmongOthersAreReduced(tier: TernTier, columns: Int) {
  func check<R: Real>(_: R.Type) {
    let stride = columns + 3
    for count in [0, 1, 3, 4, 9] {
      let x: [R] = numbers(max(1, count) * stride)
      func reduced(_ f: Int) -> [Double] {
        var y = [R](repeating: .nan, count: columns)
        R.kernels(tier).reduceColumns(Int32(f), count, columns, stride, x, &y)
        return y.map { Double($0) }
      }
      let expected = (0..<columns).map { i in (0..<count).map { Double(x[$0 * stride + i]) } }
      func expectEqual(_ actual: [Double], _ expected: [Double]) {
        for (a, b) in zip(actual, expected) {
          #expect(a == b || abs(a - b) <= 32 * Double(R.ulpOfOne) * max(1, abs(b)))
        }
      }
      expectEqual(reduced(TERN_SUM), expected.map { $0.reduce(0, +) })
      expectEqual(reduced(TERN_PRODUCT), expected.map { $0.reduce(1, *) })
      expectEqual(reduced(TERN_SUM_OF_SQUARES), expected.map { $0.reduce(0) { $0 + $1 * $1 } })
      expectEqual(reduced(TERN_MIN), expected.map { $0.min() ?? .infinity })
      expectEqual(reduced(TERN_MAX), expected.map { $0.max() ?? -.infinity })
    }
  }
  check(Float.self)
  check(Double.self)
}
