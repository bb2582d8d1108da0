/// Products that are subtracted from a block of a matrix, on the pool if they are large.
enum BlockUpdates<Kernels: FloatingKernels> {
  typealias Scalar = Kernels.Scalar

  /// Floating-point operations below which a product stays on the calling thread.
  private static var smallestSplit: Int { 1 << 20 }

  /// C −= op(A) · op(B), split along the longer side of C.
  static func subtract(
    _ product: ProductShape, _ a: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    _ c: UnsafeMutablePointer<Scalar>
  ) {
    prepareOpenBLAS()
    guard product.m > 0 && product.n > 0 && product.k > 0 else { return }
    let splitsColumns = product.n >= product.m
    let work = 2 * product.k * (splitsColumns ? product.m : product.n)
    let count = splitsColumns ? product.n : product.m
    ThreadPool.shared.split(count, grain: max(32, smallestSplit / work / 2), multiple: 16) {
      range in
      var part = product
      let first = range.lowerBound
      if splitsColumns {
        part.n = range.count
        let offset = product.transposeB ? first * product.leadingB : first
        Kernels.gemm(part, alpha: -1, a, b + offset, beta: 1, c + first)
      } else {
        part.m = range.count
        let offset = product.transposeA ? first : first * product.leadingA
        Kernels.gemm(part, alpha: -1, a + offset, b, beta: 1, c + first * product.leadingC)
      }
    }
  }
}
