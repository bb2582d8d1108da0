import COpenBLAS

/// Matrix products split over the thread pool.
///
/// OpenBLAS runs single-threaded: a product is split along its longer output side, each part one
/// call. K is never split, so an element's sum does not depend on the number of threads' timing.
package enum Products<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Floating-point operations below which a product stays on the calling thread: about what one
  /// core does in the time of a hand-over.
  private static var smallestSplit: Int { 1 << 20 }

  /// C = alpha · op(A) · op(B) + beta · C.
  package static func gemm(
    _ product: ProductShape, alpha: Scalar = 1, _ a: UnsafePointer<Scalar>,
    _ b: UnsafePointer<Scalar>, beta: Scalar = 0, _ c: UnsafeMutablePointer<Scalar>
  ) {
    prepareOpenBLAS()
    let flops = 2 * product.m * product.n * product.k
    if product.n >= product.m {
      let grain = max(64, smallestSplit / max(2 * product.m * product.k, 1))
      ThreadPool.shared.split(product.n, grain: flops < smallestSplit ? .max : grain, multiple: 32)
      { columns in
        var part = product
        part.n = columns.count
        let offset = product.transposeB ? columns.lowerBound * product.leadingB : columns.lowerBound
        Kernels.gemm(part, alpha: alpha, a, b + offset, beta: beta, c + columns.lowerBound)
      }
    } else {
      let grain = max(32, smallestSplit / max(2 * product.n * product.k, 1))
      ThreadPool.shared.split(product.m, grain: flops < smallestSplit ? .max : grain, multiple: 16)
      { rows in
        var part = product
        part.m = rows.count
        let offset = product.transposeA ? rows.lowerBound : rows.lowerBound * product.leadingA
        Kernels.gemm(
          part, alpha: alpha, a + offset, b, beta: beta, c + rows.lowerBound * product.leadingC)
      }
    }
  }

  /// C[i] = op(A[i]) · op(B[i]) for i in 0..<count, matrices a stride apart (0 repeats one).
  package static func batchedGemm(
    _ product: ProductShape, count: Int, _ a: UnsafePointer<Scalar>, strideA: Int,
    _ b: UnsafePointer<Scalar>, strideB: Int, _ c: UnsafeMutablePointer<Scalar>
  ) {
    prepareOpenBLAS()
    let flops = max(1, 2 * product.m * product.n * product.k)
    let threads = ThreadPool.shared.threadCount
    guard count >= threads else {
      for i in 0..<count {
        gemm(product, a + i * strideA, b + i * strideB, c + i * product.m * product.n)
      }
      return
    }
    ThreadPool.shared.split(count, grain: max(1, smallestSplit / flops)) { range in
      for i in range {
        Kernels.gemm(
          product, alpha: 1, a + i * strideA, b + i * strideB, beta: 0,
          c + i * product.m * product.n)
      }
    }
  }

  /// y = op(A) · x for a contiguous matrix of rows × columns.
  package static func gemv(
    transposed: Bool, rows: Int, columns: Int, _ a: UnsafePointer<Scalar>,
    _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>
  ) {
    prepareOpenBLAS()
    // The pool divides the outputs: rows of A, or its columns if it is transposed.
    let grain = max(64, (1 << 16) / max(1, transposed ? rows : columns))
    ThreadPool.shared.split(transposed ? columns : rows, grain: grain, multiple: 16) { outputs in
      let first = outputs.lowerBound
      Kernels.gemv(
        transposed: transposed, rows: transposed ? rows : outputs.count,
        columns: transposed ? outputs.count : columns, leadingExtent: max(1, columns), alpha: 1,
        a + (transposed ? first : first * columns), x, xStride: 1, beta: 0, y + first, yStride: 1)
    }
  }
}
