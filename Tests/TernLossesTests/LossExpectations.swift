import Tern
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
    let tolerance = max(16 * S.ulpOfOne.asDouble, 1e-14)
    for (i, (a, e)) in zip(actual.scalars, expected).enumerated() {
      let a = a.asDouble
      #expect(
        abs(a - e) <= tolerance * (2 + abs(e)), "\(what), element \(i): \(a) instead of \(e)",
        sourceLocation: sourceLocation)
    }
  }
  check(loss(x, .none), expected.losses, expected.shape, "losses")
  let (mean, meanGradient) = valueWithGradient(at: x) { x in loss(x, .mean) }
  check(mean, [expected.mean], [], "mean")
  check(meanGradient, expected.meanGradient, x.shape, "gradient of the mean")
  let (sum, sumGradient) = valueWithGradient(at: x) { x in loss(x, .sum) }
  check(sum, [expected.sum], [], "sum")
  check(sumGradient, expected.sumGradient, x.shape, "gradient of the sum")
}

/// Compares gradients with central differences, under an upstream gradient that differs from
/// element to element; and the gradients of these gradients.
func expectLossGradients(
  at inputs: [Tensor<Double>], second: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ loss: @escaping ([Tensor<Double>]) -> Tensor<Double>
) {
  let project = { (y: Tensor<Double>) in
    (y.flattened() * Tensor(linspace: 0.5, 1.75, count: y.count)).sum()
  }
  expectSlopes(at: inputs, sourceLocation) { project(loss($0)) }
  guard second else { return }
  expectSlopes(at: inputs, sourceLocation) { inputs in
    gradient(at: inputs) { project(loss($0)) }.map(project).reduce(Tensor(0)) { $0 + $1 }
  }
}

private func expectSlopes(
  at inputs: [Tensor<Double>], _ sourceLocation: SourceLocation,
  _ function: ([Tensor<Double>]) -> Tensor<Double>
) {
  let step = 1e-5
  let gradients = gradient(at: inputs, of: function)
  for (which, input) in inputs.enumerated() {
    for i in 0..<input.count {
      func value(_ change: Double) -> Double {
        var inputs = inputs
        inputs[which].withUnsafeMutableBufferPointer { $0[i] += change }
        return function(inputs).scalar
      }
      let slope = (value(step) - value(-step)) / (2 * step)
      let actual = gradients[which].scalars[i]
      #expect(
        abs(actual - slope) <= 1e-8 * (1 + abs(slope)),
        "input \(which), element \(i): gradient \(actual), slope \(slope)",
        sourceLocation: sourceLocation)
    }
  }
}
