import TernTensors

/// Shifts and scales each feature to mean 0 and deviation 1, by figures of the training data:
/// `(x - mean) / deviation`.
///
/// ```swift
/// let standardize = try Standardization(fitting: train.inputs)
/// let (a, b) = (standardize(train), standardize(test))
/// ```
public struct Standardization<Scalar: FloatingScalar>: Sendable {
  /// The mean of each feature, `[…]`.
  public let mean: Tensor<Scalar>
  /// The population deviation of each feature, `[…]`; 1 for a feature that never changes.
  public let deviation: Tensor<Scalar>

  /// Measures mean and deviation along the first axis of `inputs`, `[count, …]`.
  ///
  /// - Throws: ``DatasetError/empty`` if there are no examples.
  public init(fitting inputs: Tensor<Scalar>) throws(DatasetError) {
    guard let count = inputs.shape.first, count > 0 else { throw .empty }
    mean = inputs.mean(along: 0)
    let measured = (inputs - mean).squared().mean(along: 0).sqrt()
    // Rounding can give a constant feature a mean beside its value, and so a tiny deviation.
    let range = inputs.max(along: 0) - inputs.min(along: 0)
    let scalars = zip(measured.scalars, range.scalars).map { deviation, range in
      range == 0 || deviation == 0 ? 1 : deviation
    }
    deviation = Tensor(scalars, shape: mean.shape)
  }

  /// Standardizes inputs whose features are those that were measured.
  public func callAsFunction(_ inputs: Tensor<Scalar>) -> Tensor<Scalar> {
    (inputs - mean) / deviation
  }

  /// Standardizes the inputs of a data set.
  public func callAsFunction(_ dataset: Dataset<Scalar>) -> Dataset<Scalar> {
    Dataset(checkedInputs: self(dataset.inputs), labels: dataset.labels)
  }
}
