import TernTensors

/// Normalises each sample over groups of neighbouring channels, then scales and shifts each channel:
///
///     y = (x − mean) / √(variance + epsilon) · scale + shift
///
/// for x of shape `[batch, channels, …]`, the variance having the count as its denominator.
/// Training and inference are the same. All as in PyTorch. With a group for each channel, this is
/// instance normalisation; with a single group, layer normalisation but for the scale's shape.
///
/// Wu and He, "Group normalization" (2018).
public struct GroupNorm<Scalar: FloatingScalar>: Layer {
  /// `[channels]`; not used by a layer that is not affine.
  public var scale: Tensor<Scalar>
  /// `[channels]`; not used by a layer that is not affine.
  public var shift: Tensor<Scalar>
  /// The number of groups.
  public let groups: Int
  /// Added to the variance.
  public let epsilon: Scalar
  /// Whether the layer learns a scale and a shift.
  public let isAffine: Bool

  /// A layer that begins with a scale of 1 and a shift of 0.
  ///
  /// - Parameters:
  ///   - groups: The number of groups, which divides the number of channels.
  ///   - channels: The extent of axis 1.
  ///   - epsilon: Added to the variance.
  ///   - affine: Whether to learn a scale and a shift for each channel.
  public init(groups: Int, channels: Int, epsilon: Scalar = 1e-5, affine: Bool = true) {
    precondition(
      groups > 0 && channels > 0 && channels % groups == 0,
      "GroupNorm needs groups that divide the channels, got \(groups) groups of \(channels) channels"
    )
    precondition(epsilon >= 0, "GroupNorm needs an epsilon of 0 or more, got \(epsilon)")
    scale = Tensor(ones: [channels])
    shift = Tensor(zeros: [channels])
    self.groups = groups
    self.epsilon = epsilon
    isAffine = affine
  }

  /// Each sample normalised over each group of channels.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    precondition(
      accepts(x.shape), "\(description) got an input of shape \(x.shape), needs \(expected)")
    let perGroup = x.shape.dropFirst().reduce(1, *) / groups
    let rows = x.reshaped(to: [1, x.shape[0] * groups, perGroup])
    let y = rows.normalizingChannels(epsilon: epsilon).output.reshaped(to: x.shape)
    guard isAffine else { return y }
    let column = Shape([scale.count] + x.shape.dropFirst(2).map { _ in 1 })
    return y * scale.reshaped(to: column) + shift.reshaped(to: column)
  }

  /// Shows `scale` and `shift` if the layer is affine.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    guard isAffine else { return }
    visitor.parameter("scale", &scale, role: .scale)
    visitor.parameter("shift", &shift, role: .bias)
  }

  /// The input's shape, which needs the channels on axis 1.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    guard accepts(inputShape) else {
      throw ShapeError(layer: description, found: inputShape, expected: expected)
    }
    return inputShape
  }

  /// The numbers of groups and channels.
  public var description: String { "GroupNorm(groups: \(groups), channels: \(scale.count))" }

  private var expected: String { "[batch, \(scale.count), …]" }

  private func accepts(_ shape: Shape) -> Bool { shape.rank >= 2 && shape[1] == scale.count }
}
