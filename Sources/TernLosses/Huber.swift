import TernTensors

/// The Huber loss of the error e = prediction − target, element by element: ½e² where |e| ≤ δ,
/// δ · (|e| − ½δ) elsewhere.
///
/// Huber, "Robust estimation of a location parameter" (1964).
///
/// - Parameters:
///   - prediction: Any shape.
///   - target: The same shape.
///   - delta: Where the parabola goes over into lines, δ > 0.
///   - reduction: `mean` or `sum` over all elements, or `none`.
public func huber<Scalar: FloatingScalar>(
  _ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>, delta: Scalar = 1,
  reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  requireEqualShapes(prediction, target, in: "huber")
  precondition(delta > 0, "huber: delta is greater than 0, got \(delta)")
  let errors = prediction - target
  // With c = clip(e, −δ, δ), both branches are c · (e − ½c).
  let clipped = errors.clipped(to: -delta...delta)
  return (clipped * (errors - clipped * 0.5)).reduced(by: reduction)
}
