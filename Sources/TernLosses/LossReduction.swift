import TernTensors

/// What becomes of the losses of a batch.
public enum LossReduction: Sendable, Hashable, CaseIterable {
  /// Their mean, a tensor of rank 0. The mean of an empty batch is NaN.
  case mean
  /// Their sum, a tensor of rank 0. The sum of an empty batch is 0.
  case sum
  /// The losses as they are.
  case none
}

extension Tensor where Scalar: FloatingScalar {
  /// These losses, reduced. If they were multiplied by weights, their mean is
  /// Σ losses / Σ weights.
  func reduced(by reduction: LossReduction, weights: Tensor? = nil) -> Tensor {
    switch reduction {
    case .mean: weights.map { sum() / $0.sum() } ?? mean()
    case .sum: sum()
    case .none: self
    }
  }
}

/// Traps if a prediction and its target have different shapes: losses do not broadcast.
func requireEqualShapes<Scalar: FloatingScalar>(
  _ prediction: Tensor<Scalar>, _ target: Tensor<Scalar>, in loss: StaticString
) {
  precondition(
    prediction.shape == target.shape,
    "\(loss): the target has shape \(target.shape), the prediction \(prediction.shape)")
}
