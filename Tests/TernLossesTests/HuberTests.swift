import Tern
import TestSupport
import Testing

struct HuberTests {
  @Test func asPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let (x, target) = (LossOracle.prediction.asType(S.self), LossOracle.target.asType(S.self))
      expectLoss(LossOracle.huber, at: x) { huber($0, target, reduction: $1) }
      expectLoss(LossOracle.huberWide, at: x) { huber($0, target, delta: 2.5, reduction: $1) }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: [0.5, 1, 2.5]) func gradients(delta: Double) {
    for reduction in LossReduction.allCases {
      expectGradients(at: [LossOracle.prediction, LossOracle.target]) { x in
        huber(x[0], x[1], delta: delta, reduction: reduction)
      }
    }
  }

  @Test func branchesMeetAtDelta() {
    let zeros = Tensor<Double>(zeros: [4])
    let (losses, pullback) = valueWithPullback(at: [-2, 2, 0, 3] as Tensor<Double>) {
      huber($0, zeros, delta: 2, reduction: .none)
    }
    #expect(losses == [2, 2, 0, 4])
    #expect(pullback(Tensor(ones: [4])) == [-2, 2, 0, 2])
  }

  @Test func batchOfNone() {
    let none = Tensor<Double>(zeros: [0, 2])
    #expect(huber(none, none).scalar.isNaN)
    #expect(huber(none, none, reduction: .sum).scalar == 0)
  }

  @Test func whatDoesNotFitTraps() async {
    expectMessage(
      "huber: the target has shape [2], the prediction [2, 1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = huber(Tensor<Float>(zeros: [2, 1]), Tensor<Float>(zeros: [2]))
      })
    expectMessage(
      "huber: delta is greater than 0, got 0.0",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = huber(Tensor<Float>(zeros: [2]), Tensor<Float>(zeros: [2]), delta: 0)
      })
  }
}
