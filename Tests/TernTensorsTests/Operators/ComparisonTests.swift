import Tern
import TestSupport
import Testing

struct ComparisonTests {
  private func check<S: TensorScalar & Comparable>(_ x: Tensor<S>, _ y: Tensor<S>) {
    #expect((x .== y) == naiveCombine(x, y, ==))
    #expect((x .!= y) == naiveCombine(x, y, !=))
    #expect((x .< y) == naiveCombine(x, y, <))
    #expect((x .<= y) == naiveCombine(x, y, <=))
    #expect((x .> y) == naiveCombine(x, y, >))
    #expect((x .>= y) == naiveCombine(x, y, >=))
  }

  @Test(
    arguments: [([], []), ([7], [7]), ([17], []), ([3, 1], [1, 5]), ([0], [1]), ([1023], [1])]
      as [(Shape, Shape)])
  func everyTypeIsComparedAsItsNumbersAre(x: Shape, y: Shape) {
    func numbers(_ shape: Shape, _ seed: UInt64) -> Tensor<Double> {
      seeded(shape, in: 0...4, seed: seed).floor()
    }
    let (a, b) = (numbers(x, 0), numbers(y, 1))
    check(a, b)
    check(a.asType(Float.self), b.asType(Float.self))
    check(a.asType(Int32.self), b.asType(Int32.self))
    check(a.asType(Int64.self), b.asType(Int64.self))
    check(a.asType(UInt8.self), b.asType(UInt8.self))
  }

  @Test func notANumberEqualsNothing() {
    let x = Tensor<Float>([.nan, 1, .infinity])
    #expect((x .== x) == [false, true, true])
    #expect((x .!= x) == [true, false, false])
    #expect((x .<= x) == [false, true, true])
    #expect(x.isNaN() == [true, false, false])
    #expect(x.isFinite() == [false, true, false])
    #expect(x.isInfinite() == [false, false, true] && (-x).isInfinite() == x.isInfinite())
    #expect(x != x)
  }

  @Test func numbersAreComparedOnTheRight() {
    let x: Tensor<Int32> = [1, 2, 3]
    func expect(_ actual: Tensor<Bool>, _ expected: [Bool]) {
      #expect(actual.scalars == expected)
    }
    expect(x .== 2, [false, true, false])
    expect(x .!= 2, [true, false, true])
    expect(x .< 2, [true, false, false])
    expect(x .<= 2, [true, true, false])
    expect(x .> 2, [false, false, true])
    expect(x .>= 2, [false, true, true])
  }

  @Test func truthTables() {
    let x: Tensor<Bool> = [true, true, false, false]
    let y: Tensor<Bool> = [true, false, true, false]
    #expect((x .& y) == [true, false, false, false])
    #expect((x .| y) == [true, true, true, false])
    #expect((.!x) == [false, false, true, true])
    #expect((x .< y) == [false, false, true, false])
    #expect(x.any() && !x.all() && x.trueCount() == 2)
    let none = Tensor<Bool>(zeros: [0])
    #expect(none.all() && !none.any() && none.trueCount() == 0)
  }

  @Test func closenessIsRelativeToTheOther() {
    let x = Tensor<Double>([100, 0, .infinity])
    func isClose(_ other: [Double]) -> Bool { x.isClose(to: Tensor(other)) }
    #expect(isClose([100.0009, 1e-9, .infinity]))
    #expect(!isClose([100.0011, 0, .infinity]))
    #expect(!isClose([100, 1e-7, .infinity]))
    #expect(!isClose([100, 0, -.infinity]))
    #expect(!x.isClose(to: x.expandingAxis(at: 0)))
    #expect(!Tensor<Double>(.nan).isClose(to: Tensor(.nan)))
  }
}
