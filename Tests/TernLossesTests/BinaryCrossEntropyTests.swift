import Tern
import TestSupport
import Testing

struct BinaryCrossEntropyTests {
  @Test func probabilitiesAsPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      expectLoss(LossOracle.binary, at: LossOracle.probabilities.asType(S.self)) {
        binaryCrossEntropy($0, LossOracle.binary01.asType(S.self), reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func logitsAsPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let (logits, targets) = (
        LossOracle.prediction.asType(S.self), LossOracle.binary01.asType(S.self)
      )
      expectLoss(LossOracle.binaryLogits, at: logits) {
        binaryCrossEntropy(logits: $0, targets, reduction: $1)
      }
      expectLoss(LossOracle.binaryLogitsWeighted, at: logits) {
        binaryCrossEntropy(
          logits: $0, targets, positiveWeight: LossOracle.positiveWeight.asType(S.self),
          reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: LossReduction.allCases) func gradients(reduction: LossReduction) {
    let targets = LossOracle.binary01
    expectGradients(at: [(LossOracle.prediction * 0.25).sigmoid(), targets]) { x in
      binaryCrossEntropy(x[0], x[1], reduction: reduction)
    }
    expectGradients(at: [LossOracle.prediction, targets, LossOracle.positiveWeight]) { x in
      binaryCrossEntropy(logits: x[0], x[1], positiveWeight: x[2], reduction: reduction)
    }
  }

  @Test func hugeLogitsAreExact() {
    func check<S: FloatingScalar>(_: S.Type) {
      let logits: Tensor<S> = [1000, 1000, -1000, -1000, 20, -20]
      let targets: Tensor<S> = [1, 0, 1, 0, 1, 0]
      let (losses, pullback) = valueWithPullback(at: logits) { x in
        binaryCrossEntropy(logits: x, targets, reduction: .none)
      }
      // log(1 + exp(−20)) and sigmoid(−20).
      let small = S(double: 2.0611536203143807e-9)
      let slope = S(double: 2.0611536181902037e-9)
      let expected: [S] = [0, 1000, 1000, 0, small, small]
      #expect(losses.isClose(to: Tensor(expected), relative: 8 * S.ulpOfOne, absolute: 0))
      let slopes: [S] = [0, 1, -1, 0, -slope, slope]
      #expect(
        pullback(Tensor(ones: [6]))
          .isClose(to: Tensor(slopes), relative: 8 * S.ulpOfOne, absolute: 0))
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func certainAndWrongIsAHundred() {
    let p: Tensor<Float> = [0, 1]
    let losses = binaryCrossEntropy(p, [1, 0], reduction: .none)
    #expect(losses == [100, 100])
    let slopes = gradient(at: p) { binaryCrossEntropy($0, [1, 0], reduction: .sum) }
    expectClose(slopes, [-1e12, 1e12])
    #expect(binaryCrossEntropy(p, [0, 1], reduction: .none) == [0, 0])
  }

  @Test func secondDerivativesAreFiniteAtTheBounds() {
    let curvature = gradient(at: [0, 1] as Tensor<Double>, [1, 0]) { p, t in
      let (dp, dt) = gradient(at: p, t) { p, t in binaryCrossEntropy(p, t, reduction: .sum) }
      return (dp + dt).sum()
    }
    #expect(curvature.0.isFinite().all() && curvature.1.isFinite().all())
  }

  @Test func batchOfNone() {
    let none = Tensor<Double>(zeros: [0, 2])
    #expect(binaryCrossEntropy(none, none).scalar.isNaN)
    #expect(binaryCrossEntropy(logits: none, none).scalar.isNaN)
    #expect(binaryCrossEntropy(logits: none, none, reduction: .sum).scalar == 0)
  }

  @Test func shapesThatDoNotFitTrap() async {
    expectMessage(
      "binaryCrossEntropy: the target has shape [2], the prediction [2, 1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = binaryCrossEntropy(Tensor<Float>(zeros: [2, 1]), Tensor<Float>(zeros: [2]))
      })
    expectMessage(
      "binaryCrossEntropy: the target has shape [2], the prediction [2, 1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = binaryCrossEntropy(logits: Tensor<Float>(zeros: [2, 1]), Tensor<Float>(zeros: [2]))
      })
    expectMessage(
      "binaryCrossEntropy: a positive weight of shape [3] does not broadcast to logits of",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = binaryCrossEntropy(
          logits: Tensor<Float>(zeros: [2, 1]), Tensor<Float>(zeros: [2, 1]),
          positiveWeight: Tensor(ones: [3]))
      })
  }
}
