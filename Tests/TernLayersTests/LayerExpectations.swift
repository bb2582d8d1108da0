import Tern
import Testing

/// Expects the first and second derivatives of a layer's parameters and input to agree with
/// differences.
func expectGradients(
  of layer: some Layer<Double>, at input: Tensor<Double>, inTraining: Bool = true,
  secondDerivatives: Bool = true, tolerance: Double = 1e-7,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let first = checkGradients(of: layer, at: input, inTraining: inTraining)
  if !first.passes(tolerance: tolerance) {
    Issue.record("\(layer): \(first)", sourceLocation: sourceLocation)
  }
  guard secondDerivatives else { return }
  let second = checkSecondDerivatives(of: layer, at: input, inTraining: inTraining)
  if !second.passes(tolerance: tolerance) {
    Issue.record("second derivatives of \(layer): \(second)", sourceLocation: sourceLocation)
  }
}
