/// One way to calculate a convolution and its two gradients.
///
/// The three directions are closed under differentiation: the derivatives of each are the other
/// two. An algorithm splits its work over the thread pool, always in the same way for a number of
/// threads, and takes scratch memory from the buffer pool. The caller sees to it that no
/// array is empty and that results do not overlap operands.
package protocol ConvolutionAlgorithm<Kernels> {
  associatedtype Kernels: FloatingKernels
  typealias Scalar = Kernels.Scalar

  /// What tables and messages call it.
  static var name: String { get }

  /// Whether all three directions work for a shape.
  static func supports(_ shape: ConvolutionShape) -> Bool

  /// y = convolution(x, weight) + bias; y is written without being read.
  static func forward(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, y: UnsafeMutablePointer<Scalar>)

  /// dx, the gradient of x, from dy: the adjoint of the convolution; dx is written without being
  /// read.
  static func inputGradient(
    _ shape: ConvolutionShape, dy: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    dx: UnsafeMutablePointer<Scalar>)

  /// dWeight, the gradient of the weight, from x and dy; it is written without being read.
  static func weightGradient(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, dy: UnsafePointer<Scalar>,
    dWeight: UnsafeMutablePointer<Scalar>)
}
