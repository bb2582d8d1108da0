import Tern
import TestSupport
import Testing

/// Expects first and second derivatives of a function that may throw to agree with differences.
func expectThrowingGradients(
  at x: Tensor<Double>, secondDerivatives: Bool = true, tolerance: Double = 1e-7,
  sourceLocation: SourceLocation = #_sourceLocation,
  of function: (Tensor<Double>) throws -> Tensor<Double>
) throws {
  // What the function throws at x it throws here; nearby, NaN takes the place of what it threw.
  let value = try function(x)
  expectGradients(
    at: [x], secondDerivatives: secondDerivatives, tolerance: tolerance,
    sourceLocation: sourceLocation
  ) { inputs in
    (try? function(inputs[0])) ?? Tensor(full: value.shape, .nan)
  }
}
