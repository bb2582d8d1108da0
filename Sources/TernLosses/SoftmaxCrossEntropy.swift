import TernTensors

/// The cross-entropy of labels y under softmax(logits), −log softmax(x)[y].
///
/// With label smoothing ε and class weights w over C classes, a label's loss is
///
///     −(1 − ε) · w[y] · log softmax(x)[y] − ε/C · Σ w[c] · log softmax(x)[c]
///
/// and the mean is Σ losses / Σ w[y], as in PyTorch's `cross_entropy`. A loss, and its gradient, is
/// right within some ulps of itself for finite logits of any size whose differences are finite, also
/// where it is far below an ulp of 1; a logit of −∞ is a class that cannot be. Szegedy et al., "Rethinking the Inception architecture for computer vision" (2016).
///
/// - Parameters:
///   - logits: Shape [batch, classes], or [batch, classes, d1, …].
///   - labels: Classes from 0 to classes − 1, shape [batch], or [batch, d1, …]. Labels out of
///     range or of another shape are a precondition failure.
///   - labelSmoothing: The share of a target that is spread over all classes, from 0 to 1.
///   - classWeights: A weight for each class, shape [classes]; all 1 if nil.
///   - reduction: `mean`, `sum`, or `none` for a loss of the labels' shape.
@specialized(where Scalar == Float)
public func softmaxCrossEntropy<Scalar: FloatingScalar>(
  _ logits: Tensor<Scalar>, _ labels: Tensor<Int32>, labelSmoothing: Scalar = 0,
  classWeights: Tensor<Scalar>? = nil, reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  requireSmoothing(labelSmoothing)
  let isPlain = labelSmoothing == 0 && classWeights == nil && reduction == .mean
  if isPlain && logits.rank == 2 {
    ClassScores.check(logits, labels, in: "softmaxCrossEntropy")
    return logits.meanCrossEntropy(labels: labels)
  }
  let scores = ClassScores(logits, labels, in: "softmaxCrossEntropy")
  if isPlain { return scores.rows.meanCrossEntropy(labels: scores.labels) }
  let weights = classWeights.map { scores.labelWeights($0, in: "softmaxCrossEntropy") }
  var losses = scores.rows.crossEntropy(labels: scores.labels)
  if let weights { losses = losses * weights }
  if labelSmoothing != 0 {
    let logs = scores.rows.logSoftmax()
    let spread = classWeights.map { logs * $0 } ?? logs
    losses = losses * (1 - labelSmoothing) - spread.mean(along: 1) * labelSmoothing
  }
  return scores.shaped(losses).reduced(by: reduction, weights: weights)
}

/// The cross-entropy of target probabilities t under softmax(logits), −Σ t[c] · log softmax(x)[c].
///
/// Label smoothing ε replaces t by (1 − ε) · t + ε/C over C classes; class weights w multiply
/// the terms. The mean is Σ losses / (batch · d1 · …) whatever the weights are, as in PyTorch's
/// `cross_entropy` with class probabilities. A term of a target of 0 is 0, even where the logit is
/// −∞: the class cannot be, and is not meant to.
///
/// - Parameters:
///   - logits: Shape [batch, classes], or [batch, classes, d1, …].
///   - targets: Probabilities of the logits' shape: one-hot rows or soft ones.
///   - labelSmoothing: The share of a target that is spread over all classes, from 0 to 1.
///   - classWeights: A weight for each class, shape [classes]; all 1 if nil.
///   - reduction: `mean`, `sum`, or `none` for a loss of the logits' shape without axis 1.
@_disfavoredOverload  // Integer literals are labels.
public func softmaxCrossEntropy<Scalar: FloatingScalar>(
  _ logits: Tensor<Scalar>, _ targets: Tensor<Scalar>, labelSmoothing: Scalar = 0,
  classWeights: Tensor<Scalar>? = nil, reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  requireClassAxis(logits.shape, in: "softmaxCrossEntropy")
  requireEqualShapes(logits, targets, in: "softmaxCrossEntropy")
  requireSmoothing(labelSmoothing)
  let share = labelSmoothing / Scalar(double: Double(logits.shape[1]))
  let smoothed =
    labelSmoothing == 0 ? targets : targets.scaled(by: 1 - labelSmoothing, shiftedBy: share)
  let weights = classWeights.map { weights in
    requireClassWeights(weights, classes: logits.shape[1], in: "softmaxCrossEntropy")
    let ones = [Int](repeating: 1, count: logits.rank - 2)
    return weights.reshaped(to: Shape([weights.count] + ones))
  }
  func losses(_ logs: Tensor<Scalar>) -> Tensor<Scalar> {
    let terms = logs * smoothed
    return -(weights.map { terms * $0 } ?? terms).sum(along: 1)
  }
  let logs = logits.logSoftmax(along: 1)
  let quick = losses(logs)
  if quick.isAllFinite { return quick.reduced(by: reduction) }
  let isZero = smoothed.detached() .== 0
  return losses(Tensor.where(isZero, 0, logs)).reduced(by: reduction)
}

private func requireSmoothing<Scalar: FloatingScalar>(_ smoothing: Scalar) {
  precondition(
    smoothing >= 0 && smoothing <= 1,
    "softmaxCrossEntropy: label smoothing lies between 0 and 1, got \(smoothing)")
}
