import Foundation
import Tern
import TestSupport
import Testing

struct RoundingTests {
  @Test(
    arguments: [
      ([], []), ([7], [7]), ([17], []), ([1023], [1023]), ([0], [1]), ([2, 1], [1, 3]),
      ([4, 1, 2], [3, 1]),
    ] as [(Shape, Shape)])
  func quotientsRoundedDownAndWhatTheyLeave(x: Shape, y: Shape) {
    func check<S: FloatingScalar>(_: S.Type) {
      let (a, b): (Tensor<S>, Tensor<S>) = (seeded(x, in: -50...50), seeded(y, seed: 1))
      let quotient = a.floorDivided(by: b)
      #expect(quotient == naiveCombine(a, b) { ($0 / $1).rounded(.down) })
      // Both have the sign of the divisor.
      let rest = naiveCombine(a, b) { a, b -> S in
        let rest = a.truncatingRemainder(dividingBy: b)
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
      }
      #expect(a.remainder(by: b) == rest)
      #expect(a.remainder(by: 3) == a.remainder(by: Tensor(3)))
      #expect(a.floorDivided(by: 3) == a.floorDivided(by: Tensor(3)))
    }
    check(Float.self)
    check(Double.self)
    // Of many quotients some are integers but for the step of a difference.
    guard x.elementCount < 100 else { return }
    expectGradients(x, y, in: 0.3...2) { x, y in x.remainder(by: y) * x }
  }

  @Test func theQuotientIsTheExactOne() {
    #expect(Tensor<Double>(1).floorDivided(by: 0.1).scalar == 9)
    expectClose(Tensor<Double>(1).remainder(by: 0.1).scalar, 0.1)
  }

  @Test func truncationIsTowardZero() {
    let x = Tensor<Double>([-2.5, -0.5, 0.5, 2.5, .infinity, .nan])
    expectClose(x.truncated().scalars, [-2, 0, 0, 2, .infinity, .nan])
    #expect(gradient(at: x) { ($0.truncated() + $0).sum() } == Tensor(onesLike: x))
  }

  @Test(
    arguments: [([], []), ([7], [7]), ([2, 1], [1, 3]), ([0], [1]), ([3], [2, 3])]
      as [(Shape, Shape)])
  func signsAreCopied(x: Shape, y: Shape) {
    let (a, b): (Tensor<Double>, Tensor<Double>) = (seeded(x), seeded(y, seed: 1))
    #expect(a.copySign(of: b) == naiveCombine(a, b) { Foundation.copysign($0, $1) })
    expectGradients(x) { x in x.copySign(of: b) * x }
  }

  @Test func zerosHaveSignsToo() {
    let signs = Tensor<Float>([0, -0.0, -3, .infinity, -.infinity])
    #expect(signs.signBit() == [false, true, true, false, true])
    #expect(Tensor<Float>(2).copySign(of: signs) == [2, -2, -2, 2, -2])
    #expect(gradient(at: Tensor<Float>(2)) { $0.copySign(of: signs).sum() }.scalar == -1)
    #expect(gradient(at: Tensor<Float>([0, 3])) { $0.copySign(of: Tensor(-1)).sum() } == [0, -1])
  }

  @Test func theNextNumberIsTowardTheOther() {
    let x = Tensor<Float>([1, 1, 0, 0, .infinity, .greatestFiniteMagnitude, 2])
    let y = Tensor<Float>([2, -2, 1, -1, 0, .infinity, 2])
    #expect(
      x.nextAfter(toward: y).scalars == [
        Float(1).nextUp, Float(1).nextDown, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
        .greatestFiniteMagnitude, .infinity, 2,
      ])
    #expect(x.nextAfter(toward: Tensor(.nan)).isNaN().all())
  }
}
