import TernTensors

/// Scores or log-probabilities of classes along axis 1, a row for each label.
struct ClassScores<Scalar: FloatingScalar> {
  /// Shape [labels.count, classes].
  let rows: Tensor<Scalar>
  /// A class for each row.
  let labels: Tensor<Int32>
  /// The shape of the losses, that of the labels as they were given.
  let shape: Shape

  /// Checks that labels fit scores and lie in range.
  ///
  /// - Parameters:
  ///   - scores: Shape [batch, classes, d1, …].
  ///   - labels: Shape [batch, d1, …], from 0 to classes − 1.
  init(_ scores: Tensor<Scalar>, _ labels: Tensor<Int32>, in loss: StaticString) {
    Self.check(scores, labels, in: loss)
    shape = labels.shape
    let classes = scores.shape[1]
    if scores.rank == 2 {
      rows = scores
      self.labels = labels
    } else {
      rows = scores.permuted([0] + Array(2..<scores.rank) + [1])
        .reshaped(to: [labels.count, classes] as Shape)
      self.labels = labels.flattened()
    }
  }

  /// Traps unless labels fit scores and lie in range.
  @inline(__always)
  static func check(_ scores: Tensor<Scalar>, _ labels: Tensor<Int32>, in loss: StaticString) {
    requireClassAxis(scores.shape, in: loss)
    precondition(
      fit(labels.shape, scores.shape),
      "\(loss): labels of shape \(labels.shape) do not fit scores of shape \(scores.shape); "
        + "expected \(scores.shape.removing(1))")
    labels.checkRange(0..<scores.shape[1], of: "label")
  }

  /// The score of each row's label, shape [labels.count].
  var ofLabels: Tensor<Scalar> { rows.pickingColumns(labels) }

  /// The weight of each row's label, shape [labels.count].
  func labelWeights(_ classWeights: Tensor<Scalar>, in loss: StaticString) -> Tensor<Scalar> {
    requireClassWeights(classWeights, classes: rows.shape[1], in: loss)
    return classWeights.taking(labels)
  }

  /// A loss for each row in the shape of the labels.
  func shaped(_ losses: Tensor<Scalar>) -> Tensor<Scalar> {
    shape.rank == 1 ? losses : losses.reshaped(to: shape)
  }

  /// Whether labels have the shape of scores without axis 1. Costs no memory: every training step
  /// comes by here.
  private static func fit(_ labels: Shape, _ scores: Shape) -> Bool {
    labels.rank == scores.rank - 1
      && labels.indices.allSatisfy { labels[$0] == scores[$0 == 0 ? 0 : $0 + 1] }
  }
}

/// Traps unless scores have the shape [batch, classes, d1, …].
func requireClassAxis(_ scores: Shape, in loss: StaticString) {
  precondition(
    scores.rank >= 2, "\(loss): scores have shape [batch, classes, ...], got \(scores)")
}

/// Traps unless there is a weight for each class.
func requireClassWeights<Scalar: FloatingScalar>(
  _ weights: Tensor<Scalar>, classes: Int, in loss: StaticString
) {
  precondition(
    weights.rank == 1 && weights.count == classes,
    "\(loss): weights of \(classes) classes have shape [\(classes)], got \(weights.shape)")
}
