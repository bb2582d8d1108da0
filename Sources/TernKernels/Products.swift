/// Matrix products split over the thread pool.
///
/// A product is split along its longer output side, each part on one thread: by kernels of our own
/// where an extent is small, by single-threaded OpenBLAS otherwise. A large matrix of weights is
/// divided by rows everywhere, as the optimizers divide it: in its gradient, which is split along m,
/// and where it multiplies a batch, along k (`halvedProduct`, `rowProduct`), in a way that depends on
/// the shape alone, so no sum depends on the timing of threads.
package enum Products<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Floating-point operations below which a product stays on the calling thread: about what one
  /// core does in the time of a hand-over.
  private static var smallestSplit: Int { 1 << 20 }

  /// C = op(A) · op(B).
  package static func gemm(
    _ product: ProductShape, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    _ c: UnsafeMutablePointer<Scalar>
  ) {
    affine(product, a, b, bias: nil, rectifying: false, c)
  }

  /// C = op(A) · op(B) + bias, the bias of n elements being added to each row, then max(C, 0) if
  /// rectifying: each thread does it all for its part of C while that is in its cache.
  @specialized(where Kernels == FloatKernels)
  package static func affine(
    _ product: ProductShape, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, rectifying: Bool, _ c: UnsafeMutablePointer<Scalar>
  ) {
    if product.isSmall {
      return Kernels.smallProduct(product, a, b, bias: bias, rectifying: rectifying, c)
    }
    if product.m == 1 && !product.transposeB && product.isContiguous {
      return rowProduct(product, a, b, bias: bias, rectifying: rectifying, c)
    }
    prepareOpenBLAS()
    if (product.m == 1 || product.n == 1) && product.isContiguous {
      return vectorProduct(product, a, b, bias: bias, rectifying: rectifying, c)
    }
    if isHalved(product) {
      return halvedProduct(product, a, b, bias: bias, rectifying: rectifying, c)
    }
    // All parts take the kernel of the whole, since each rounds in its own way.
    let isSlim = product.isSlim
    if splitsColumns(product) {
      let grain = grain(of: product, perOutput: product.m, atLeast: 64)
      ThreadPool.shared.split(product.n, grain: grain, multiple: 32) { columns in
        var part = product
        part.n = columns.count
        let first = columns.lowerBound
        finish(
          part, isSlim: isSlim, a, b + (product.transposeB ? first * product.leadingB : first),
          bias: bias.map { $0 + first }, rectifying: rectifying, c + first)
      }
    } else {
      let grain = grain(of: product, perOutput: product.n, atLeast: 32)
      ThreadPool.shared.split(product.m, grain: grain, multiple: 16) { rows in
        var part = product
        part.m = rows.count
        let first = rows.lowerBound
        finish(
          part, isSlim: isSlim, a + (product.transposeA ? first : first * product.leadingA), b,
          bias: bias, rectifying: rectifying, c + first * product.leadingC)
      }
    }
  }

  /// Whether threads divide the columns of C, not its rows: those of a weight's gradient Aᵀ · B they
  /// do not, if there are enough rows.
  private static func splitsColumns(_ product: ProductShape) -> Bool {
    product.n >= product.m && !(product.transposeA && product.m >= 256)
  }

  /// How many columns or rows of C, each of `extent` elements, are worth a thread of their own: for
  /// their arithmetic, or as so much memory.
  private static func grain(
    of product: ProductShape, perOutput extent: Int, atLeast fewest: Int
  ) -> Int {
    let (outputs, weightGrain) = (product.m * product.n, ThreadPool.weightGrain)
    guard 2 * outputs * product.k >= smallestSplit || outputs >= 2 * weightGrain else {
      return .max
    }
    let extent = max(1, extent)
    let alike = fewestAlike(perOutput: extent, k: product.k, isSlim: product.isSlim)
    return max(
      fewest, alike, min(smallestSplit / max(1, 2 * extent * product.k), weightGrain / extent))
  }

  /// How many columns or rows of C, each of `extent` elements, a part of a product needs to be rounded
  /// as the whole is: OpenBLAS has other kernels for small ones.
  static func fewestAlike(perOutput extent: Int, k: Int, isSlim: Bool) -> Int {
    isSlim ? 1 : OpenBLAS.smallProduct / max(1, extent * k) + 1
  }

  /// C = op(A) · op(B), added to C if asked, on the calling thread; by the kernel for slim products or
  /// by OpenBLAS, as is best, or as a larger product asks of its parts that all give the same bits.
  package static func multiply(
    _ part: ProductShape, isSlim: Bool? = nil, _ a: UnsafePointer<Scalar>,
    _ b: UnsafePointer<Scalar>, accumulating: Bool = false, _ c: UnsafeMutablePointer<Scalar>
  ) {
    if isSlim ?? part.isSlim {
      Kernels.slimProduct(part, a, b, accumulates: accumulating, c)
    } else {
      prepareOpenBLAS()
      Kernels.gemm(part, alpha: 1, a, b, beta: accumulating ? 1 : 0, c)
    }
  }

  /// One thread's part: the product is added to rows that begin as the bias.
  static func finish(
    _ part: ProductShape, isSlim: Bool? = nil, _ a: UnsafePointer<Scalar>,
    _ b: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, rectifying: Bool, _ c: UnsafeMutablePointer<Scalar>
  ) {
    if let bias {
      for row in 0..<part.m { (c + row * part.leadingC).update(from: bias, count: part.n) }
    }
    multiply(part, isSlim: isSlim, a, b, accumulating: bias != nil, c)
    if rectifying {
      for row in 0..<part.m {
        let row = c + row * part.leadingC
        Kernels.unary(.relu, count: part.n, row, 0, 0, row)
      }
    }
  }

  /// The product with a single row or a single column.
  private static func vectorProduct(
    _ product: ProductShape, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, rectifying: Bool, _ c: UnsafeMutablePointer<Scalar>
  ) {
    let (m, n, k) = (product.m, product.n, product.k)
    if let bias {
      for row in 0..<m { (c + row * n).update(from: bias, count: n) }
    }
    if n == 1 {
      gemv(
        transposed: product.transposeA, rows: product.transposeA ? k : m,
        columns: product.transposeA ? m : k, a, b, beta: bias == nil ? 0 : 1, c)
    } else {
      gemv(
        transposed: !product.transposeB, rows: product.transposeB ? n : k,
        columns: product.transposeB ? k : n, b, a, beta: bias == nil ? 0 : 1, c)
    }
    if rectifying { Kernels.unary(.relu, count: m * n, c, 0, 0, c) }
  }

  /// C[i] = op(A[i]) · op(B[i]) for i in 0..<count, matrices a stride apart (0 repeats one).
  package static func batchedGemm(
    _ product: ProductShape, count: Int, _ a: UnsafePointer<Scalar>, strideA: Int,
    _ b: UnsafePointer<Scalar>, strideB: Int, _ c: UnsafeMutablePointer<Scalar>
  ) {
    let flops = max(1, 2 * product.m * product.n * product.k)
    func multiply(_ range: Range<Int>) {
      for i in range {
        gemm(product, a + i * strideA, b + i * strideB, c + i * product.m * product.n)
      }
    }
    // Few products are divided themselves.
    guard count >= ThreadPool.shared.threadCount else { return multiply(0..<count) }
    ThreadPool.shared.split(count, grain: max(1, smallestSplit / flops)) { range in
      ThreadPool.shared.limitingThreads(to: 1) { multiply(range) }
    }
  }

  /// y = op(A) · x + beta · y for a contiguous matrix of rows × columns.
  private static func gemv(
    transposed: Bool, rows: Int, columns: Int, _ a: UnsafePointer<Scalar>,
    _ x: UnsafePointer<Scalar>, beta: Scalar, _ y: UnsafeMutablePointer<Scalar>
  ) {
    // The pool divides the outputs: rows of A, or its columns if it is transposed.
    let grain = max(64, ThreadPool.weightGrain / max(1, transposed ? rows : columns))
    ThreadPool.shared.split(transposed ? columns : rows, grain: grain, multiple: 16) { outputs in
      let first = outputs.lowerBound
      Kernels.gemv(
        transposed: transposed, rows: transposed ? rows : outputs.count,
        columns: transposed ? outputs.count : columns, leadingExtent: max(1, columns), alpha: 1,
        a + (transposed ? first : first * columns), x, xStride: 1, beta: beta, y + first, yStride: 1
      )
    }
  }
}
