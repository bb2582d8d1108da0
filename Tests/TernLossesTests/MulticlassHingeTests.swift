import Tern
import TestSupport
import Testing

struct MulticlassHingeTests {
  @Test func asPyTorchTimesClasses() {
    func check<S: FloatingScalar>(_: S.Type) {
      let scores = LossOracle.logits.asType(S.self)
      expectLoss(LossOracle.hinge, at: scores) {
        multiclassHinge($0, LossOracle.labels, reduction: $1)
      }
      expectLoss(LossOracle.hingeWide, at: scores) {
        multiclassHinge($0, LossOracle.labels, margin: 2.5, reduction: $1)
      }
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(arguments: [1, 2.5]) func gradients(margin: Double) {
    for reduction in LossReduction.allCases {
      expectGradients(at: [LossOracle.logits]) { x in
        multiclassHinge(x[0], LossOracle.labels, margin: margin, reduction: reduction)
      }
    }
  }

  @Test func pixelsAreSamples() {
    let scores = LossOracle.spatial
    let losses = multiclassHinge(scores, LossOracle.spatialLabels, reduction: .none)
    let rows = scores.permuted([0, 2, 3, 1]).reshaped(to: [8, 3] as Shape)
    let ofRows = multiclassHinge(rows, LossOracle.spatialLabels.flattened(), reduction: .none)
    #expect(losses.shape == [2, 2, 2])
    #expect(losses.scalars == ofRows.scalars)
  }

  @Test func batchOfNoneAndOfOne() {
    #expect(multiclassHinge(Tensor<Float>(zeros: [0, 3]), Tensor<Int32>(zeros: [0])).scalar.isNaN)
    #expect(multiclassHinge([[1, 1.5, -2]] as Tensor<Float>, [0]).scalar == 1.5)
  }

  @Test func labelsThatDoNotFitTrap() async {
    expectMessage(
      "label 3 at position 0 is not in 0..<3",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = multiclassHinge(Tensor<Float>(zeros: [1, 3]), [3])
      })
    expectMessage(
      "multiclassHinge: labels of shape [2] do not fit scores of shape [1, 3]; expected [1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = multiclassHinge(Tensor<Float>(zeros: [1, 3]), [0, 0])
      })
  }
}
