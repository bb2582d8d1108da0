import TernTensors

/// The negative log-likelihood of labels y, −w[y] · logProbabilities[y].
///
/// After `logSoftmax` it is the cross-entropy, which `softmaxCrossEntropy` gives in one step. The
/// mean is Σ losses / Σ w[y], as in PyTorch's `nll_loss`.
///
/// - Parameters:
///   - logProbabilities: Shape [batch, classes], or [batch, classes, d1, …].
///   - labels: Classes from 0 to classes − 1, shape [batch], or [batch, d1, …]. Labels out of
///     range or of another shape are a precondition failure.
///   - classWeights: A weight w for each class, shape [classes]; all 1 if nil.
///   - reduction: `mean`, `sum`, or `none` for a loss of the labels' shape.
public func negativeLogLikelihood<Scalar: FloatingScalar>(
  _ logProbabilities: Tensor<Scalar>, _ labels: Tensor<Int32>,
  classWeights: Tensor<Scalar>? = nil, reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  let scores = ClassScores(logProbabilities, labels, in: "negativeLogLikelihood")
  let weights = classWeights.map { scores.labelWeights($0, in: "negativeLogLikelihood") }
  let losses = -scores.ofLabels
  return scores.shaped(weights.map { losses * $0 } ?? losses)
    .reduced(by: reduction, weights: weights)
}
