import TernKernels
import TernTensors

/// A transposed convolution of images: every pixel adds a kernel, scaled by its value, to the
/// output, which so becomes larger where the stride is above 1.
///
/// ```swift
/// ConvTranspose2D<Float>(64, 32, kernel: 4, stride: 2, padding: 1, using: &rng)  // twice the size
/// ```
///
/// Dumoulin and Visin, "A guide to convolution arithmetic for deep learning" (2016).
public struct ConvTranspose2D<Scalar: FloatingScalar>: Layer {
  /// `[inputs, outputs / groups, rows, columns]`.
  public var weight: Tensor<Scalar>
  /// `[outputs]`; nil for a layer without.
  public var bias: Tensor<Scalar>?
  /// Pixels of the output from one kernel to the next.
  public let stride: Size2D
  /// Rows and columns that are left out on each side of the output.
  public let padding: Size2D
  /// Rows and columns that the output has in addition, below and on the right.
  public let outputPadding: Size2D
  /// Pixels from one element of the kernel to the next.
  public let dilation: Size2D
  /// Parts into which both inputs and outputs are divided; an output sees only its own part.
  public let groups: Int

  /// A layer with the given parameters: weight `[inputs, outputs / groups, rows, columns]`, bias
  /// `[outputs]`.
  public init(
    weight: Tensor<Scalar>, bias: Tensor<Scalar>? = nil, stride: Size2D = 1, padding: Size2D = 0,
    outputPadding: Size2D = 0, dilation: Size2D = 1, groups: Int = 1
  ) {
    precondition(
      weight.rank == 4 && groups > 0 && weight.shape[0] % groups == 0 && weight.shape[2] > 0
        && weight.shape[3] > 0 && (bias.map { $0.shape == [weight.shape[1] * groups] } ?? true),
      "ConvTranspose2D needs a weight [inputs, outputs / groups, rows, columns], a bias [outputs] "
        + "and groups that divide the inputs, got \(weight.shape), "
        + "\(bias.map { "\($0.shape)" } ?? "none") and \(groups)")
    precondition(
      stride.height > 0 && stride.width > 0 && dilation.height > 0 && dilation.width > 0,
      "ConvTranspose2D needs a stride and a dilation above 0, got \(stride) and \(dilation)")
    precondition(
      padding.height >= 0 && padding.width >= 0 && outputPadding.height >= 0
        && outputPadding.width >= 0 && outputPadding.height < max(stride.height, dilation.height)
        && outputPadding.width < max(stride.width, dilation.width),
      "ConvTranspose2D needs a padding of 0 or more and an output padding of 0 or more that is less "
        + "than the stride \(stride) or the dilation \(dilation), got \(padding) and "
        + "\(outputPadding)")
    self.weight = weight
    self.bias = bias
    self.stride = stride
    self.padding = padding
    self.outputPadding = outputPadding
    self.dilation = dilation
    self.groups = groups
  }

  /// A layer whose parameters start anew: the weight as He's by default, the bias as zeros.
  ///
  /// - Parameters:
  ///   - inputs: Channels of the input, a multiple of `groups`.
  ///   - outputs: Channels of the output, a multiple of `groups`.
  ///   - kernel: Rows and columns of the kernel.
  ///   - stride: Pixels of the output from one kernel to the next.
  ///   - padding: Rows and columns that are left out on each side of the output.
  ///   - outputPadding: Rows and columns that the output has in addition, below and on the right.
  ///   - dilation: Pixels from one element of the kernel to the next.
  ///   - groups: Parts into which inputs and outputs are divided.
  ///   - bias: Whether a number is added to each output channel.
  ///   - weight: What the weight starts as.
  ///   - rng: The source of random numbers.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Size2D, stride: Size2D = 1, padding: Size2D = 0,
    outputPadding: Size2D = 0, dilation: Size2D = 1, groups: Int = 1, bias: Bool = true,
    weight: Initializer = .heNormal, using rng: inout some RandomNumberGenerator
  ) {
    precondition(
      groups > 0 && inputs % groups == 0 && outputs % groups == 0,
      "ConvTranspose2D(\(inputs), \(outputs)): \(groups) groups do not divide inputs and outputs")
    let shape: Shape = [inputs / groups, outputs / groups, kernel.height, kernel.width]
    self.init(
      weight: weight(groups: groups, of: shape, layout: .transposedConvolution, using: &rng),
      bias: bias ? Tensor(zeros: [outputs]) : nil, stride: stride, padding: padding,
      outputPadding: outputPadding, dilation: dilation, groups: groups)
  }

  /// A layer whose parameters start anew, from a seed that the system gives.
  public init(
    _ inputs: Int, _ outputs: Int, kernel: Size2D, stride: Size2D = 1, padding: Size2D = 0,
    outputPadding: Size2D = 0, dilation: Size2D = 1, groups: Int = 1, bias: Bool = true,
    weight: Initializer = .heNormal
  ) {
    var rng = Philox()
    self.init(
      inputs, outputs, kernel: kernel, stride: stride, padding: padding,
      outputPadding: outputPadding, dilation: dilation, groups: groups, bias: bias, weight: weight,
      using: &rng)
  }

  /// The transposed convolution of x, `[batch, inputs, height, width]`.
  @specialized(where Scalar == Float)
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    x.convTranspose2D(
      weight, bias: bias, stride: stride, padding: padding, outputPadding: outputPadding,
      dilation: dilation, groups: groups)
  }

  /// Shows `weight` and, if there is one, `bias`.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.parameter("weight", &weight, role: .weight)
    visitor.parameter("bias", &bias, role: .bias)
  }

  /// `[batch, outputs, (height − 1) · stride − 2 · padding + dilation · (rows − 1) + outputPadding
  /// + 1, …]`.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    let convolution = ConvolutionShape(
      transposedImages: inputShape, weight: weight.shape, padding: padding,
      outputPadding: outputPadding,
      ConvolutionOptions(stride: stride, dilation: dilation, groups: groups))
    guard let convolution else {
      throw ShapeError(
        layer: description, found: inputShape,
        expected: "[batch, \(weight.shape[0]), height, width] of which the padding leaves something"
      )
    }
    return convolution.input
  }

  /// As the layer is made, without what is the default.
  public var description: String {
    let kernel = Size2D(weight.shape[2], weight.shape[3])
    return "ConvTranspose2D(\(weight.shape[0]), \(weight.shape[1] * groups), kernel: \(kernel)"
      + (stride == 1 ? "" : ", stride: \(stride)")
      + (padding == 0 ? "" : ", padding: \(padding)")
      + (outputPadding == 0 ? "" : ", outputPadding: \(outputPadding)")
      + (dilation == 1 ? "" : ", dilation: \(dilation)")
      + (groups == 1 ? "" : ", groups: \(groups)") + (bias == nil ? ", bias: false)" : ")")
  }
}
