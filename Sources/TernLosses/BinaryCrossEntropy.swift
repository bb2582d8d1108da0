import TernTensors

/// The cross-entropy of targets t between 0 and 1 under probabilities p, element by element:
/// −t · log p − (1 − t) · log(1 − p).
///
/// Logarithms are held at −100 or above and denominators of the gradient at 1e-12 or above, as in
/// PyTorch's `binary_cross_entropy`, so that p = 0 and p = 1 give finite losses. With logits at hand,
/// ``binaryCrossEntropy(logits:_:positiveWeight:reduction:)`` is exact instead.
///
/// - Parameters:
///   - probabilities: Any shape; elements from 0 to 1, others give NaN.
///   - targets: The same shape.
///   - reduction: `mean` or `sum` over all elements, or `none`.
public func binaryCrossEntropy<Scalar: FloatingScalar>(
  _ probabilities: Tensor<Scalar>, _ targets: Tensor<Scalar>, reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  requireEqualShapes(probabilities, targets, in: "binaryCrossEntropy")
  let losses = differentiable(probabilities, targets, keeping: .inputs) { p, t in
    (t - 1) * p.boundedLogOfComplement() - t * p.boundedLog()
  } pullback: { dz, p, t, _ in
    dz * (p - t) / (p * (1 - p)).maximum(1e-12)
  } _: { dz, p, _, _ in
    dz * (p.boundedLogOfComplement() - p.boundedLog())
  }
  return losses.reduced(by: reduction)
}

/// The cross-entropy of targets t between 0 and 1 under sigmoid(logits), element by element:
/// w · t · softplus(−x) + (1 − t) · softplus(x).
///
/// Right within some ulps of itself for finite logits of any size; an infinite one gives NaN if the
/// target is 0 or 1.
///
/// - Parameters:
///   - logits: Any shape.
///   - targets: The same shape.
///   - positiveWeight: What losses of positive targets are multiplied by: a number, or a shape
///     that broadcasts to that of the logits, such as [classes]; 1 if nil.
///   - reduction: `mean` or `sum` over all elements, or `none`.
public func binaryCrossEntropy<Scalar: FloatingScalar>(
  logits: Tensor<Scalar>, _ targets: Tensor<Scalar>, positiveWeight: Tensor<Scalar>? = nil,
  reduction: LossReduction = .mean
) -> Tensor<Scalar> {
  requireEqualShapes(logits, targets, in: "binaryCrossEntropy")
  var positive = targets * (-logits).softplus()
  if let positiveWeight {
    positive = positive * positiveWeight
    precondition(
      positive.shape == logits.shape,
      "binaryCrossEntropy: a positive weight of shape \(positiveWeight.shape) does not broadcast "
        + "to logits of shape \(logits.shape)")
  }
  return (positive + (1 - targets) * logits.softplus()).reduced(by: reduction)
}

extension Tensor where Scalar: FloatingScalar {
  /// log p, −100 or above.
  fileprivate func boundedLog() -> Tensor {
    differentiable(self, keeping: .inputs) { p in
      p.log().maximum(-100)
    } pullback: { dy, p, _ in
      dy / p.maximum(1e-12)
    }
  }

  /// log(1 − p), −100 or above.
  fileprivate func boundedLogOfComplement() -> Tensor {
    differentiable(self, keeping: .inputs) { p in
      (-p).log1p().maximum(-100)
    } pullback: { dy, p, _ in
      -dy / (1 - p).maximum(1e-12)
    }
  }
}
