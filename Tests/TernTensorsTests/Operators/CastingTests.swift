import Tern
import TestSupport
import Testing

struct CastingTests {
  private let edges = Tensor<Double>([
    0, -0.9, 0.9, 1.5, -1.5, 255, 256, 2_147_483_647, 2_147_483_648, -2_147_483_648,
    -2_147_483_649, 1e19, -1e19, .infinity, -.infinity, .nan,
  ])

  @Test func numbersOutOfRangeBecomeTheNearest() {
    #expect(
      edges.asType(Int32.self).scalars == [
        0, 0, 0, 1, -1, 255, 256, .max, .max, .min, .min, .max, .min, .max, .min, 0,
      ])
    #expect(
      edges.asType(Int64.self).scalars == [
        0, 0, 0, 1, -1, 255, 256, 2_147_483_647, 2_147_483_648, -2_147_483_648, -2_147_483_649,
        .max, .min, .max, .min, 0,
      ])
    #expect(
      edges.asType(UInt8.self).scalars == [
        0, 0, 0, 1, 0, 255, 255, 255, 255, 0, 0, 255, 0, 255, 0, 0,
      ])
    #expect(edges.asType(Float.self).asType(Int32.self).scalars.last == 0)
    #expect(Tensor<Float>([3e9, -3e9]).asType(Int32.self).scalars == [.max, .min])
  }

  @Test func truthIsNotZero() {
    #expect(edges.asType(Bool.self).scalars == edges.scalars.map { $0 != 0 })
    #expect(Tensor<Bool>([true, false]).asType(Float.self) == [1, 0])
    #expect(Tensor<Bool>([true, false]).asType(Int64.self) == [1, 0])
    #expect(Tensor<UInt8>([0, 1, 255]).asType(Bool.self) == [false, true, true])
  }

  @Test func integersOutOfRangeBecomeTheNearest() {
    let x = Tensor<Int64>([0, -1, 255, 256, .max, .min, 2_147_483_648])
    #expect(x.asType(Int32.self).scalars == [0, -1, 255, 256, .max, .min, .max])
    #expect(x.asType(UInt8.self) == [0, 0, 255, 255, 255, 0, 255])
    #expect(x.asType(Double.self).scalars == x.scalars.map { Double($0) })
    #expect(x.asType(Float.self).scalars == x.scalars.map { Float($0) })
  }

  @Test(arguments: oddSizes) func everySizeKeepsItsNumbers(size: Int) {
    let x = counting([size], as: Float.self).clipped(to: 0...200)
    let there = x.asType(UInt8.self).asType(Int32.self).asType(Int64.self).asType(Double.self)
    #expect(Tensor<Float>(there) == x)
  }

  @Test func castsBetweenPrecisionsAreDifferentiable() {
    let x: Tensor<Double> = [1.5, -2, 3]
    #expect(
      gradient(at: x) { x in x.asType(Float.self).asType(Double.self).squared().sum() } == x * 2)
    expectGradients([2, 3]) { x in x.asType(Double.self) * x }
  }

  @Test func noGradientFlowsThroughIntegers() {
    let x: Tensor<Double> = [1.5, -2, 3]
    let slope = gradient(at: x) { x in (x.asType(Int32.self).asType(Double.self) * x).sum() }
    #expect(slope == [1, -2, 3])
    #expect(gradient(at: x) { x in x.asType(Bool.self).asType(Double.self).sum() } == [0, 0, 0])
  }
}
