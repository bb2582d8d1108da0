import CTernKernels
import Testing

/// Every element of x is within some roundings of y, computed in double.
private func expectClose<R: Real>(_ x: [R], _ y: [Double], _ what: String = "") {
  for (x, y) in zip(x, y) {
    #expect(abs(Double(x) - y) <= 8 * Double(R.ulpOfOne) * max(abs(y), 1), "\(what)")
  }
}

@Test(arguments: availableTiers, sizes) func axpbyIsItsFormula(tier: TernTier, size: Int) {
  func check<R: Real>(_: R.Type) {
    let (x, y): ([R], [R]) = (numbers(size), numbers(size, seed: 2))
    var result = y
    R.kernels(tier).axpby(size, 1.5, x, -0.25, &result)
    expectClose(result, zip(x, y).map { 1.5 * Double($0) - 0.25 * Double($1) })
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, sizes) func sgdIsItsFormula(tier: TernTier, size: Int) {
  func check<R: Real>(_: R.Type) {
    let (w, g, v): ([R], [R], [R]) = (numbers(size), numbers(size, seed: 2), numbers(size, seed: 3))
    let (rate, decay) = (0.125, 0.0625)
    for (momentum, nesterov) in [(0.0, false), (0.5, false), (0.5, true)] {
      var (weights, velocity) = (w, v)
      R.kernels(tier).sgd(size, &weights, g, &velocity, R(rate), R(momentum), R(decay), nesterov)
      let gradient = zip(w, g).map { Double($1) + decay * Double($0) }
      let expected = zip(v, gradient).map { momentum * Double($0) + $1 }
      let step = zip(gradient, expected).map { nesterov ? $0 + momentum * $1 : $1 }
      expectClose(velocity, expected)
      expectClose(weights, zip(w, step).map { Double($0) - rate * $1 })
    }
    var weights = w
    R.kernels(tier).sgd(size, &weights, g, nil, R(rate), 0, 0, false)
    expectClose(weights, zip(w, g).map { Double($0) - rate * Double($1) }, "without velocity")
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func averagesThatFadeSkipSubnormalNumbers(tier: TernTier) {
  func check<R: Real>(_: R.Type) {
    let least = R.leastNormalMagnitude
    let faded: [R] = [least * 1.5, -least * 1.5, least * 4, -least * 4, .nan, .infinity, 0]
    let kept: [R] = [0, 0, least * 2, -least * 2, .nan, .infinity, 0]
    let gradient = [R](repeating: 0, count: faded.count)
    var (weights, average, square) = (gradient, faded, faded.map(\.magnitude))
    R.kernels(tier).sgd(faded.count, &weights, gradient, &average, 0.1, 0.5, 0, false)
    #expect(zip(average, kept).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })

    average = faded
    weights = gradient
    R.kernels(tier)
      .adam(
        faded.count, &weights, gradient, &average, &square, 0.1, 0.5, 0.5, 1e-8, 0, 0, 1, 1)
    #expect(zip(average, kept).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
    #expect(zip(square, kept).allSatisfy { $0 == $1.magnitude || $0.isNaN && $1.isNaN })
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, sizes) func adamIsItsFormula(tier: TernTier, size: Int) {
  func check<R: Real>(_: R.Type) {
    let (w, g, m): ([R], [R], [R]) = (numbers(size), numbers(size, seed: 2), numbers(size, seed: 3))
    let v: [R] = positiveNumbers(size, seed: 4)
    var (weights, mean, square) = (w, m, v)
    R.kernels(tier)
      .adam(
        size, &weights, g, &mean, &square, 0.125, 0.75, 0.875, 0.0625, 0.5, 0.25, 0.375, 0.625)
    for i in 0..<size {
      let (w, g) = (Double(w[i]), Double(g[i]) + 0.5 * Double(w[i]))
      let m = 0.75 * Double(m[i]) + 0.25 * g
      let v = 0.875 * Double(v[i]) + 0.125 * g * g
      let updated =
        w - 0.125 * 0.25 * w - 0.125 * (m / 0.375) / ((v / 0.625).squareRoot() + 0.0625)
      expectClose([mean[i], square[i], weights[i]], [m, v, updated])
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, [1, 3, 17]) func scatteredRowsAddUp(tier: TernTier, width: Int) {
  func check<R: Real>(_: R.Type) {
    let index: [Int32] = [2, 0, 2, 2, 4]
    let x: [R] = wholeNumbers(index.count * width)
    var y = [R](repeating: 1, count: 5 * width)
    var expected = y
    for (r, i) in index.enumerated() {
      for c in 0..<width { expected[Int(i) * width + c] += x[r * width + c] }
    }
    R.kernels(tier).scatterAdd(index.count, width, index, x, &y)
    #expect(y == expected)
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers) func updatesDoNotDependOnTheSplit(tier: TernTier) {
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    let g: [R] = numbers(77)
    let start: [[R]] = [numbers(77, seed: 2), numbers(77, seed: 3), positiveNumbers(77, seed: 4)]
    func stepped(_ range: Range<Int>) -> [[R]] {
      let gradient = Array(g[range])
      var (w, m, v) = (Array(start[0][range]), Array(start[1][range]), Array(start[2][range]))
      kernels.sgd(gradient.count, &w, gradient, &m, 0.1, 0.9, 0.01, true)
      kernels.adam(
        gradient.count, &w, gradient, &m, &v, 0.1, 0.9, 0.99, 1e-8, 0.01, 0.01, 0.1, 0.01)
      return [w, m, v]
    }
    let parts = zip(stepped(0..<19), stepped(19..<77)).map { $0 + $1 }
    #expect(stepped(0..<77) == parts)
  }
  check(Float.self)
  check(Double.self)
}
