/// Convolution with 1 × 1 kernels of stride 1 without padding: a plain product for each image,
/// `y = weight · x`, `dx = weightᵀ · dy` and `dWeight = Σ dy · xᵀ`.
package enum PointwiseConvolution<Kernels: FloatingKernels>: ConvolutionAlgorithm {
  package typealias Scalar = Kernels.Scalar

  package static var name: String { "pointwise" }

  package static func supports(_ shape: ConvolutionShape) -> Bool {
    shape.kernelHeight == 1 && shape.kernelWidth == 1 && shape.groups == 1 && shape.isUnitStride
      && !shape.isPadded
  }

  package static func forward(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, y: UnsafeMutablePointer<Scalar>
  ) {
    forEachPart(shape) { image, columns in
      var product = ProductShape(
        m: shape.outputChannels, n: columns.count, k: shape.inputChannels)
      (product.leadingB, product.leadingC) = (shape.inputPixels, shape.inputPixels)
      let y = y + image * shape.outputChannels * shape.outputPixels + columns.lowerBound
      if let bias {
        for channel in 0..<shape.outputChannels {
          Memory.fill(
            y + channel * shape.outputPixels, count: columns.count,
            size: MemoryLayout<Scalar>.stride, with: bias + channel)
        }
      }
      Kernels.gemm(
        product, alpha: 1, weight,
        x + image * shape.inputChannels * shape.inputPixels + columns.lowerBound,
        beta: bias == nil ? 0 : 1, y)
    }
  }

  package static func inputGradient(
    _ shape: ConvolutionShape, dy: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    dx: UnsafeMutablePointer<Scalar>
  ) {
    forEachPart(shape) { image, columns in
      var product = ProductShape(
        transposeA: true, m: shape.inputChannels, n: columns.count, k: shape.outputChannels)
      (product.leadingB, product.leadingC) = (shape.inputPixels, shape.inputPixels)
      Kernels.gemm(
        product, alpha: 1, weight,
        dy + image * shape.outputChannels * shape.outputPixels + columns.lowerBound, beta: 0,
        dx + image * shape.inputChannels * shape.inputPixels + columns.lowerBound)
    }
  }

  package static func weightGradient(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, dy: UnsafePointer<Scalar>,
    dWeight: UnsafeMutablePointer<Scalar>
  ) {
    prepareOpenBLAS()
    let parts = min(ConvolutionParts.most(shape), shape.batch)
    let product = ProductShape(
      transposeB: true, m: shape.outputChannels, n: shape.inputChannels, k: shape.inputPixels)
    // Each part sums its own images, the first one in place; the sums are added in their order.
    withScratch(of: Scalar.self, parts: parts, count: shape.weightCount) { sums in
      ThreadPool.shared.run(parts: parts) { part in
        let sum = part == 0 ? dWeight : sums[part]
        let images = share(part, of: parts, shape.batch)
        for image in images {
          Kernels.gemm(
            product, alpha: 1, dy + image * shape.outputChannels * shape.outputPixels,
            x + image * shape.inputChannels * shape.inputPixels,
            beta: image == images.lowerBound ? 0 : 1, sum)
        }
      }
      ConvolutionParts.addUp(
        Kernels.self, parts: parts, count: shape.weightCount, sums, to: dWeight)
    }
  }

  /// Runs `body` for every image, divided into ranges of pixels where there are too few images.
  private static func forEachPart(
    _ shape: ConvolutionShape, _ body: (_ image: Int, _ pixels: Range<Int>) -> Void
  ) {
    prepareOpenBLAS()
    let threads = ConvolutionParts.most(shape)
    let divisions =
      shape.batch % threads == 0 || shape.batch >= 8 * threads ? 1 : min(threads, shape.inputPixels)
    let units = shape.batch * divisions
    let parts = min(threads, units)
    ThreadPool.shared.run(parts: parts) { part in
      for unit in share(part, of: parts, units) {
        body(
          unit / divisions,
          share(unit % divisions, of: divisions, shape.inputPixels))
      }
    }
  }
}
