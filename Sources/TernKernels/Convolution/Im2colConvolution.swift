/// The general algorithm: the patches that the kernel sees become the columns of a matrix ("im2col"),
/// and the convolution becomes a matrix product.
///
/// Patches are made for a tile of output places at a time, so that the product finds them in the
/// cache, and the whole matrix never exists. Where images are small, a tile has several of them,
/// since products of few columns are slow; the product's result then goes through a buffer,
/// because images and channels are in the other order there.
///
/// Chellapilla, Puri and Simard, "High performance convolutional neural networks for document
/// processing" (2006).
package enum Im2colConvolution<Kernels: FloatingKernels>: ConvolutionAlgorithm {
  package typealias Scalar = Kernels.Scalar

  package static var name: String { "im2col" }

  package static func supports(_ shape: ConvolutionShape) -> Bool { true }

  /// Columns below which images are joined: a product of fewer is slower than the copies.
  private static var enoughColumns: Int { 128 }

  private static func tiles(_ shape: ConvolutionShape) -> ConvolutionTiles {
    // Joining larger images gains nothing, and writes the result twice.
    let most = max(shape.outputPixels, enoughColumns)
    let fitting = countInCache(of: shape.groupInputs * shape.kernelPixels, atLeast: 448)
    let places = min(fitting, most)
    return ConvolutionTiles(shape, places: places, parts: ConvolutionParts.most(shape))
  }

  /// How many rows or columns of `extent` patch elements stay in a core's own cache until the product
  /// has read them: they take some 256 KiB, or up to 1 MiB where it would be too few of them for the
  /// product to be fast.
  private static func countInCache(of extent: Int, atLeast enough: Int) -> Int {
    let bytes = extent * MemoryLayout<Scalar>.stride
    return max((256 << 10) / bytes, min(enough, (1 << 20) / bytes))
  }

  /// Runs `body` for parts of `units`, the same for every number of idle threads, with scratch
  /// memory of `scratchCount` elements each.
  private static func run(
    _ parts: Int, of units: Int, scratchCount: Int,
    _ body: (_ part: Int, _ units: Range<Int>, _ scratch: UnsafeMutablePointer<Scalar>) -> Void
  ) {
    prepareOpenBLAS()
    withScratch(of: Scalar.self, parts: parts, count: scratchCount) { scratch in
      ThreadPool.shared.run(parts: parts) { part in
        body(part, share(part, of: parts, units), scratch[part])
      }
    }
  }
}

// MARK: - Forward

extension Im2colConvolution {
  package static func forward(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, y: UnsafeMutablePointer<Scalar>
  ) {
    let tiles = tiles(shape)
    let patches = PatchLayout(shape)
    let (k, m) = (shape.groupInputs * shape.kernelPixels, shape.groupOutputs)
    let patchCount = k * tiles.mostPlaces
    let resultCount = tiles.areBatched ? m * tiles.mostPlaces : 0
    run(
      min(ConvolutionParts.most(shape), tiles.count), of: tiles.count,
      scratchCount: patchCount + resultCount
    ) { _, range, scratch in
      for tile in range {
        for group in 0..<shape.groups {
          let columns = gather(shape, patches, tiles[tile], group, x, scratch)
          forward(
            shape, tiles[tile], group, patches: scratch, columns: columns,
            weight: weight + group * m * k, bias: bias.map { $0 + group * m },
            result: scratch + patchCount, y)
        }
      }
    }
  }

  /// Writes the patches of a tile and returns how many columns they make.
  private static func gather(
    _ shape: ConvolutionShape, _ layout: PatchLayout, _ tile: ConvolutionTiles.Tile, _ group: Int,
    _ x: UnsafePointer<Scalar>, _ patches: UnsafeMutablePointer<Scalar>
  ) -> Int {
    let places = tile.rows.count * shape.outputWidth
    let columns = tile.images.count * places
    for (place, image) in tile.images.enumerated() {
      let channel = image * shape.inputChannels + group * shape.groupInputs
      Kernels.gatherPatches(
        layout, channels: shape.groupInputs, rows: tile.rows, x + channel * shape.inputPixels,
        patches + place * places, yStride: columns)
    }
    return columns
  }

  private static func forward(
    _ shape: ConvolutionShape, _ tile: ConvolutionTiles.Tile, _ group: Int,
    patches: UnsafePointer<Scalar>, columns: Int, weight: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, result: UnsafeMutablePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  ) {
    let (m, pixels) = (shape.groupOutputs, shape.outputPixels)
    var product = ProductShape(m: m, n: columns, k: shape.groupInputs * shape.kernelPixels)
    let first = (tile.images.lowerBound * shape.outputChannels + group * m) * pixels
    guard tile.images.count > 1 else {
      let y = y + first + tile.rows.lowerBound * shape.outputWidth
      product.leadingC = pixels
      if let bias {
        for row in 0..<m {
          Memory.fill(
            y + row * pixels, count: columns, size: MemoryLayout<Scalar>.stride, with: bias + row)
        }
      }
      if columns < enoughColumns {
        Products<Kernels>.multiply(product, weight, patches, accumulating: bias != nil, y)
      } else {
        Kernels.gemm(product, alpha: 1, weight, patches, beta: bias == nil ? 0 : 1, y)
      }
      return
    }
    Kernels.gemm(product, alpha: 1, weight, patches, beta: 0, result)
    for image in 0..<tile.images.count {
      let y = y + first + image * shape.outputChannels * pixels
      let own = UnsafePointer(result) + image * pixels
      if let bias {
        Kernels.binary(
          .add, rows: m, columns: pixels, StridedOperand(own, rowStride: columns, columnStride: 1),
          StridedOperand(bias, rowStride: 1, columnStride: 0), y)
      } else {
        Memory.copyFromStrided(
          size: MemoryLayout<Scalar>.stride, extents: [m, pixels], strides: [columns, 1], own, y)
      }
    }
  }
}

