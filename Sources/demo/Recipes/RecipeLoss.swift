import Tern

/// What a recipe minimises.
enum RecipeLoss: Sendable {
  /// The mean softmax cross-entropy.
  case crossEntropy
  /// The sum of a batch's softmax cross-entropies.
  case summedCrossEntropy
  /// ½ · Σ (output − target)² over a batch, against one-hot targets.
  case summedSquares

  /// Whether a batch's loss is the sum over its examples.
  var isSummed: Bool { self != .crossEntropy }

  /// The same loss of an example, reduced over a batch in another way if the settings say so.
  func reduced(_ reduction: BatchReduction) -> RecipeLoss {
    self == .crossEntropy && reduction == .sum ? .summedCrossEntropy : self
  }

  /// The loss of a batch.
  func callAsFunction(_ output: Tensor<Float>, _ labels: Tensor<Int32>) -> Tensor<Float> {
    switch self {
    case .crossEntropy: softmaxCrossEntropy(output, labels)
    case .summedCrossEntropy: softmaxCrossEntropy(output, labels, reduction: .sum)
    case .summedSquares: sumSquaredError(output, targets(labels, output))
    }
  }

  /// The loss of an example on average.
  func mean(_ output: Tensor<Float>, _ labels: Tensor<Int32>) -> Tensor<Float> {
    switch self {
    case .crossEntropy, .summedCrossEntropy: softmaxCrossEntropy(output, labels)
    case .summedSquares: sumSquaredError(output, targets(labels, output), reduction: .mean)
    }
  }

  private func targets(_ labels: Tensor<Int32>, _ output: Tensor<Float>) -> Tensor<Float> {
    Tensor(oneHot: labels, classes: output.shape[1])
  }
}
