import Tern
import TestSupport
import Testing

/// The cross-entropy of three outputs, worked by hand, and the deviation's graph.
struct WorkedExampleTests {
  private static let outputs: Tensor<Double> = [
    [0.65, 0.43, 0.11], [0.05, 0.51, 0.18], [0.33, 0.21, 0.72],
  ]
  private static let labels: Tensor<Int32> = [0, 1, 2]

  @Test func outputsAsProbabilities() {
    let logs = Self.outputs.log()
    let sum = negativeLogLikelihood(logs, Self.labels, reduction: .sum).scalar
    expectClose(sum, 1.43263, relative: 0, absolute: 5e-6)
    expectClose(
      negativeLogLikelihood(logs, Self.labels).scalar, 0.47754, relative: 0, absolute: 5e-6)
  }

  @Test func outputsAsLogits() {
    let loss = softmaxCrossEntropy(Self.outputs, Self.labels)
    expectClose(loss.scalar, 0.84897, relative: 0, absolute: 5e-6)
    let targets = Tensor<Double>(oneHot: Self.labels, classes: 3)
    expectClose(softmaxCrossEntropy(Self.outputs, targets).scalar, loss.scalar)
  }
}
