import Tern
import TestSupport
import Testing

struct AbsoluteErrorTests {
  @Test func asPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let target = LossOracle.target.asType(S.self)
      expectLoss(LossOracle.absolute, at: LossOracle.prediction.asType(S.self)) {
        meanAbsoluteError($0, target, reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: LossReduction.allCases) func gradients(reduction: LossReduction) {
    expectGradients(at: [LossOracle.prediction, LossOracle.target]) { x in
      meanAbsoluteError(x[0], x[1], reduction: reduction)
    }
  }

  @Test func noErrorHasNoGradient() {
    let x: Tensor<Float> = [1, 2, 3]
    #expect(gradient(at: x) { meanAbsoluteError($0, [1, 1, 4], reduction: .sum) } == [0, 1, -1])
  }

  @Test func batchOfNone() {
    let none = Tensor<Double>(zeros: [0, 2])
    #expect(meanAbsoluteError(none, none).scalar.isNaN)
    #expect(meanAbsoluteError(none, none, reduction: .sum).scalar == 0)
  }

  @Test func shapesThatDoNotFitTrap() async {
    expectMessage(
      "meanAbsoluteError: the target has shape [2], the prediction [2, 1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = meanAbsoluteError(Tensor<Float>(zeros: [2, 1]), Tensor<Float>(zeros: [2]))
      })
  }
}
