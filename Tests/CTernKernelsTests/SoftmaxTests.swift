import CTernKernels
import Foundation
import Testing

private let shapes = [
  (0, 3), (1, 1), (5, 3), (64, 10), (33, 7), (3, 17), (40, 32), (2, 33), (3, 1023),
]

private func naiveSoftmax<R: Real>(_ row: [R]) -> [Double] {
  let maximum = row.map(Double.init).max() ?? 0
  let exponentials = row.map { exp(Double($0) - maximum) }
  let sum = exponentials.reduce(0, +)
  return exponentials.map { $0 / sum }
}

private func naiveLoss<R: Real>(_ row: [R], _ label: Int32) -> Double {
  let maximum = row.map(Double.init).max() ?? 0
  return log(row.reduce(0) { $0 + exp(Double($1) - maximum) })
    - (Double(row[Int(label)]) - maximum)
}

private func rows<T>(_ x: [T], _ columns: Int) -> [[T]] {
  stride(from: 0, to: x.count, by: columns).map { Array(x[$0..<$0 + columns]) }
}

private func expectClose<R: Real>(_ x: [R], _ y: [Double], relative: Double, absolute: Double) {
  #expect(x.count == y.count)
  for (x, y) in zip(x, y) {
    #expect(abs(Double(x) - y) <= (relative * abs(y) + absolute) * Double(R.ulpOfOne))
  }
}

@Test(arguments: availableTiers, shapes)
func softmaxAndItsKinMatchTheirFormulas(tier: TernTier, shape: (rows: Int, columns: Int)) {
  let (count, columns) = shape
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    let x: [R] = numbers(count * columns, range: 9)
    let labels = (0..<count).map { Int32($0 * 7 % columns) }
    let softmax = rows(x, columns).map(naiveSoftmax)
    let loss = zip(rows(x, columns), labels).map(naiveLoss)

    var y = x
    kernels.softmax(count, columns, x, &y)
    expectClose(y, softmax.flatMap { $0 }, relative: 12, absolute: 0)

    kernels.logSoftmax(count, columns, x, &y)
    expectClose(y, softmax.flatMap { $0.map { log($0) } }, relative: 2, absolute: 12)

    var losses = [R](repeating: 0, count: count)
    kernels.crossEntropy(count, columns, x, labels, &losses)
    expectClose(losses, loss, relative: 2, absolute: 12)

    for dyr in [0, 1] {
      let dy: [R] = numbers(max(count, 1), seed: 3)
      kernels.crossEntropyGradient(count, columns, x, labels, dy, dyr, &y)
      let gradient = softmax.enumerated().flatMap { r, row in
        row.enumerated().map { c, p in (p - (c == labels[r] ? 1 : 0)) * Double(dy[r * dyr]) }
      }
      expectClose(y, gradient, relative: 12, absolute: 6)
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, [(9, 10), (2, 100)])
func softmaxMayReplaceItsInput(tier: TernTier, shape: (rows: Int, columns: Int)) {
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    let x: [R] = numbers(shape.rows * shape.columns)
    for softmax in [kernels.softmax, kernels.logSoftmax] {
      var apart = x
      var inPlace = x
      softmax(shape.rows, shape.columns, x, &apart)
      inPlace.withUnsafeMutableBufferPointer {
        softmax(shape.rows, shape.columns, $0.baseAddress, $0.baseAddress)
      }
      #expect(identical(apart, inPlace))
    }
  }
  check(Float.self)
  check(Double.self)
}

@Test(arguments: availableTiers, [3, 10, 100])
func softmaxIsStableForLargeElements(tier: TernTier, columns: Int) {
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    var x = [R](repeating: -1e30, count: columns)
    x[1] = 1e30
    var y = x
    kernels.softmax(1, columns, x, &y)
    #expect(y.indices.allSatisfy { y[$0] == ($0 == 1 ? 1 : 0) })
    kernels.crossEntropy(1, columns, x, [1], &y)
    #expect(y[0] == 0)
    x[0] = -.infinity
    kernels.softmax(1, columns, x, &y)
    #expect(y[0] == 0 && y[1] == 1)
    x[2] = .nan
    kernels.softmax(1, columns, x, &y)
    #expect(y.allSatisfy { $0.isNaN })
  }
  check(Float.self)
  check(Double.self)
}

/// A class that is almost sure: what the others leave is far below an ulp of 1.
@Test(arguments: availableTiers, [2, 3, 10, 17, 32, 33, 100])
func whatAlmostSureClassesLeaveIsExact(tier: TernTier, columns: Int) {
  func check<R: Real>(_: R.Type, above: R) {
    let kernels = R.kernels(tier)
    let rest = Double(columns - 1) * exp(-Double(above))
    for label in 0..<columns {
      var x = [R](repeating: 0, count: columns)
      x[label] = above
      var y = x
      kernels.crossEntropy(1, columns, x, [Int32(label)], &y)
      expectClose([y[0]], [rest], relative: 12, absolute: 0)
      kernels.logSoftmax(1, columns, x, &y)
      expectClose([y[label]], [-rest], relative: 12, absolute: 0)
      kernels.crossEntropyGradient(1, columns, x, [Int32(label)], [2], 0, &y)
      expectClose([y[label]], [-2 * rest], relative: 12, absolute: 0)
    }
  }
  check(Float.self, above: 24)
  check(Double.self, above: 60)
}

@Test(arguments: availableTiers, [3, 10, 50])
func rowsDoNotDependOnTheRowsAroundThem(tier: TernTier, columns: Int) {
  func check<R: Real>(_: R.Type) {
    let kernels = R.kernels(tier)
    let x: [R] = numbers(67 * columns)
    for softmax in [kernels.softmax, kernels.logSoftmax] {
      var whole = x
      softmax(67, columns, x, &whole)
      for (r, row) in rows(x, columns).enumerated() {
        var alone = row
        softmax(1, columns, row, &alone)
        #expect(identical(alone, Array(whole[r * columns..<(r + 1) * columns])))
      }
    }
  }
  check(Float.self)
  check(Double.self)
}
