import Tern
import Testing

/// Expects the derivatives of a function to agree with differences, at seeded inputs.
///
/// - Parameters:
///   - shape: The shape of the input.
///   - range: The range that the input's elements are drawn from.
///   - secondDerivatives: Whether second derivatives are compared, too.
///   - tolerance: The largest relative error.
public func expectGradients(
  _ shape: Shape, in range: ClosedRange<Double> = -2...2, secondDerivatives: Bool = true,
  tolerance: Double = 1e-7, seed: UInt64 = 0, sourceLocation: SourceLocation = #_sourceLocation,
  of function: (Tensor<Double>) -> Tensor<Double>
) {
  expectGradients(
    at: [seeded(shape, in: range, seed: seed)], secondDerivatives: secondDerivatives,
    tolerance: tolerance, sourceLocation: sourceLocation
  ) { function($0[0]) }
}

/// Expects the derivatives of a function of two tensors to agree with differences.
public func expectGradients(
  _ shape: Shape, _ other: Shape, in range: ClosedRange<Double> = -2...2,
  secondDerivatives: Bool = true, tolerance: Double = 1e-7, seed: UInt64 = 0,
  sourceLocation: SourceLocation = #_sourceLocation,
  of function: (Tensor<Double>, Tensor<Double>) -> Tensor<Double>
) {
  expectGradients(
    shapes: [shape, other], in: range, secondDerivatives: secondDerivatives, tolerance: tolerance,
    seed: seed, sourceLocation: sourceLocation
  ) { function($0[0], $0[1]) }
}

/// Expects the derivatives of a function of several tensors to agree with differences.
public func expectGradients(
  shapes: [Shape], in range: ClosedRange<Double> = -2...2, secondDerivatives: Bool = true,
  tolerance: Double = 1e-7, seed: UInt64 = 0, sourceLocation: SourceLocation = #_sourceLocation,
  of function: ([Tensor<Double>]) -> Tensor<Double>
) {
  let inputs = shapes.enumerated().map { place, shape in
    seeded(shape, in: range, seed: seed + UInt64(place)) as Tensor<Double>
  }
  expectGradients(
    at: inputs, secondDerivatives: secondDerivatives, tolerance: tolerance,
    sourceLocation: sourceLocation, of: function)
}

/// Expects the derivatives of a function at given inputs to agree with differences.
public func expectGradients(
  at inputs: [Tensor<Double>], secondDerivatives: Bool = true, tolerance: Double = 1e-7,
  sourceLocation: SourceLocation = #_sourceLocation,
  of function: ([Tensor<Double>]) -> Tensor<Double>
) {
  let first = checkGradients(at: inputs, of: function)
  if !first.passes(tolerance: tolerance) {
    Issue.record("\(first)", sourceLocation: sourceLocation)
  }
  guard secondDerivatives else { return }
  let second = checkSecondDerivatives(at: inputs, of: function)
  if !second.passes(tolerance: tolerance) {
    Issue.record("second derivatives: \(second)", sourceLocation: sourceLocation)
  }
}
