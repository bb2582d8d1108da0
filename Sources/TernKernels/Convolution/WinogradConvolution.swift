/// Convolution with 3 × 3 kernels by Winograd's F(4 × 4, 3 × 3): 36 multiplications for 16 outputs
/// where the definition has 144.
///
/// Tiles of 6 × 6 inputs overlap by two. Each is taken to 36 points, `Bᵀ x B`, multiplied with
/// the weights there, `G w Gᵀ`, summed over channels, which makes 36 matrix products, and brought
/// back, `Aᵀ m A`. The weight gradient is `Gᵀ [Σ (Bᵀ x B) ⊙ (A dy Aᵀ)] G`. The input gradient
/// is either the adjoint, `B [(G w Gᵀ) ⊙ (A dy Aᵀ)] Bᵀ`, added up where tiles overlap, or the
/// convolution of dy with turned kernels, whichever has fewer tiles.
///
/// Accuracy: with the points 0, ±5/8, ±3/2 and ∞ the greatest error of an output, relative to the
/// greatest output, is 1.3e-6 for 64 channels of `Float` and 2.6e-6 for 512, where summing the
/// products one after the other gives 0.8e-6 and 2.1e-6. (The customary points 0, ±1, ±2, ∞ give
/// 5e-6 and 1.1e-5.)
///
/// Winograd, "Arithmetic complexity of computations" (1980); Lavin and Gray, "Fast algorithms for
/// convolutional neural networks" (2016); Barabasz et al., "Error analysis and improving the
/// accuracy of Winograd convolution for deep neural networks" (2020).
package enum WinogradConvolution<Kernels: FloatingKernels>: ConvolutionAlgorithm {
  package typealias Scalar = Kernels.Scalar

  package static var name: String { "Winograd" }

  package static func supports(_ shape: ConvolutionShape) -> Bool {
    shape.kernelHeight == 3 && shape.kernelWidth == 3 && shape.groups == 1
      && shape.isUnitStride && shape.isUnitDilation
  }

  package static func forward(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, y: UnsafeMutablePointer<Scalar>
  ) {
    convolve(
      shape, ConvolutionExtents(shape), .forward(shape), x: x, weight: weight, bias: bias, y: y)
  }

  package static func inputGradient(
    _ shape: ConvolutionShape, dy: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    dx: UnsafeMutablePointer<Scalar>
  ) {
    let extents = ConvolutionExtents(shape)
    guard adjointIsBetter(shape) else {
      return convolve(
        shape, extents.turned, .gradient(shape, turned: true),
        x: dy, weight: weight, bias: nil, y: dx)
    }
    let layout = WinogradWeightLayout.gradient(shape, turned: false)
    let parts = min(ConvolutionParts.most(shape), shape.batch)
    let scratchCount = Kernels.winogradScratchCount(extents, wholeImages: true)
    run(parts, layout, weight: weight, scratchCount: scratchCount) { part, u, scratch in
      Kernels.winogradInputGradient(
        extents, images: share(part, of: parts, shape.batch), dy, u, dx,
        scratch: scratch)
    }
  }

  package static func weightGradient(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, dy: UnsafePointer<Scalar>,
    dWeight: UnsafeMutablePointer<Scalar>
  ) {
    let extents = ConvolutionExtents(shape)
    let tileRows = shape.batch * tiles(shape.outputHeight)
    let parts = min(ConvolutionParts.most(shape), tileRows)
    let sumCount = WinogradWeightLayout.forward(shape).count
    let scratchCount = Kernels.winogradScratchCount(extents, wholeImages: false)
    let sumsEnd = sumCount + scratchCount
    // Each part sums its own tiles and brings the sum back to weights, which are a quarter of the
    // points and so the less for another core to fetch; they are added in the order of the parts.
    withScratch(of: Scalar.self, parts: parts, count: sumsEnd + shape.weightCount) { scratch in
      ThreadPool.shared.run(parts: parts) { part in
        let u = scratch[part]
        Kernels.winogradWeightGradient(
          extents, tileRows: share(part, of: parts, tileRows), x, dy, u,
          scratch: u + sumCount)
        Kernels.winogradWeightsFromPoints(extents, u, part == 0 ? dWeight : u + sumsEnd)
      }
      ConvolutionParts.addUp(
        Kernels.self, parts: parts, count: shape.weightCount, scratch, offset: sumsEnd, to: dWeight)
    }
  }
}

extension WinogradConvolution {
  /// Bytes that an image's tiles may take at the points for the adjoint, which needs whole images.
  private static var mostImageBytes: Int { 2 << 20 }

  private static func tiles(_ extent: Int) -> Int { (extent + 3) / 4 }

  /// Whether the input gradient is to be the adjoint and not a convolution with turned kernels.
  private static func adjointIsBetter(_ shape: ConvolutionShape) -> Bool {
    // Where the padding is wider than the kernel's rim, the turned convolution leaves out dy.
    if max(shape.padTop, shape.padLeft) > 2 { return true }
    let own = tiles(shape.outputHeight) * tiles(shape.outputWidth)
    let turned = tiles(shape.inputHeight) * tiles(shape.inputWidth)
    let bytes =
      36 * own * (shape.inputChannels + shape.outputChannels) * MemoryLayout<Scalar>.stride
    return own < turned && bytes <= mostImageBytes
  }

  /// Bytes of transformed weights that each core makes for itself, which takes it less time than to
  /// fetch them from the others' caches.
  private static var mostOwnBytes: Int { 1 << 20 }

  /// Runs `body` for all parts with the weights at the points and with scratch memory of
  /// `scratchCount` elements for each.
  private static func run(
    _ parts: Int, _ layout: WinogradWeightLayout, weight: UnsafePointer<Scalar>, scratchCount: Int,
    _ body: (
      _ part: Int, _ u: UnsafePointer<Scalar>, _ scratch: UnsafeMutablePointer<Scalar>
    ) -> Void
  ) {
    let areShared = layout.count * MemoryLayout<Scalar>.stride > mostOwnBytes
    withScratch(of: Scalar.self, parts: parts, count: layout.count + scratchCount) { scratch in
      if areShared {
        let blocks = (layout.rows + 15) / 16
        let blockParts = min(parts, blocks)
        ThreadPool.shared.run(parts: blockParts) { part in
          let own = share(part, of: blockParts, blocks)
          Kernels.winogradWeights(
            layout, rows: own.lowerBound * 16..<min(own.upperBound * 16, layout.rows), weight,
            scratch[0])
        }
      }
      ThreadPool.shared.run(parts: parts) { part in
        let own = scratch[areShared ? 0 : part]
        if !areShared { Kernels.winogradWeights(layout, rows: 0..<layout.rows, weight, own) }
        body(part, own, scratch[part] + layout.count)
      }
    }
  }

  private static func convolve(
    _ shape: ConvolutionShape, _ extents: ConvolutionExtents, _ layout: WinogradWeightLayout,
    x: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>, bias: UnsafePointer<Scalar>?,
    y: UnsafeMutablePointer<Scalar>
  ) {
    let tileRows = extents.extents.batch * tiles(extents.extents.output_height)
    let parts = min(ConvolutionParts.most(shape), tileRows)
    let scratchCount = Kernels.winogradScratchCount(extents, wholeImages: false)
    run(parts, layout, weight: weight, scratchCount: scratchCount) { part, u, scratch in
      Kernels.winogradForward(
        extents, tileRows: share(part, of: parts, tileRows), x, u, bias: bias, y,
        scratch: scratch)
    }
  }
}
