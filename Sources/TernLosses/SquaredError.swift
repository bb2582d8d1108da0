import TernTensors

/// The squared error, (prediction − target)², element by element.
///
/// - Parameters:
///   - prediction: Any shape.
///   - target: The same shape.
///   - reduction: `mean` or `sum` over all elements, or `none`.
public func meanSquaredError<Scalar: FloatingScalar>(
  _ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>, reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  requireEqualShapes(prediction, target, in: "meanSquaredError")
  let errors = prediction - target
  return switch reduction {
  case .mean: errors.sumOfSquares() * Scalar(double: 1 / Double(errors.count))
  case .sum: errors.sumOfSquares()
  case .none: errors.squared()
  }
}

/// Half the sum of squared errors of a sample, ½ · Σ (prediction − target)².
///
/// By default the samples' losses are summed, too: ½ · Σ over all elements, whose gradient is
/// prediction − target.
///
/// - Parameters:
///   - prediction: Shape [batch, …].
///   - target: The same shape.
///   - reduction: `sum` or `mean` over the samples, or `none` for a loss of shape [batch].
public func sumSquaredError<Scalar: FloatingScalar>(
  _ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>, reduction: LossReduction = .sum
) -> Tensor<Scalar> {
  requireEqualShapes(prediction, target, in: "sumSquaredError")
  let errors = prediction - target
  guard reduction != .sum else { return errors.sumOfSquares() * 0.5 }
  let axes = Array(errors.shape.indices.dropFirst())
  return (errors.sumOfSquares(along: axes) * 0.5).reduced(by: reduction)
}
