import TernTensors

/// The Kullback–Leibler divergence of target probabilities t from predicted ones,
/// Σ t · (log t − logProbabilities) over the elements of a distribution.
///
/// A divergence belongs to a whole distribution, so that the mean is over distributions: for
/// [batch, classes] PyTorch's `batchmean`. PyTorch's `mean` divides by the classes as well. Where t
/// is 0, its term and the gradients of the term are 0. Kullback and Leibler, "On information and
/// sufficiency" (1951).
///
/// - Parameters:
///   - logProbabilities: Logarithms of predicted probabilities, such as `logSoftmax()` gives.
///   - targets: Probabilities, the same shape.
///   - axis: The axis along which a distribution lies.
///   - reduction: `mean` or `sum` over the distributions, or `none` for one loss each: the shape
///     without the axis.
public func klDivergence<Scalar: FloatingScalar>(
  _ logProbabilities: Tensor<Scalar>, _ targets: Tensor<Scalar>, along axis: Int = -1,
  reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  requireEqualShapes(logProbabilities, targets, in: "klDivergence")
  let isZero = targets.detached() .== 0
  let ratios = Tensor.where(isZero, 1, targets).log() - Tensor.where(isZero, 0, logProbabilities)
  return (targets * ratios).sum(along: axis).reduced(by: reduction)
}
