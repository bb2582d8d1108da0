import Tern
import TestSupport
import Testing

struct SquaredErrorTests {
  @Test func asPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let (x, target) = (LossOracle.prediction.asType(S.self), LossOracle.target.asType(S.self))
      expectLoss(LossOracle.squared, at: x) { meanSquaredError($0, target, reduction: $1) }
      expectLoss(LossOracle.halfSquared, at: x) { sumSquaredError($0, target, reduction: $1) }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: LossReduction.allCases) func gradients(reduction: LossReduction) {
    expectGradients(at: [LossOracle.prediction, LossOracle.target]) { x in
      meanSquaredError(x[0], x[1], reduction: reduction)
    }
    expectGradients(at: [LossOracle.prediction, LossOracle.target]) { x in
      sumSquaredError(x[0], x[1], reduction: reduction)
    }
  }

  @Test func halfTheSumByDefault() {
    let (x, t): (Tensor<Float>, Tensor<Float>) = ([[1, 2], [3, 4]], [[1, 0], [0, 4]])
    let (loss, gradient) = valueWithGradient(at: x) { sumSquaredError($0, t) }
    #expect(loss.scalar == 6.5)
    #expect(gradient == [[0, 2], [3, 0]])
  }

  @Test func samplesWithoutAxes() {
    #expect(sumSquaredError([3, 1] as Tensor<Float>, [1, 1], reduction: .none) == [2, 0])
    #expect(sumSquaredError(Tensor<Float>(3), Tensor(1), reduction: .none).scalar == 2)
    #expect(sumSquaredError(Tensor<Float>(3), Tensor(1), reduction: .mean).scalar == 2)
  }

  @Test func batchOfNone() {
    let none = Tensor<Double>(zeros: [0, 2])
    #expect(meanSquaredError(none, none).scalar.isNaN)
    #expect(meanSquaredError(none, none, reduction: .sum).scalar == 0)
    #expect(sumSquaredError(none, none).scalar == 0)
    #expect(sumSquaredError(none, none, reduction: .mean).scalar.isNaN)
    #expect(sumSquaredError(none, none, reduction: .none).shape == [0])
    #expect(gradient(at: none) { meanSquaredError($0, none) }.shape == [0, 2])
  }

  @Test func shapesThatDoNotFitTrap() async {
    expectMessage(
      "meanSquaredError: the target has shape [2], the prediction [2, 1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = meanSquaredError(Tensor<Float>(zeros: [2, 1]), Tensor<Float>(zeros: [2]))
      })
    expectMessage(
      "sumSquaredError: the target has shape [2], the prediction [2, 1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = sumSquaredError(Tensor<Float>(zeros: [2, 1]), Tensor<Float>(zeros: [2]))
      })
  }
}
