import TernKernels
import TernTensors

/// Normalises each feature, or channel of images, over the batch, then scales and shifts it:
///
///     y = (x − mean) / √(variance + epsilon) · scale + shift
///
/// for x of shape `[batch, features]` or `[batch, features, …]`. In training, mean and variance
/// (with the count as its denominator) are those of the batch, and the running ones follow:
///
///     running = (1 − momentum) · running + momentum · batch's
///
/// with the batch's unbiased variance (count − 1). Inference normalises by the running statistics.
/// All as in PyTorch.
///
/// Training is right for elements of any size, also where their variance is beyond the range of the
/// type; but then the running variance is infinite from there on, and inference gives the shift.
///
/// Ioffe and Szegedy, "Batch normalization: accelerating deep network training by reducing internal
/// covariate shift" (2015).
public struct BatchNorm<Scalar: FloatingScalar>: Layer {
  /// `[features]`; not used by a layer that is not affine.
  public var scale: Tensor<Scalar>
  /// `[features]`; not used by a layer that is not affine.
  public var shift: Tensor<Scalar>
  /// `[features]`, what inference subtracts.
  public private(set) var runningMean: Tensor<Scalar>
  /// `[features]`, the square of what inference divides by, but for epsilon.
  public private(set) var runningVariance: Tensor<Scalar>
  /// `[]`, how many batches the running statistics have seen; counted where momentum is nil.
  public private(set) var batchCount: Tensor<Scalar>
  /// Added to the variance.
  public let epsilon: Scalar
  /// The weight of a batch in the running statistics; nil for the average of all batches.
  public let momentum: Scalar?
  /// Whether the layer learns a scale and a shift.
  public let isAffine: Bool

  /// A layer that begins with a scale of 1, a shift of 0, and running statistics of 0 and 1.
  ///
  /// - Parameters:
  ///   - features: The extent of axis 1.
  ///   - epsilon: Added to the variance.
  ///   - momentum: The weight of a batch in the running statistics, from 0 to 1; nil for the
  ///     average of all batches.
  ///   - affine: Whether to learn a scale and a shift.
  public init(
    _ features: Int, epsilon: Scalar = 1e-5, momentum: Scalar? = 0.1, affine: Bool = true
  ) {
    precondition(features > 0, "BatchNorm needs a feature or more, got \(features)")
    precondition(epsilon >= 0, "BatchNorm needs an epsilon of 0 or more, got \(epsilon)")
    precondition(
      momentum.map { (0...1).contains($0) } ?? true,
      "a momentum of BatchNorm lies between 0 and 1, got \(momentum ?? 0)")
    scale = Tensor(ones: [features])
    shift = Tensor(zeros: [features])
    runningMean = Tensor(zeros: [features])
    runningVariance = Tensor(ones: [features])
    batchCount = Tensor(zeros: [])
    self.epsilon = epsilon
    self.momentum = momentum
    isAffine = affine
  }

  /// x normalised by the running statistics.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    callAsFunction(x, rectifying: false)
  }

  /// x normalised by its own statistics, which the running ones follow.
  ///
  /// Of a feature with a single element, such as the last batch of an epoch may have, the variance
  /// says nothing: its output is the shift, and the running statistics stay.
  @specialized(where Scalar == Float)
  public mutating func training(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    training(x, rectifying: false)
  }

  /// Inference and the rectifier in one pass.
  @specialized(where Scalar == Float)
  public func rectified(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    callAsFunction(x, rectifying: true)
  }

  /// The training pass and the rectifier, fused.
  @specialized(where Scalar == Float)
  public mutating func rectifiedTraining(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    training(x, rectifying: true)
  }

  /// Inference, and the rectifier of its result if asked, in one pass.
  @specialized(where Scalar == Float)
  package func callAsFunction(_ x: Tensor<Scalar>, rectifying: Bool) -> Tensor<Scalar> {
    require(x.shape)
    return x.normalizingChannels(
      by: ChannelMoments(mean: runningMean, variance: runningVariance),
      scale: isAffine ? scale : nil, shift: isAffine ? shift : nil, epsilon: epsilon,
      rectifying: rectifying)
  }

  /// The training pass, and the rectifier of its result if asked, fused.
  @specialized(where Scalar == Float)
  package mutating func training(_ x: Tensor<Scalar>, rectifying: Bool) -> Tensor<Scalar> {
    require(x.shape)
    let count = x.count / scale.count
    let (y, moments) = x.normalizingChannels(
      scale: isAffine ? scale : nil, shift: isAffine ? shift : nil, epsilon: epsilon,
      rectifying: rectifying)
    if count > 1 { track(moments, count: count) }
    return y
  }

  /// Moves the running statistics towards those of a batch of `count` elements a feature.
  @specialized(where Scalar == Float)
  private mutating func track(_ moments: ChannelMoments<Scalar>, count: Int) {
    if momentum == nil { batchCount += Tensor(1) }
    let weight = momentum ?? 1 / batchCount.scalar
    let correction = Scalar(double: Double(count) / Double(count - 1))
    runningMean.keep(1 - weight, adding: moments.mean, times: weight)
    runningVariance.keep(1 - weight, adding: moments.variance, times: weight * correction)
  }

  /// Shows `scale` and `shift` if the layer is affine, `runningMean`, `runningVariance`, and
  /// `batchCount` if momentum is nil.
  @specialized(where Scalar == Float, Visitor == ParameterWalk<Float>)
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    if isAffine {
      visitor.parameter("scale", &scale, role: .scale)
      visitor.parameter("shift", &shift, role: .bias)
    }
    visitor.buffer("runningMean", &runningMean)
    visitor.buffer("runningVariance", &runningVariance)
    if momentum == nil { visitor.buffer("batchCount", &batchCount) }
  }

  /// The input's shape, which needs the features on axis 1.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    guard accepts(inputShape) else {
      throw ShapeError(layer: description, found: inputShape, expected: expected)
    }
    return inputShape
  }

  /// The number of features.
  public var description: String { "BatchNorm(\(scale.count))" }

  private var expected: String { "[batch, \(scale.count), …]" }

  private func accepts(_ shape: Shape) -> Bool { shape.rank >= 2 && shape[1] == scale.count }

  private func require(_ shape: Shape) {
    precondition(
      accepts(shape), "\(description) got an input of shape \(shape), needs \(expected)")
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// self · share + other · factor, in place and in one pass.
  @specialized(where Scalar == Float)
  fileprivate mutating func keep(_ share: Scalar, adding other: Tensor, times factor: Scalar) {
    makeUnique()
    Scalar.Kernels.axpby(count: count, factor, other.pointer, share, mutablePointer)
    withExtendedLifetime((self, other)) {}
  }
}
