import Foundation
import Tern
import TestSupport
import Testing

struct ArithmeticTests {
  /// Each operator with what it does to two numbers.
  private func operators<S: FloatingScalar>(
    _: S.Type
  ) -> [(tensors: (Tensor<S>, Tensor<S>) -> Tensor<S>, numbers: (S, S) -> S)] {
    [
      (+, +), (-, -), (*, *), (/, /),
      ({ $0.minimum($1) }, { min($0, $1) }), ({ $0.maximum($1) }, { max($0, $1) }),
    ]
  }

  @Test(arguments: oddSizes) func valuesAreThoseOfNumbers(size: Int) {
    func check<S: FloatingScalar>(_ type: S.Type) {
      let x: Tensor<S> = seeded([size])
      let y: Tensor<S> = seeded([size], seed: 1)
      for (tensors, numbers) in operators(type) {
        #expect(tensors(x, y) == naiveCombine(x, y, numbers))
      }
      #expect((-x).scalars == x.scalars.map { -$0 })
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: oddSizes) func numbersAreTensorsOfOneElement(size: Int) {
    func check<S: FloatingScalar>(_: S.Type) {
      let x: Tensor<S> = seeded([size])
      let c: S = 1.25
      let a = x.scalars
      #expect((x + c).scalars == a.map { $0 + c } && (c + x).scalars == a.map { c + $0 })
      #expect((x - c).scalars == a.map { $0 - c } && (c - x).scalars == a.map { c - $0 })
      #expect((x * c).scalars == a.map { $0 * c } && (c * x).scalars == a.map { c * $0 })
      #expect((x / c).scalars == a.map { $0 / c } && (c / x).scalars == a.map { c / $0 })
      #expect(x.minimum(c).scalars == a.map { min($0, c) })
      #expect(x.maximum(c).scalars == a.map { max($0, c) })
      #expect(x.clipped(to: -0.5...c).scalars == a.map { max(-0.5, min($0, c)) })
      expectClose(x.scaled(by: 3, shiftedBy: c).scalars, a.map { 3 * $0 + c })
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: oddSizes) func powersAreThoseOfTheMathLibrary(size: Int) {
    let x: Tensor<Double> = seeded([size], in: 0.1...3)
    let y: Tensor<Double> = seeded([size], in: -3...3, seed: 1)
    expectClose(x.power(y), naiveCombine(x, y) { pow($0, $1) })
    for exponent in [0, 1, 2, 3, 0.5, -1, -0.5, 2.3] {
      expectClose(x.power(exponent).scalars, x.scalars.map { pow($0, exponent) })
    }
  }

  @Test func inPlaceIsTheSameAsOutOfPlace() {
    let x: Tensor<Double> = seeded([5, 7])
    for other: Tensor<Double> in [seeded([5, 7], seed: 1), seeded([7], seed: 1), seeded([5, 1])] {
      var (a, b, c, d) = (x, x, x, x)
      a += other
      b -= other
      c *= other
      d /= other
      #expect(a == x + other && b == x - other && c == x * other && d == x / other)
    }
    var y = x
    y += 2
    y -= 0.5
    y *= 3
    y /= 7
    let moved = x + 2 - 0.5
    #expect(y == moved * 3 / 7)
    y = x
    y += y
    #expect(y == x * 2)
  }

  @Test func notANumberIsKept() {
    let x = Tensor<Float>([.nan, 1, .nan])
    let y = Tensor<Float>([1, .nan, .nan])
    #expect(x.minimum(y).isNaN().all() && x.maximum(y).isNaN().all())
  }

  @Test(
    arguments: [
      ([], []), ([3], []), ([2, 3], [2, 3]), ([2, 3], [3]), ([2, 1], [1, 3]), ([0, 3], [3]),
      ([4, 1, 2], [3, 1]),
    ] as [(Shape, Shape)])
  func gradients(x: Shape, y: Shape) {
    expectGradients(x, y) { x, y in x + y }
    expectGradients(x, y) { x, y in x - y }
    expectGradients(x, y) { x, y in x * y }
    expectGradients(x, y, in: 0.5...2) { x, y in x / y }
    expectGradients(x, y, in: 0.5...2) { x, y in x.power(y) }
    expectGradients(x, y) { x, y in x.minimum(y) * x }
    expectGradients(x, y) { x, y in x.maximum(y) * y }
  }

  @Test(arguments: [[], [7], [2, 3], [0]] as [Shape]) func gradientsWithNumbers(shape: Shape) {
    expectGradients(shape) { x in -x }
    expectGradients(shape) { x in (x + 2) * (3 - x) - 1 }
    expectGradients(shape) { x in 2 * x / 3 }
    expectGradients(shape) { x in 2 / (x * x + 1) }
    expectGradients(shape) { x in x.scaled(by: 3, shiftedBy: 1) }
    expectGradients(shape, in: 0.5...2) { x in x.power(2.5) + x.power(-1) }
    expectGradients(shape) { x in x.power(0) + x.power(1) + x.power(2) + x.power(3) }
    expectGradients(shape) { x in x.minimum(0.3) * x + x.maximum(-0.4) }
    expectGradients(shape) { x in x.clipped(to: -1...1) * x }
    expectGradients(shape) { x in x + x * x + x }
    expectGradients(shape) { x in gradient(at: x) { x in (x * x * x * x).sum() } }
  }

  @Test func gradientsThroughInPlaceOperators() {
    expectGradients([2, 3], [3], in: 0.5...2) { x, y in
      var z = x
      z += y
      z *= x
      z -= y
      z /= y
      z *= 2
      z += 1
      return z
    }
  }

  @Test func equalElementsShareTheGradient() {
    let x: Tensor<Double> = [1, 2, 3]
    let y: Tensor<Double> = [1, 5, 0]
    let smaller = gradient(at: x, y) { x, y in x.minimum(y).sum() }
    #expect(smaller.0 == [0.5, 1, 0] && smaller.1 == [0.5, 0, 1])
    let greater = gradient(at: x, y) { x, y in x.maximum(y).sum() }
    #expect(greater.0 == [0.5, 0, 1] && greater.1 == [0.5, 1, 0])
  }

  @Test func gradientsOfPowersOfZero() {
    let x: Tensor<Double> = [0, 0, 0, 0]
    let y: Tensor<Double> = [0, 1, 2, 3]
    let (dx, dy) = gradient(at: x, y) { x, y in x.power(y).sum() }
    #expect(dx == [0, 1, 0, 0] && dy == [0, 0, 0, 0])
    for (exponent, slope) in [(0.0, 0.0), (1, 1), (2, 0), (3, 0)] {
      #expect(gradient(at: Tensor(0)) { $0.power(exponent) }.scalar == slope)
    }
  }

  @Test func clippingIsFlatOutsideItsBounds() {
    let x: Tensor<Float> = [-2, -1, 0, 1, 2]
    #expect(gradient(at: x) { $0.clipped(to: -1...1).sum() } == [0, 1, 1, 1, 0])
  }
}
