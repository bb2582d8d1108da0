import CTernKernels

/// The loops of convolutions with 3 × 3 kernels by Winograd's F(4 × 4, 3 × 3), on the calling
/// thread.
///
/// Tiles of 4 × 4 outputs are numbered in rows: each image has ⌈outputHeight / 4⌉ of them. Each
/// function states its contract in `CTernKernels.h`.
public protocol WinogradKernels {
  /// The type of the elements.
  associatedtype Scalar

  /// The elements of scratch memory that a call needs.
  static func winogradScratchCount(_ extents: ConvolutionExtents, wholeImages: Bool) -> Int
  /// u = the weights of some rows at the 36 points.
  static func winogradWeights(
    _ layout: WinogradWeightLayout, rows: Range<Int>, _ weight: UnsafePointer<Scalar>,
    _ u: UnsafeMutablePointer<Scalar>)
  /// y = the convolution of some tile rows.
  static func winogradForward(
    _ extents: ConvolutionExtents, tileRows: Range<Int>, _ x: UnsafePointer<Scalar>,
    _ u: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?, _ y: UnsafeMutablePointer<Scalar>,
    scratch: UnsafeMutablePointer<Scalar>)
  /// dx of some images.
  static func winogradInputGradient(
    _ extents: ConvolutionExtents, images: Range<Int>, _ dy: UnsafePointer<Scalar>,
    _ u: UnsafePointer<Scalar>, _ dx: UnsafeMutablePointer<Scalar>,
    scratch: UnsafeMutablePointer<Scalar>)
  /// u = what some tile rows add to the gradient of the weights at the points.
  static func winogradWeightGradient(
    _ extents: ConvolutionExtents, tileRows: Range<Int>, _ x: UnsafePointer<Scalar>,
    _ dy: UnsafePointer<Scalar>, _ u: UnsafeMutablePointer<Scalar>,
    scratch: UnsafeMutablePointer<Scalar>)
  /// The gradient of the weights from u, theirs at the points.
  static func winogradWeightsFromPoints(
    _ extents: ConvolutionExtents, _ u: UnsafePointer<Scalar>,
    _ dWeight: UnsafeMutablePointer<Scalar>)
}

/// Which weights make the matrices of rows × columns; products sum over rows.
public struct WinogradWeightLayout: Sendable {
  let rows: Int
  let columns: Int
  let rowStep: Int
  let columnStep: Int
  /// Whether kernels are turned by 180°.
  let isTurned: Bool

  /// Input channels × output channels, for the forward pass.
  static func forward(_ shape: ConvolutionShape) -> Self {
    Self(
      rows: shape.inputChannels, columns: shape.outputChannels, rowStep: 9,
      columnStep: 9 * shape.inputChannels, isTurned: false)
  }

  /// Output channels × input channels, for the input gradient.
  static func gradient(_ shape: ConvolutionShape, turned: Bool) -> Self {
    Self(
      rows: shape.outputChannels, columns: shape.inputChannels, rowStep: 9 * shape.inputChannels,
      columnStep: 9, isTurned: turned)
  }

  /// Elements of the 36 matrices, columns being filled up to whole vectors of any instruction set,
  /// with a vector after each.
  var count: Int { 36 * (rows * ((columns + 15) / 16 * 16) + 16) }
}

extension FloatKernels: WinogradKernels {
  /// The elements of scratch memory that a call needs.
  public static func winogradScratchCount(_ extents: ConvolutionExtents, wholeImages: Bool) -> Int {
    withUnsafePointer(to: extents.extents) { table.winograd_scratch($0, wholeImages) }
  }

  /// u = the weights of some rows at the 36 points.
  public static func winogradWeights(
    _ layout: WinogradWeightLayout, rows: Range<Int>, _ weight: UnsafePointer<Float>,
    _ u: UnsafeMutablePointer<Float>
  ) {
    table.winograd_weights(
      layout.rows, layout.columns, layout.rowStep, layout.columnStep, layout.isTurned,
      rows.lowerBound, rows.upperBound, weight, u)
  }

