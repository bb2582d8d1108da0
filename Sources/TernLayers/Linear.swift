import TernTensors

/// An affine map, `y = x · weight + bias`, of the last axis.
public struct Linear<Scalar: FloatingScalar>: Layer {
  /// `[inputs, outputs]`.
  public var weight: Tensor<Scalar>
  /// `[outputs]`.
  public var bias: Tensor<Scalar>

  /// A layer with the given parameters: weight `[inputs, outputs]`, bias `[outputs]`.
  public init(weight: Tensor<Scalar>, bias: Tensor<Scalar>) {
    precondition(
      weight.rank == 2 && bias.shape == [weight.shape[1]],
      "Linear needs a weight [inputs, outputs] and a bias [outputs], got \(weight.shape) and "
        + "\(bias.shape)")
    self.weight = weight
    self.bias = bias
  }

  /// A layer whose parameters start anew.
  ///
  /// The default is He's: it suits the rectifier that most often follows, and gives
  /// weight ~ N(0, 2 / inputs) and a bias of zeros.
  public init(
    _ inputs: Int, _ outputs: Int, weight: Initializer = .heNormal, bias: Initializer = .zeros,
    using rng: inout some RandomNumberGenerator
  ) {
    self.weight = weight([inputs, outputs], using: &rng)
    self.bias = bias([outputs], using: &rng)
  }

  /// A layer whose parameters start anew, from a seed that the system gives.
  public init(
    _ inputs: Int, _ outputs: Int, weight: Initializer = .heNormal, bias: Initializer = .zeros
  ) {
    var rng = Philox()
    self.init(inputs, outputs, weight: weight, bias: bias, using: &rng)
  }

  /// y = x · weight + bias for x of shape `[…, inputs]`.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.affine(weight, bias) }

  /// max(x · weight + bias, 0) in one pass.
  @specialized(where Scalar == Float)
  public func rectified(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    x.affine(weight, bias, rectifying: true)
  }

  /// max(x · weight + bias, 0) in one pass.
  @specialized(where Scalar == Float)
  public mutating func rectifiedTraining(_ x: Tensor<Scalar>) -> Tensor<Scalar> { rectified(x) }

  /// Shows `weight` and `bias`.
  @specialized(where Scalar == Float, Visitor == ParameterWalk<Float>)
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.parameter("weight", &weight, role: .weight)
    visitor.parameter("bias", &bias, role: .bias)
  }

  /// The input's shape with the last extent replaced by the number of outputs.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    guard let last = inputShape.last, last == weight.shape[0] else {
      throw ShapeError(
        layer: description, found: inputShape, expected: "[…, \(weight.shape[0])]")
    }
    var shape = inputShape
    shape[shape.count - 1] = weight.shape[1]
    return shape
  }

  /// The numbers of inputs and outputs.
  public var description: String { "Linear(\(weight.shape[0]), \(weight.shape[1]))" }
}
