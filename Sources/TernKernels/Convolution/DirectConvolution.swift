/// Convolution of stride 1 by its definition, for few channels: a tile of outputs stays in
/// registers while all weights pass, and neither patches nor tiles at points go through memory.
///
/// Vectors are filled with neighbouring pixels of a row, so that one input channel is as good
/// as many. The input gradient is the convolution of dy with turned kernels.
package enum DirectConvolution<Kernels: FloatingKernels>: ConvolutionAlgorithm {
  package typealias Scalar = Kernels.Scalar

  package static var name: String { "direct" }

  package static func supports(_ shape: ConvolutionShape) -> Bool {
    shape.groups == 1 && shape.isUnitStride && shape.isUnitDilation
  }

  package static func forward(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, y: UnsafeMutablePointer<Scalar>
  ) {
    let weight = DirectWeight(
      pointer: weight, outputStep: shape.inputChannels * shape.kernelPixels,
      channelStep: shape.kernelPixels, isTurned: false)
    convolve(shape, ConvolutionExtents(shape), x: x, weight, bias: bias, y: y)
  }

  package static func inputGradient(
    _ shape: ConvolutionShape, dy: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    dx: UnsafeMutablePointer<Scalar>
  ) {
    let weight = DirectWeight(
      pointer: weight, outputStep: shape.kernelPixels,
      channelStep: shape.inputChannels * shape.kernelPixels, isTurned: true)
    convolve(shape, ConvolutionExtents(shape).turned, x: dy, weight, bias: nil, y: dx)
  }

  package static func weightGradient(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, dy: UnsafePointer<Scalar>,
    dWeight: UnsafeMutablePointer<Scalar>
  ) {
    let extents = ConvolutionExtents(shape)
    let parts = min(ConvolutionParts.most(shape), shape.batch)
    // A vector for each weight, of at most 16 elements.
    let sumCount = shape.weightCount * 16
    let scratchCount = Kernels.directScratchCount(extents)
    withScratch(of: Scalar.self, parts: parts, count: sumCount + scratchCount) { sums in
      // Each part sums its own images; the sums are added in the order of the parts.
      ThreadPool.shared.run(parts: parts) { part in
        Kernels.directWeightGradient(
          extents, images: share(part, of: parts, shape.batch), x, dy,
          sums[part], scratch: sums[part] + sumCount)
      }
      Kernels.directWeightSum(
        count: shape.weightCount, parts: parts, distance: sums.distance, sums[0], dWeight)
    }
  }

  private static func convolve(
    _ shape: ConvolutionShape, _ extents: ConvolutionExtents, x: UnsafePointer<Scalar>,
    _ weight: DirectWeight<Scalar>, bias: UnsafePointer<Scalar>?, y: UnsafeMutablePointer<Scalar>
  ) {
    let threads = ConvolutionParts.most(shape)
    // Images are divided only where there are not enough of them: each part copies the whole image.
    let bandsPerImage = shape.batch % threads == 0 || shape.batch >= 8 * threads ? 1 : threads
    let bands = shape.batch * bandsPerImage
    let parts = min(threads, bands)
    let scratchCount = Kernels.directScratchCount(extents)
    withScratch(of: Scalar.self, parts: parts, count: scratchCount) { scratch in
      ThreadPool.shared.run(parts: parts) { part in
        Kernels.directForward(
          extents, bandsPerImage: bandsPerImage,
          bands: share(part, of: parts, bands), x, weight, bias: bias, y,
          scratch: scratch[part])
      }
    }
  }
}
