import TernKernels
import TernTensors

/// A convolution of images, `y = weight ⋆ x + bias`: every output channel looks for a pattern of
/// its own, at each place of the image.
///
/// ```swift
/// Conv2D<Float>(1, 16, kernel: 3, using: &rng)
/// Conv2D<Float>(16, 32, kernel: [3, 5], stride: 2, padding: .same, bias: false, using: &rng)
/// ```
///
/// LeCun, Boser, Denker, Henderson, Howard, Hubbard and Jackel, "Backpropagation applied to
/// handwritten zip code recognition" (1989).
public struct Conv2D<Scalar: FloatingScalar>: Layer {
  /// `[outputs, inputs / groups, rows, columns]`.
  public var weight: Tensor<Scalar>
  /// `[outputs]`; nil for a layer without.
  public var bias: Tensor<Scalar>?
  /// Pixels from one place of the kernel to the next.
  public let stride: Size2D
  /// Zeros around the images.
  public let padding: Padding2D
  /// Pixels from one element of the kernel to the next.
  public let dilation: Size2D
  /// Parts into which both inputs and outputs are divided; an output sees only its own part.
  public let groups: Int

  /// A layer with the given parameters: weight `[outputs, inputs / groups, rows, columns]`, bias
  /// `[outputs]`.
  public init(
    weight: Tensor<Scalar>, bias: Tensor<Scalar>? = nil, stride: Size2D = 1,
    padding: Padding2D = .valid, dilation: Size2D = 1, groups: Int = 1
  ) {
    precondition(
      weight.rank == 4 && groups > 0 && weight.shape[0] % groups == 0 && weight.shape[2] > 0
        && weight.shape[3] > 0 && (bias.map { $0.shape == [weight.shape[0]] } ?? true),
      "Conv2D needs a weight [outputs, inputs / groups, rows, columns], a bias [outputs] and groups "
        + "that divide the outputs, got \(weight.shape), \(bias.map { "\($0.shape)" } ?? "none") "
        + "and \(groups)")
    precondition(
      stride.height > 0 && stride.width > 0 && dilation.height > 0 && dilation.width > 0,
      "Conv2D needs a stride and a dilation above 0, got \(stride) and \(dilation)")
    self.weight = weight
    self.bias = bias
    self.stride = stride
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
  }

  /// A layer whose parameters start anew: the weight as He's by default, the bias as zeros.
  ///
  /// - Parameters:
  ///   - inputs: Channels of the input, a multiple of `groups`.
  ///   - outputs: Channels of the output, a multiple of `groups`.
  ///   - kernel: Rows and columns of the kernel.
  ///   - stride: Pixels from one place of the kernel to the next.
  ///   - padding: Zeros around the images.
  ///   - dilation: Pixels from one element of the kernel to the next.
  ///   - groups: Parts into which inputs and outputs are divided.
  ///   - bias: Whether a number is added to each output channel.
  ///   - weight: What the weight starts as.
  ///   - rng: The source of random numbers.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Size2D, stride: Size2D = 1,
    padding: Padding2D = .valid, dilation: Size2D = 1, groups: Int = 1, bias: Bool = true,
    weight: Initializer = .heNormal, using rng: inout some RandomNumberGenerator
  ) {
    precondition(
      groups > 0 && inputs % groups == 0 && outputs % groups == 0,
      "Conv2D(\(inputs), \(outputs)): \(groups) groups do not divide inputs and outputs")
    let shape: Shape = [outputs / groups, inputs / groups, kernel.height, kernel.width]
    self.init(
      weight: weight(groups: groups, of: shape, layout: .convolution, using: &rng),
      bias: bias ? Tensor(zeros: [outputs]) : nil, stride: stride, padding: padding,
      dilation: dilation, groups: groups)
  }

  /// A layer whose parameters start anew, from a seed that the system gives.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Size2D, stride: Size2D = 1,
    padding: Padding2D = .valid, dilation: Size2D = 1, groups: Int = 1, bias: Bool = true,
    weight: Initializer = .heNormal
  ) {
    var rng = Philox()
    self.init(
      inputs, outputs, kernel: kernel, stride: stride, padding: padding, dilation: dilation,
      groups: groups, bias: bias, weight: weight, using: &rng)
  }

  /// The convolution of x, `[batch, inputs, height, width]`.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    x.conv2D(
      weight, bias: bias, stride: stride, padding: padding, dilation: dilation, groups: groups)
  }

  /// Shows `weight` and, if there is one, `bias`.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.parameter("weight", &weight, role: .weight)
    visitor.parameter("bias", &bias, role: .bias)
  }

  /// `[batch, outputs, rows, columns]`: as many rows and columns as the kernel has places.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    let convolution = ConvolutionShape(
      images: inputShape, weight: weight.shape,
      ConvolutionOptions(stride: stride, padding: padding, dilation: dilation, groups: groups))
    guard let convolution else {
      throw ShapeError(
        layer: description, found: inputShape,
        expected: "[batch, \(weight.shape[1] * groups), height, width], not smaller than the "
          + "kernel with its padding")
    }
    return convolution.output
  }

  /// As the layer is made, without what is the default.
  public var description: String {
    let kernel = Size2D(weight.shape[2], weight.shape[3])
    return "Conv2D(\(weight.shape[1] * groups), \(weight.shape[0]), kernel: \(kernel)"
      + (stride == 1 ? "" : ", stride: \(stride)")
      + (padding == .valid ? "" : ", padding: \(padding)")
      + (dilation == 1 ? "" : ", dilation: \(dilation)")
      + (groups == 1 ? "" : ", groups: \(groups)") + (bias == nil ? ", bias: false)" : ")")
  }
}
