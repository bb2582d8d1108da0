import Tern
import TestSupport
import Testing

/// What a loss must be: values and gradients with respect to its first argument.
struct Expectation: Sendable {
  /// The shape of the losses with `LossReduction.none`.
  let shape: Shape
  let losses: [Double]
  let mean: Double
  let sum: Double
  let meanGradient: [Double]
  let sumGradient: [Double]
}

/// Checks the values of all reductions, and the gradients of mean and sum.
func expectLoss<S: FloatingScalar>(
  _ expected: Expectation, at x: Tensor<S>, sourceLocation: SourceLocation = #_sourceLocation,
  _ loss: (Tensor<S>, LossReduction) -> Tensor<S>
) {
  func check(_ actual: Tensor<S>, _ expected: [Double], _ shape: Shape, _ what: String) {
    #expect(actual.shape == shape, "\(what)", sourceLocation: sourceLocation)
    // PyTorch rounds, too.
    let tolerance = 32 * S.ulpOfOne.asDouble
    expectClose(
      actual.scalars.map(\.asDouble), expected, relative: tolerance, absolute: tolerance, what,
      sourceLocation: sourceLocation)
  }
  check(loss(x, .none), expected.losses, expected.shape, "losses")
  let (mean, meanGradient) = valueWithGradient(at: x) { x in loss(x, .mean) }
  check(mean, [expected.mean], [], "mean")
  check(meanGradient, expected.meanGradient, x.shape, "gradient of the mean")
  let (sum, sumGradient) = valueWithGradient(at: x) { x in loss(x, .sum) }
  check(sum, [expected.sum], [], "sum")
  check(sumGradient, expected.sumGradient, x.shape, "gradient of the sum")
}
