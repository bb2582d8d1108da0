import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The ways to calculate a convolution.
package enum ConvolutionMethod: Sendable, Hashable, CaseIterable {
  case im2col
  case winograd
  case direct
  case pointwise
}

/// What is calculated of a convolution.
package enum ConvolutionDirection: Sendable, Hashable, CaseIterable {
  case forward, inputGradient, weightGradient
}

/// The choice of an algorithm, which tests and benchmarks may make themselves.
package enum ConvolutionChoice {
  /// The method for every shape that it supports, whatever is fastest; nil leaves the choice.
  @TaskLocal package static var forced: ConvolutionMethod?

  /// Whether Winograd's algorithm may be chosen; at first unless `TERN_WINOGRAD` is `off`.
  package static var usesWinograd: Bool {
    get { winogradIsOn.load(ordering: .relaxed) }
    set { winogradIsOn.store(newValue, ordering: .relaxed) }
  }

  private static let winogradIsOn = Atomic(
    getenv("TERN_WINOGRAD").map { String(cString: $0) } != "off")
}

/// Convolutions and their gradients, each by the algorithm that is the fastest for its shape.
package enum Convolutions<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// The method for a direction of a shape.
  package static func method(
    _ direction: ConvolutionDirection, _ shape: ConvolutionShape
  ) -> ConvolutionMethod {
    if let forced = ConvolutionChoice.forced, algorithm(forced).supports(shape) { return forced }
    if ConvolutionChoice.usesWinograd, WinogradConvolution<Kernels>.supports(shape),
      winogradIsBest(shape)
    {
      return .winograd
    }
    if PointwiseConvolution<Kernels>.supports(shape) { return .pointwise }
    if DirectConvolution<Kernels>.supports(shape), directIsBest(direction, shape) {
      return .direct
    }
    return .im2col
  }

  /// Whether there are channels enough to fill vectors, and tiles enough to repay what it takes to
  /// transform the weights.
  private static func winogradIsBest(_ shape: ConvolutionShape) -> Bool {
    let tiles = shape.batch * ((shape.outputHeight + 3) / 4) * ((shape.outputWidth + 3) / 4)
    return min(shape.inputChannels, shape.outputChannels) >= 12 && tiles >= 16
  }

  /// Whether few channels, and rows that fill vectors, make the direct algorithm the fastest. It was
  /// measured with AVX-512: gathering patches is cheap beside many products of each.
  private static func directIsBest(
    _ direction: ConvolutionDirection, _ shape: ConvolutionShape
  ) -> Bool {
    guard min(shape.inputWidth, shape.outputWidth) >= 8 else { return false }
    switch direction {
    case .forward: return shape.inputChannels <= (shape.outputWidth >= 16 ? 16 : 4)
    case .inputGradient: return shape.inputChannels >= 5 && shape.outputChannels <= 16
    case .weightGradient: return shape.inputChannels <= 8 && shape.outputChannels <= 32
    }
  }

  /// The algorithm of a method.
  package static func algorithm(
    _ method: ConvolutionMethod
  ) -> any ConvolutionAlgorithm<Kernels>.Type {
    switch method {
    case .im2col: Im2colConvolution<Kernels>.self
    case .winograd: WinogradConvolution<Kernels>.self
    case .direct: DirectConvolution<Kernels>.self
    case .pointwise: PointwiseConvolution<Kernels>.self
    }
  }

  /// y = convolution(x, weight) + bias.
  package static func forward(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, y: UnsafeMutablePointer<Scalar>
  ) {
    algorithm(method(.forward, shape)).forward(shape, x: x, weight: weight, bias: bias, y: y)
  }

  /// dx, the gradient of x.
  package static func inputGradient(
    _ shape: ConvolutionShape, dy: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    dx: UnsafeMutablePointer<Scalar>
  ) {
    algorithm(method(.inputGradient, shape))
      .inputGradient(shape, dy: dy, weight: weight, dx: dx)
  }

  /// dWeight, the gradient of the weight.
  package static func weightGradient(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, dy: UnsafePointer<Scalar>,
    dWeight: UnsafeMutablePointer<Scalar>
  ) {
    algorithm(method(.weightGradient, shape))
      .weightGradient(shape, x: x, dy: dy, dWeight: dWeight)
  }
}
