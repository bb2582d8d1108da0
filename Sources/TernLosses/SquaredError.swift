import TernTensors

/// The squared error, (prediction − target)², element by element. Finite wherever it is a number of
/// its type; so is its mean.
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
  switch reduction {
  case .mean:
    let sum = errors.sumOfSquares()
    // It may be infinite where the mean is not.
    return sum.isAllFinite
      ? sum * Scalar(double: 1 / Double(errors.count)) : errors.squared().mean()
  case .sum: return errors.sumOfSquares()
  case .none: return errors.squared()
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
  guard reduction != .sum else { return errors.halvedSumOfSquares(along: nil) }
  let axes = Array(errors.shape.indices.dropFirst())
  return errors.halvedSumOfSquares(along: axes).reduced(by: reduction)
}

extension Tensor where Scalar: FloatingScalar {
  /// ½ · Σ x², also where Σ x² is infinite and half of it is not.
  fileprivate func halvedSumOfSquares(along axes: [Int]?) -> Tensor {
    let quick = sumOfSquares(along: axes) * 0.5
    return quick.isAllFinite ? quick : (self * 0.5).sumOfSquares(along: axes) * 2
  }
}
