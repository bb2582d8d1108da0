import Tern
import TestSupport
import Testing

struct NegativeLogLikelihoodTests {
  @Test func asPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let logits = LossOracle.logits.asType(S.self)
      expectLoss(LossOracle.likelihood, at: logits) {
        negativeLogLikelihood($0, LossOracle.labels, reduction: $1)
      }
      expectLoss(LossOracle.likelihoodWeighted, at: logits) {
        negativeLogLikelihood(
          $0, LossOracle.labels, classWeights: LossOracle.weights.asType(S.self), reduction: $1)
      }
      expectLoss(LossOracle.likelihoodSpatial, at: LossOracle.spatial.asType(S.self)) {
        negativeLogLikelihood(
          $0, LossOracle.spatialLabels, classWeights: LossOracle.spatialWeights.asType(S.self),
          reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: LossReduction.allCases) func gradients(reduction: LossReduction) {
    expectGradients(at: [LossOracle.logits, LossOracle.weights]) { x in
      negativeLogLikelihood(
        x[0].logSoftmax(), LossOracle.labels, classWeights: x[1], reduction: reduction)
    }
  }

  @Test func ofLogSoftmaxIsTheCrossEntropy() {
    let a = negativeLogLikelihood(
      LossOracle.spatial.logSoftmax(along: 1), LossOracle.spatialLabels, reduction: .none)
    let b = softmaxCrossEntropy(LossOracle.spatial, LossOracle.spatialLabels, reduction: .none)
    #expect(a.isClose(to: b, relative: 1e-14))
  }

  @Test func batchOfNone() {
    let logs = Tensor<Float>(zeros: [0, 3])
    #expect(negativeLogLikelihood(logs, Tensor<Int32>(zeros: [0])).scalar.isNaN)
    #expect(negativeLogLikelihood(logs, Tensor<Int32>(zeros: [0]), reduction: .sum).scalar == 0)
  }

  @Test func labelsThatDoNotFitTrap() async {
    expectMessage(
      "label 3 at position 0 is not in 0..<3",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = negativeLogLikelihood(Tensor<Double>(zeros: [1, 3]), [3])
      })
    expectMessage(
      "negativeLogLikelihood: labels of shape [2] do not fit scores of shape [1, 3];",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = negativeLogLikelihood(Tensor<Double>(zeros: [1, 3]), [0, 0])
      })
    expectMessage(
      "negativeLogLikelihood: weights of 3 classes have shape [3], got [1, 3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = negativeLogLikelihood(
          Tensor<Double>(zeros: [1, 3]), [0], classWeights: Tensor(ones: [1, 3]))
      })
  }
}