  /// y = the convolution of some tile rows.
  public static func winogradForward(
    _ extents: ConvolutionExtents, tileRows: Range<Int>, _ x: UnsafePointer<Float>,
    _ u: UnsafePointer<Float>, bias: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.winograd_forward(
        $0, tileRows.lowerBound, tileRows.upperBound, x, u, bias, y, scratch)
    }
  }

  /// dx of some images.
  public static func winogradInputGradient(
    _ extents: ConvolutionExtents, images: Range<Int>, _ dy: UnsafePointer<Float>,
    _ u: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.winograd_input_gradient(
        $0, images.lowerBound, images.upperBound, dy, u, dx, scratch)
    }
  }

  /// u = what some tile rows add to the gradient of the weights at the points.
  public static func winogradWeightGradient(
    _ extents: ConvolutionExtents, tileRows: Range<Int>, _ x: UnsafePointer<Float>,
    _ dy: UnsafePointer<Float>, _ u: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.winograd_weight_gradient(
        $0, tileRows.lowerBound, tileRows.upperBound, x, dy, u, scratch)
    }
  }

  /// The gradient of the weights from u, theirs at the points.
  public static func winogradWeightsFromPoints(
    _ extents: ConvolutionExtents, _ u: UnsafePointer<Float>, _ dWeight: UnsafeMutablePointer<Float>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.winograd_weights_from_points($0, u, dWeight)
    }
  }
}

extension DoubleKernels: WinogradKernels {
  /// The elements of scratch memory that a call needs.
  public static func winogradScratchCount(_ extents: ConvolutionExtents, wholeImages: Bool) -> Int {
    withUnsafePointer(to: extents.extents) { table.winograd_scratch($0, wholeImages) }
  }

  /// u = the weights of some rows at the 36 points.
  public static func winogradWeights(
    _ layout: WinogradWeightLayout, rows: Range<Int>, _ weight: UnsafePointer<Double>,
    _ u: UnsafeMutablePointer<Double>
  ) {
    table.winograd_weights(
      layout.rows, layout.columns, layout.rowStep, layout.columnStep, layout.isTurned,
      rows.lowerBound, rows.upperBound, weight, u)
  }

  /// y = the convolution of some tile rows.
  public static func winogradForward(
    _ extents: ConvolutionExtents, tileRows: Range<Int>, _ x: UnsafePointer<Double>,
    _ u: UnsafePointer<Double>, bias: UnsafePointer<Double>?, _ y: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Double>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.winograd_forward(
        $0, tileRows.lowerBound, tileRows.upperBound, x, u, bias, y, scratch)
    }
  }

  /// dx of some images.
  public static func winogradInputGradient(
    _ extents: ConvolutionExtents, images: Range<Int>, _ dy: UnsafePointer<Double>,
    _ u: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Double>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.winograd_input_gradient(
        $0, images.lowerBound, images.upperBound, dy, u, dx, scratch)
    }
  }

  /// u = what some tile rows add to the gradient of the weights at the points.
  public static func winogradWeightGradient(
    _ extents: ConvolutionExtents, tileRows: Range<Int>, _ x: UnsafePointer<Double>,
    _ dy: UnsafePointer<Double>, _ u: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Double>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.winograd_weight_gradient(
        $0, tileRows.lowerBound, tileRows.upperBound, x, dy, u, scratch)
    }
  }

  /// The gradient of the weights from u, theirs at the points.
  public static func winogradWeightsFromPoints(
    _ extents: ConvolutionExtents, _ u: UnsafePointer<Double>,
    _ dWeight: UnsafeMutablePointer<Double>
  ) {
    withUnsafePointer(to: extents.extents) {
      table.winograd_weights_from_points($0, u, dWeight)
    }
  }
}
