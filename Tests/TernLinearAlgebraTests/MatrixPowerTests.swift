import Tern
import TestSupport
import Testing

struct MatrixPowerTests {
  @Test(arguments: SpectralOracle.powers)
  func powersAreNumPys(exponent: Int, power: [Double]) throws {
    let a = SpectralOracle.square
    let original = a.scalars
    let scale = power.map(\.magnitude).max() ?? 1
    expectClose(try a.matrixPower(exponent).scalars, power, absolute: 1e-13 * scale)
    expectClose(
      try a.asType(Float.self).matrixPower(exponent).scalars, power.map { Float($0) },
      absolute: 1e-4 * scale)
    let isUntouched = a.scalars == original
    #expect(isUntouched)
  }

  @Test(arguments: [[1, 1], [2, 2, 2], [2, 1, 3, 3]] as [Shape])
  func powersAreRepeatedProducts(shape: Shape) throws {
    let a: Tensor<Double> = seeded(shape, seed: 1)
    var product = Tensor<Double>(identity: shape[shape.count - 1]).broadcast(to: shape)
    for exponent in 0..<12 {
      let power = try a.matrixPower(exponent)
      expectClose(power, product, relative: 1e-12, absolute: 1e-12)
      if exponent < 4 {
        expectClose(
          try a.matrixPower(-exponent).matmul(power),
          Tensor(identity: shape[shape.count - 1]).broadcast(to: shape), absolute: 1e-9)
      }
      product = product.matmul(a)
    }
  }

  @Test func extremePowersOfTheIdentity() throws {
    let one = Tensor<Double>(identity: 2)
    for exponent in [Int.min, Int.max] { expectClose(try one.matrixPower(exponent), one) }
  }

  @Test func matricesWithoutElements() throws {
    for exponent in [-1, 0, 3] {
      #expect(try Tensor<Double>(zeros: [2, 0, 0]).matrixPower(exponent).shape == [2, 0, 0])
      #expect(try Tensor<Float>(zeros: [0, 2, 2]).matrixPower(exponent).shape == [0, 2, 2])
    }
  }

  @Test(arguments: [-2, -1, 0, 1, 2, 3, 6])
  func gradients(exponent: Int) throws {
    for shape in [[2, 2], [2, 3, 3]] as [Shape] {
      let a: Tensor<Double> =
        seeded(shape, in: -0.5...0.5, seed: 2) + Tensor(identity: shape[shape.count - 1])
      try expectThrowingGradients(at: a, tolerance: 1e-6) { try $0.matrixPower(exponent) + $0 * 0 }
    }
  }
}
