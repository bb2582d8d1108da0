import Tern
import TestSupport
import Testing

struct KLDivergenceTests {
  @Test func asPyTorch() {
    func check<S: FloatingScalar>(_: S.Type) {
      let logs = LossOracle.logits.logSoftmax().asType(S.self)
      expectLoss(LossOracle.divergence, at: logs) {
        klDivergence($0, LossOracle.sparse.asType(S.self), reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: LossReduction.allCases) func gradients(reduction: LossReduction) {
    let (logs, targets) = (LossOracle.logits.logSoftmax(), (LossOracle.logits * 0.125).softmax())
    expectGradients(at: [logs, targets]) { x in
      klDivergence(x[0], x[1], reduction: reduction)
    }
  }

  @Test func alongAnotherAxis() {
    let (logs, targets) = (LossOracle.spatial.logSoftmax(along: 1), LossOracle.spatialSoft)
    let losses = klDivergence(logs, targets, along: 1, reduction: .none)
    let moved = klDivergence(
      logs.permuted([0, 2, 3, 1]), targets.permuted([0, 2, 3, 1]), reduction: .none)
    #expect(losses.shape == [2, 2, 2])
    #expect(losses.isClose(to: moved, relative: 1e-14))
  }

  @Test func ofEqualDistributionsIsZero() {
    let p = LossOracle.soft
    let divergence = klDivergence(p.log(), p)
    #expect(abs(divergence.scalar) < 1e-15)
    // Impossible in both.
    let certain: Tensor<Double> = [[1, 0]]
    let (loss, gradients) = valueWithGradient(at: certain.log(), certain) { klDivergence($0, $1) }
    #expect(loss.scalar == 0)
    #expect(gradients.0 == [[-1, 0]])
    #expect(gradients.1 == [[1, 0]])
  }

  @Test func batchOfNone() {
    let none = Tensor<Double>(zeros: [0, 2])
    #expect(klDivergence(none, none).scalar.isNaN)
    #expect(klDivergence(none, none, reduction: .sum).scalar == 0)
  }

  @Test func shapesThatDoNotFitTrap() async {
    expectMessage(
      "klDivergence: the target has shape [2], the prediction [2, 1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = klDivergence(Tensor<Float>(zeros: [2, 1]), Tensor<Float>(zeros: [2]))
      })
  }
}
