import TernTensors

/// Normalises each sample over its last axes, then scales and shifts each element:
///
///     y = (x − mean) / √(variance + epsilon) · scale + shift
///
/// for x of shape `[…] + shape`, the variance having the count as its denominator. Training and
/// inference are the same. All as in PyTorch.
///
/// Ba, Kiros and Hinton, "Layer normalization" (2016).
public struct LayerNorm<Scalar: FloatingScalar>: Layer {
  /// The layer's shape; not used by a layer that is not affine.
  public var scale: Tensor<Scalar>
  /// The layer's shape; not used by a layer that is not affine.
  public var shift: Tensor<Scalar>
  /// Added to the variance.
  public let epsilon: Scalar
  /// Whether the layer learns a scale and a shift.
  public let isAffine: Bool

  /// A layer that begins with a scale of 1 and a shift of 0.
  ///
  /// - Parameters:
  ///   - shape: The last extents of inputs: the axes that are normalised over.
  ///   - epsilon: Added to the variance.
  ///   - affine: Whether to learn a scale and a shift for each element.
  public init(_ shape: Shape, epsilon: Scalar = 1e-5, affine: Bool = true) {
    precondition(
      shape.rank > 0 && !shape.contains(0),
      "LayerNorm needs an axis or more, none of extent 0, got \(shape)")
    precondition(epsilon >= 0, "LayerNorm needs an epsilon of 0 or more, got \(epsilon)")
    scale = Tensor(ones: shape)
    shift = Tensor(zeros: shape)
    self.epsilon = epsilon
    isAffine = affine
  }

  /// Each sample normalised over the last axes.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    precondition(
      accepts(x.shape), "\(description) got an input of shape \(x.shape), needs \(expected)")
    let rows = x.reshaped(to: [1, x.count / scale.count, scale.count])
    let y = rows.normalizingChannels(epsilon: epsilon).output.reshaped(to: x.shape)
    return isAffine ? y * scale + shift : y
  }

  /// Shows `scale` and `shift` if the layer is affine.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    guard isAffine else { return }
    visitor.parameter("scale", &scale, role: .scale)
    visitor.parameter("shift", &shift, role: .bias)
  }

  /// The input's shape, which has to end with the layer's.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    guard accepts(inputShape) else {
      throw ShapeError(layer: description, found: inputShape, expected: expected)
    }
    return inputShape
  }

  /// The shape that is normalised over.
  public var description: String { "LayerNorm(\(scale.shape))" }

  private var expected: String { "[…, " + "\(scale.shape)".dropFirst() }

  private func accepts(_ shape: Shape) -> Bool {
    shape.suffix(scale.rank).elementsEqual(scale.shape)
  }
}
