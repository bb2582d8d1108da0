import Foundation
import Tern
import TestSupport
import Testing

struct TrigonometricTests {
  @Test(
    arguments: [
      ([], []), ([3], []), ([2, 3], [2, 3]), ([2, 1], [1, 3]), ([0, 3], [3]), ([4, 1, 2], [3, 1]),
    ] as [(Shape, Shape)])
  func polarCoordinates(y: Shape, x: Shape) {
    let (a, b): (Tensor<Double>, Tensor<Double>) = (seeded(y), seeded(x, seed: 1))
    expectClose(a.atan2(b), naiveCombine(a, b) { Foundation.atan2($0, $1) })
    expectClose(a.hypot(b), naiveCombine(a, b) { Foundation.hypot($0, $1) })
    expectGradients(y, x) { y, x in y.atan2(x) }
    expectGradients(y, x) { y, x in y.hypot(x) }
  }

  @Test func squaresNeitherOverflowNorVanish() {
    let x = Tensor<Double>([3e300, 3e-300, 0, .infinity, .nan])
    let y = Tensor<Double>([4e300, 4e-300, 0, .nan, 1])
    expectClose((x.hypot(y) / 5).scalars, [1e300, 1e-300, 0, .infinity, .nan], absolute: 0)
    let (dx, dy) = gradient(at: x, y) { x, y in x.hypot(y).sum() }
    expectClose(Array(dx.scalars[..<3]), [0.6, 0.6, 0])
    expectClose(Array(dy.scalars[..<3]), [0.8, 0.8, 0])
  }

  @Test func theSignsOfZerosChooseTheQuadrant() {
    let y: Tensor<Double> = [0, -0.0, 0, -0.0, 1, -1]
    let x: Tensor<Double> = [1, 1, -1, -1, 0, -0.0]
    let angles: [Double] = [0, -0.0, .pi, -.pi, .pi / 2, -.pi / 2]
    #expect(y.atan2(x).scalars == angles)
    #expect(y.atan2(x).signBit() == [false, true, false, true, false, true])
  }

  @Test func outsideTheirDomainsFunctionsAreNaN() {
    let x = Tensor<Float>([-1.5, 1.5, .infinity])
    #expect(x.asin().isNaN().all() && x.acos().isNaN().all())
    #expect(Tensor<Float>([.infinity, -.infinity]).tan().isNaN().all())
  }

  @Test func hugeAnglesAreReducedExactly() {
    // Python: mpmath.sin(mpmath.mpf(10) ** 22), W. Kahan's example.
    expectClose(Tensor<Double>(1e22).sin().scalar, -0.8522008497671888)
    expectClose(Tensor<Double>(1e22).cos().scalar, 0.5232147853951389)
    expectClose(Tensor<Double>(1e22).tan().scalar, -1.6287782256068984)
  }
}
