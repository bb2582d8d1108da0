import TernTensors

/// The multiclass hinge loss of a support vector machine, Σ max(0, x[j] − x[y] + margin) over the
/// classes j other than the label y.
///
/// Weston and Watkins, "Support vector machines for multi-class pattern recognition" (1999), as in
/// Stanford's course CS231n. PyTorch's `multi_margin_loss` is this divided by the number of classes.
///
/// - Parameters:
///   - scores: Shape [batch, classes], or [batch, classes, d1, …].
///   - labels: Classes from 0 to classes − 1, shape [batch], or [batch, d1, …]. Labels out of
///     range or of another shape are a precondition failure.
///   - margin: By how much the label's score has to be above another for a loss of 0.
///   - reduction: `mean`, `sum`, or `none` for a loss of the labels' shape.
public func multiclassHinge<Scalar: FloatingScalar>(
  _ scores: Tensor<Scalar>, _ labels: Tensor<Int32>, margin: Scalar = 1,
  reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  let scores = ClassScores(scores, labels, in: "multiclassHinge")
  let classes = scores.rows.shape[1]
  // No margin for the label itself: its difference is 0, and so is the gradient of relu there.
  let margins = Tensor<Scalar>(oneHot: scores.labels, classes: classes)
    .scaled(by: -margin, shiftedBy: margin)
  let differences = scores.rows - scores.ofLabels.expandingAxis(at: 1)
  return scores.shaped((differences + margins).relu().sum(along: 1)).reduced(by: reduction)
}