// MARK: - Gradients

extension Im2colConvolution {
  package static func inputGradient(
    _ shape: ConvolutionShape, dy: UnsafePointer<Scalar>, weight: UnsafePointer<Scalar>,
    dx: UnsafeMutablePointer<Scalar>
  ) {
    // Tiles overlap in x, so images are not divided here but for their channels.
    let (pixels, window) = (shape.outputPixels, shape.kernelPixels)
    let (m, k) = (shape.groupOutputs, shape.groupInputs * window)
    let parts = ConvolutionParts.most(shape)
    let fitting = countInCache(of: window * pixels, atLeast: 8)
    let shareOfChannels =
      shape.batch * shape.groups >= parts
      ? shape.groupInputs : (shape.groupInputs + parts - 1) / parts
    let channels = max(1, min(fitting, shareOfChannels))
    let blocks = (shape.groupInputs + channels - 1) / channels
    let images =
      blocks > 1
      ? 1 : max(1, min(fitting / channels, enoughColumns / pixels, shape.batch / parts))
    let tiles = (shape.batch + images - 1) / images
    let units = tiles * shape.groups * blocks
    let patchCount = channels * window * images * pixels
    let layout = PatchLayout(shape)
    run(
      min(parts, units), of: units,
      scratchCount: patchCount + (images > 1 ? m * images * pixels : 0)
    ) { _, range, scratch in
      for unit in range {
        let (block, rest) = (unit % blocks, unit / blocks)
        let (group, tile) = (rest % shape.groups, rest / shape.groups)
        let ownImages = tile * images..<min((tile + 1) * images, shape.batch)
        let ownChannels = block * channels..<min((block + 1) * channels, shape.groupInputs)
        let dy = joined(shape, ownImages, group, dy, scratch + patchCount)
        let columns = ownImages.count * pixels
        var product = ProductShape(
          transposeA: true, m: ownChannels.count * window, n: columns, k: m)
        product.leadingA = k
        Kernels.gemm(
          product, alpha: 1, weight + group * m * k + ownChannels.lowerBound * window, dy, beta: 0,
          scratch)
        for (place, image) in ownImages.enumerated() {
          let channel =
            image * shape.inputChannels + group * shape.groupInputs + ownChannels.lowerBound
          Kernels.scatterPatches(
            layout, channels: ownChannels.count, rows: shape.outputHeight,
            scratch + place * pixels, yStride: columns, dx + channel * shape.inputPixels)
        }
      }
    }
  }

  /// dy of a group of some images as one matrix with a row for each channel; written to `copy` if
  /// there is more than one image.
  private static func joined(
    _ shape: ConvolutionShape, _ images: Range<Int>, _ group: Int, _ dy: UnsafePointer<Scalar>,
    _ copy: UnsafeMutablePointer<Scalar>
  ) -> UnsafePointer<Scalar> {
    let (m, pixels) = (shape.groupOutputs, shape.outputPixels)
    let first = dy + (images.lowerBound * shape.outputChannels + group * m) * pixels
    guard images.count > 1 else { return first }
    for place in 0..<images.count {
      Memory.copyToStrided(
        size: MemoryLayout<Scalar>.stride, extents: [m, pixels],
        strides: [images.count * pixels, 1], first + place * shape.outputChannels * pixels,
        copy + place * pixels)
    }
    return UnsafePointer(copy)
  }

  package static func weightGradient(
    _ shape: ConvolutionShape, x: UnsafePointer<Scalar>, dy: UnsafePointer<Scalar>,
    dWeight: UnsafeMutablePointer<Scalar>
  ) {
    let tiles = tiles(shape)
    let layout = PatchLayout(shape)
    let (m, k, pixels) = (
      shape.groupOutputs, shape.groupInputs * shape.kernelPixels, shape.outputPixels
    )
    let parts = min(ConvolutionParts.most(shape), tiles.count)
    let patchCount = k * tiles.mostPlaces
    let copyCount = tiles.areBatched ? m * tiles.mostPlaces : 0
    let sumStart = patchCount + copyCount
    prepareOpenBLAS()
    // Each part sums its own tiles, the first one in place; the sums are added in their order.
    withScratch(of: Scalar.self, parts: parts, count: sumStart + shape.weightCount) { scratch in
      ThreadPool.shared.run(parts: parts) { part in
        let own = scratch[part]
        let sum = part == 0 ? dWeight : own + sumStart
        let range = share(part, of: parts, tiles.count)
        for index in range {
          let tile = tiles[index]
          for group in 0..<shape.groups {
            let columns = gather(shape, layout, tile, group, x, own)
            let dy = joined(shape, tile.images, group, dy, own + patchCount)
            var product = ProductShape(transposeB: true, m: m, n: k, k: columns)
            product.leadingA = tile.images.count > 1 ? columns : pixels
            Kernels.gemm(
              product, alpha: 1, dy + tile.rows.lowerBound * shape.outputWidth, own,
              beta: index == range.lowerBound ? 0 : 1, sum + group * m * k)
          }
        }
      }
      ConvolutionParts.addUp(
        Kernels.self, parts: parts, count: shape.weightCount, scratch, offset: sumStart, to: dWeight
      )
    }
  }
}
