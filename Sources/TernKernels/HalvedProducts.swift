// The product of a batch and a large matrix, such as the weights of a layer.

extension Products {
  /// Whether the product is calculated as the sum of two, of the upper and of the lower half of B.
  ///
  /// An optimizer divides a weight's elements over the threads in their order, and so, by rows, does
  /// the product that is the weight's gradient. If its columns were divided here, each thread would
  /// have to fetch half of its share from the other's cache, which takes longer than adding two
  /// outputs if B has far more elements. The shape alone decides, so that the same bits result for
  /// any number of threads.
  static func isHalved(_ product: ProductShape) -> Bool {
    !product.transposeA && !product.transposeB
      && product.k * product.n >= 2 * ThreadPool.weightGrain
      && product.k >= max(64, 2 * product.m)
  }

  /// C = A · B + bias, rectified if asked.
  @specialized(where Kernels == FloatKernels)
  static func halvedProduct(
    _ product: ProductShape, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, rectifying: Bool, _ c: UnsafeMutablePointer<Scalar>
  ) {
    let (m, n, k) = (product.m, product.n, product.k)
    let middle = k / 32 * 16
    var half = product
    half.k = k - middle
    let isSlim = half.isSlim
    // More than two threads divide the columns of each half, in steps of 16.
    let fewest = max(64, 16 + fewestAlike(perOutput: m, k: middle, isSlim: isSlim))
    let shares = max(1, min(ThreadPool.shared.threadCount / 2, n / fewest))
    func edge(_ share: Int) -> Int { share == shares ? n : n * share / shares / 16 * 16 }
    withScratch(of: Scalar.self, parts: 1, count: m * n) { scratch in
      let lower = scratch[0]
      ThreadPool.shared.run(parts: 2 * shares) { part in
        let share = part % shares
        let first = edge(share)
        var own = product
        own.n = edge(share + 1) - first
        if part < shares {
          own.k = middle
          let bias = bias.map { $0 + first }
          finish(own, isSlim: isSlim, a, b + first, bias: bias, rectifying: false, c + first)
        } else {
          own.k = k - middle
          own.leadingC = n
          let b = b + middle * product.leadingB
          multiply(own, isSlim: isSlim, a + middle, b + first, lower + first)
        }
      }
      ThreadPool.shared.split(m, grain: max(1, sumGrain / n)) { rows in
        for row in rows {
          let sum = c + row * product.leadingC
          Kernels.axpby(count: n, 1, lower + row * n, 1, sum)
          if rectifying { Kernels.unary(.relu, count: n, sum, 0, 0, sum) }
        }
      }
    }
  }

  /// Elements of an output that are worth a thread of their own.
  private static var sumGrain: Int { 1 << 14 }
}
