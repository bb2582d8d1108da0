import TernTensors

/// The absolute error, |prediction − target|, element by element; its gradient at 0 is 0.
///
/// - Parameters:
///   - prediction: Any shape.
///   - target: The same shape.
///   - reduction: `mean` or `sum` over all elements, or `none`.
public func meanAbsoluteError<Scalar: FloatingScalar>(
  _ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>, reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  requireEqualShapes(prediction, target, in: "meanAbsoluteError")
  return (prediction - target).abs().reduced(by: reduction)
}
