import Foundation
import Tern
import TestSupport
import Testing

private let shapes: [Shape] = [
  [], [1], [7], [17], [1023], [3, 4], [7, 17], [0, 3], [3, 0], [2, 1, 3], [2, 3, 4], [5, 1, 7],
  [2, 3, 2, 3], [2, 0, 3, 1], [2, 2, 2, 2, 2],
]

private func mean(_ x: [Double]) -> Double { x.reduce(0, +) / Double(x.count) }

private func variance(_ x: [Double], correction: Int = 0) -> Double {
  let center = mean(x)
  return x.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(max(x.count - correction, 0))
}

struct ReductionsTests {
  @Test(arguments: shapes) func everySubsetOfAxes(shape: Shape) {
    let x: Tensor<Double> = seeded(shape)
    for axes in axisSubsets(ofRank: shape.rank) {
      for keeping in [false, true] {
        func expected(_ f: ([Double]) -> Double) -> Tensor<Double> {
          naiveReduce(x, along: axes, keepingAxes: keeping, f)
        }
        let what = "along \(axes)"
        expectClose(
          x.sum(along: axes, keepingAxes: keeping), expected { $0.reduce(0, +) }, "sum \(what)")
        expectClose(
          x.sumOfSquares(along: axes, keepingAxes: keeping),
          expected { $0.reduce(0) { $0 + $1 * $1 } }, "sumOfSquares \(what)")
        expectClose(
          x.product(along: axes, keepingAxes: keeping), expected { $0.reduce(1, *) },
          "product \(what)")
        expectClose(x.mean(along: axes, keepingAxes: keeping), expected(mean), "mean \(what)")
        expectClose(
          x.variance(along: axes, keepingAxes: keeping), expected { variance($0) },
          "variance \(what)")
        let values = naiveReduce(x, along: axes, keepingAxes: keeping) { Int64($0.count) }
        guard values.scalars.allSatisfy({ $0 > 0 }) else { continue }
        #expect(
          x.max(along: axes, keepingAxes: keeping) == expected { $0.max() ?? .nan }, "max \(what)")
        #expect(
          x.min(along: axes, keepingAxes: keeping) == expected { $0.min() ?? .nan }, "min \(what)")
        expectClose(
          x.logSumExp(along: axes, keepingAxes: keeping),
          expected { log($0.reduce(0) { $0 + exp($1) }) }, "logSumExp \(what)")
        expectClose(
          x.standardDeviation(along: axes, keepingAxes: keeping),
          expected { variance($0).squareRoot() },
          absolute: 1e-7, "standardDeviation \(what)")
      }
    }
  }

  @Test(arguments: shapes) func singlePrecisionAgreesWithDouble(shape: Shape) {
    let x: Tensor<Float> = seeded(shape)
    let wide = x.asType(Double.self)
    for axes in axisSubsets(ofRank: shape.rank) {
      expectClose(x.sum(along: axes), wide.sum(along: axes).asType(Float.self), absolute: 1e-4)
      expectClose(x.mean(along: axes), wide.mean(along: axes).asType(Float.self), absolute: 1e-5)
    }
  }

  @Test func axesMayBeNegativeOneOrAll() {
    let x: Tensor<Double> = seeded([2, 3, 4])
    #expect(x.sum(along: -1) == x.sum(along: [2]) && x.sum() == x.sum(along: [0, 1, 2]))
    #expect(
      x.max(along: -3) == x.max(along: [0]) && x.mean(along: [-1, 0]) == x.mean(along: [0, 2]))
    #expect(x.sum(along: 1, keepingAxes: true).shape == [2, 1, 4])
    #expect(x.sum(along: []) == x && x.product(along: [2, 0]).shape == [3])
    #expect(x.variance(along: 2, correction: 1) == x.variance(along: [-1], correction: 1))
    expectClose(x.variance(correction: 1).scalar, variance(x.scalars, correction: 1))
  }

  /// Columns of several blocks, the last one of which is shorter.
  @Test(arguments: [[20_000], [9_000, 3], [700, 40]] as [Shape])
  func variancesOfLongColumns(shape: Shape) {
    let x: Tensor<Double> = seeded(shape) + 5
    expectClose(x.variance(along: 0), naiveReduce(x, along: [0]) { variance($0) })
  }

  @Test func constantsHaveThemselvesAsMean() {
    for count in 1...100 {
      #expect(Tensor<Double>(ones: [count]).mean().scalar == 1)
      #expect(Tensor<Float>(ones: [count]).variance().scalar == 0)
    }
  }

  @Test func reductionsOfNothing() {
    let none = Tensor<Double>(zeros: [0, 3])
    #expect(none.sum().scalar == 0 && none.product().scalar == 1 && none.mean().scalar.isNaN)
    #expect(none.sum(along: 0) == [0, 0, 0] && none.product(along: 0) == [1, 1, 1])
    #expect(none.max(along: 1).shape == [0] && none.sum(along: 1).shape == [0])
    #expect(none.argmax().shape == [0] && none.argmin(along: 1).shape == [0])
    #expect(none.variance().scalar.isNaN)
  }

  @Test func notANumberWinsEveryExtremum() {
    let x = Tensor<Float>([1, .nan, 3, 2, .infinity, -.infinity], shape: [2, 3])
    #expect(x.max().scalar.isNaN && x.min().scalar.isNaN)
    #expect(x.max(along: 1).isNaN() == [true, false] && x.min(along: 1)[1].scalar == -.infinity)
    #expect(x.argmax(along: 1) == [1, 1] && x.argmin(along: 1) == [1, 2])
  }

  @Test func logSumExpNeitherOverflowsNorLosesInfinities() {
    let x = Tensor<Double>(
      [1000, 1000, -.infinity, -.infinity, .infinity, 1, -1000, -1001], shape: [4, 2])
    expectClose(
      x.logSumExp(along: 1).scalars,
      [1000 + log(2), -.infinity, .infinity, -1000 + log1p(exp(-1))])
  }

  /// Long enough that the pool takes part, over all elements and along either axis.
  @Test(
    arguments: [[300_007], [1023, 513], [3, 100_000], [100_000, 3], [40, 50, 60]] as [Shape])
  func largeTensorsAreReducedAlikeByAnyNumberOfThreads(shape: Shape) {
    let x: Tensor<Double> = seeded(shape)
    for axes in [Array(shape.indices), [0], [shape.rank - 1]] {
      let sum = naiveReduce(x, along: axes) { $0.reduce(0, +) }
      let greatest = naiveReduce(x, along: axes) { $0.max() ?? .nan }
      for threads in [1, 2, 4] {
        withThreadCount(threads) {
          expectClose(x.sum(along: axes), sum, absolute: 1e-9)
          #expect(x.max(along: axes) == greatest)
          expectClose(
            x.sumOfSquares(along: axes), x.squared().sum(along: axes), relative: 1e-12)
        }
      }
    }
  }

  @Test func longSumsOfFloatsStayAccurate() {
    let x = Tensor<Float>(full: [1_000_000], 0.1)
    expectClose(x.sum().scalar, 100_000, relative: 1e-6)
    expectClose(x.mean().scalar, 0.1, relative: 1e-6)
  }

  @Test(arguments: [[], [7], [3, 4], [2, 3, 2], [0, 3], [1, 5]] as [Shape])
  func gradients(shape: Shape) {
    for axes in axisSubsets(ofRank: shape.rank) {
      let count = axes.reduce(1) { $0 * shape[$1] }
      expectGradients(shape) { x in x.sum(along: axes) * x.sum() }
      expectGradients(shape) { x in x.sumOfSquares(along: axes, keepingAxes: true) }
      expectGradients(shape) { x in x.product(along: axes) }
      guard count > 0 else { continue }
      expectGradients(shape) { x in x.mean(along: axes).squared() }
      expectGradients(shape) { x in x.variance(along: axes) }
      expectGradients(shape) { x in x.max(along: axes).squared() }
      expectGradients(shape) { x in x.min(along: axes, keepingAxes: true) * x }
      expectGradients(shape) { x in x.logSumExp(along: axes) }
      guard count > 1 else { continue }
      // That of two numbers is linear; its exponential has second derivatives.
      expectGradients(shape) { x in x.standardDeviation(along: axes, correction: 1).exp() }
    }
  }

  @Test func thirdDerivatives() {
    expectGradients([2, 3]) { x in gradient(at: x) { x in x.product(along: 1).squared().sum() } }
    expectGradients([2, 3]) { x in gradient(at: x) { x in x.logSumExp(along: 0).sum() } }
    expectGradients([2, 3]) { x in gradient(at: x) { x in x.variance().squared() } }
  }

  @Test func gradientsOfProductsWithZeros() {
    let x: Tensor<Double> = [[0, 2, 3], [0, 0, 3], [1, 2, 3]]
    #expect(
      gradient(at: x) { x in x.product(along: 1).sum() } == [[6, 0, 0], [0, 0, 0], [6, 3, 2]])
    #expect(gradient(at: x) { x in x.product() } == Tensor(zeros: [3, 3]))
    expectGradients(at: [x]) { x in x[0].product(along: 1) }
  }

  @Test func logSumExpOfNothingIsMinusInfinity() {
    let x = Tensor<Double>(zeros: [3, 0])
    #expect(x.logSumExp(along: 1) == Tensor(full: [3], -.infinity))
    #expect(x.logSumExp(along: 0) == Tensor(zeros: [0]))
  }

  @Test func tiesShareTheGradient() {
    let x: Tensor<Double> = [[1, 3, 3], [2, 2, 2]]
    let third = 1.0 / 3
    expectClose(
      gradient(at: x) { x in x.max(along: 1).sum() },
      Tensor([0, 0.5, 0.5, third, third, third], shape: [2, 3]))
    #expect(gradient(at: x) { x in x.min() } == [[1, 0, 0], [0, 0, 0]])
  }

  @Test(arguments: [[7], [1023], [3, 4], [2, 3, 4], [17, 1], [1, 17]] as [Shape])
  func argReductionsFindTheFirstOfEquals(shape: Shape) {
    func check<S: FloatingScalar>(_: S.Type) {
      // Few values, so many ties.
      let x: Tensor<S> = seeded(shape, in: 0...4).floor()
      for axis in shape.indices {
        let greatest = naiveReduce(x, along: [axis]) { values in
          Int32(values.firstIndex(of: values.max() ?? 0) ?? -1)
        }
        let least = naiveReduce(x, along: [axis]) { values in
          Int32(values.firstIndex(of: values.min() ?? 0) ?? -1)
        }
        #expect(x.argmax(along: axis) == greatest && x.argmin(along: axis) == least)
        #expect(x.argmax(along: axis - shape.rank) == greatest)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  /// Vectors that are searched in blocks, which threads share.
  @Test(arguments: [65_536, 100_003])
  func argReductionsOfLongVectorsFindTheFirstOfEquals(count: Int) {
    var x: Tensor<Float> = seeded([count], in: -1...1)
    for place in [count / 2, count / 2 + 1, count - 1] {
      x[place] = Tensor(2)
      x[place - 5] = Tensor(-2)
    }
    #expect(x.argmax().scalar == Int32(count / 2))
    #expect(x.argmin().scalar == Int32(count / 2 - 5))
  }
}
