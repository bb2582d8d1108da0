import CTernKernels

/// The loops of convolutions of stride 1 by their definition, on the calling thread.
///
/// Each function states its contract in `CTernKernels.h`.
public protocol DirectKernels {
  /// The type of the elements.
  associatedtype Scalar

  /// The elements of scratch memory that a call needs.
  static func directScratchCount(_ extents: ConvolutionExtents) -> Int
  /// y = the convolution of some bands, `bandsPerImage` of them to an image.
  static func directForward(
    _ extents: ConvolutionExtents, bandsPerImage: Int, bands: Range<Int>,
    _ x: UnsafePointer<Scalar>, _ weight: DirectWeight<Scalar>, bias: UnsafePointer<Scalar>?,
    _ y: UnsafeMutablePointer<Scalar>, scratch: UnsafeMutablePointer<Scalar>)
  /// Vectors whose lanes add up to what some images add to the weights' gradients.
  static func directWeightGradient(
    _ extents: ConvolutionExtents, images: Range<Int>, _ x: UnsafePointer<Scalar>,
    _ dy: UnsafePointer<Scalar>, _ sums: UnsafeMutablePointer<Scalar>,
    scratch: UnsafeMutablePointer<Scalar>)
  /// The gradients of `count` weights from `parts` times such vectors.
  static func directWeightSum(
    count: Int, parts: Int, distance: Int, _ sums: UnsafePointer<Scalar>,
    _ dWeight: UnsafeMutablePointer<Scalar>)
}

/// A convolution's weight, and how it is read.
public struct DirectWeight<Scalar> {
  let pointer: UnsafePointer<Scalar>
  /// Elements from one output channel to the next.
  let outputStep: Int
  /// Elements from one input channel to the next.
  let channelStep: Int
  /// Whether kernels are turned by 180°.
  let isTurned: Bool
}

extension FloatKernels: DirectKernels {
  /// The elements of scratch memory that a call needs.
  public static func directScratchCount(_ extents: ConvolutionExtents) -> Int {
    withUnsafePointer(to: extents.extents) { table.direct_scratch($0) }
  }

  /// y = the convolution of some bands, `bandsPerImage` of them to an image.
  public static func directForward(
    _ extents: ConvolutionExtents, bandsPerImage: Int, bands: Range<Int>,
    _ x: UnsafePointer<Float>, _ weight: DirectWeight<Float>, bias: UnsafePointer<Float>?,
    _ y: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.direct_forward(
        $0, bandsPerImage, bands.lowerBound, bands.upperBound, x, weight.pointer,
        weight.outputStep, weight.channelStep, weight.isTurned, bias, y, scratch)
    }
  }

  /// Vectors whose lanes add up to what some images add to the weights' gradients.
  public static func directWeightGradient(
    _ extents: ConvolutionExtents, images: Range<Int>, _ x: UnsafePointer<Float>,
    _ dy: UnsafePointer<Float>, _ sums: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.direct_weight_gradient(
        $0, images.lowerBound, images.upperBound, x, dy, sums, scratch)
    }
  }

  /// The gradients of `count` weights from `parts` times such vectors.
  public static func directWeightSum(
    count: Int, parts: Int, distance: Int, _ sums: UnsafePointer<Float>,
    _ dWeight: UnsafeMutablePointer<Float>
  ) {
    table.direct_weight_sum(count, parts, distance, sums, dWeight)
  }
}

extension DoubleKernels: DirectKernels {
  /// The elements of scratch memory that a call needs.
  public static func directScratchCount(_ extents: ConvolutionExtents) -> Int {
    withUnsafePointer(to: extents.extents) { table.direct_scratch($0) }
  }

  /// y = the convolution of some bands, `bandsPerImage` of them to an image.
  public static func directForward(
    _ extents: ConvolutionExtents, bandsPerImage: Int, bands: Range<Int>,
    _ x: UnsafePointer<Double>, _ weight: DirectWeight<Double>, bias: UnsafePointer<Double>?,
    _ y: UnsafeMutablePointer<Double>, scratch: UnsafeMutablePointer<Double>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.direct_forward(
        $0, bandsPerImage, bands.lowerBound, bands.upperBound, x, weight.pointer,
        weight.outputStep, weight.channelStep, weight.isTurned, bias, y, scratch)
    }
  }

  /// Vectors whose lanes add up to what some images add to the weights' gradients.
  public static func directWeightGradient(
    _ extents: ConvolutionExtents, images: Range<Int>, _ x: UnsafePointer<Double>,
    _ dy: UnsafePointer<Double>, _ sums: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Double>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.direct_weight_gradient(
        $0, images.lowerBound, images.upperBound, x, dy, sums, scratch)
    }
  }

  /// The gradients of `count` weights from `parts` times such vectors.
  public static func directWeightSum(
    count: Int, parts: Int, distance: Int, _ sums: UnsafePointer<Double>,
    _ dWeight: UnsafeMutablePointer<Double>
  ) {
    table.direct_weight_sum(count, parts, distance, sums, dWeight)
  }
}
