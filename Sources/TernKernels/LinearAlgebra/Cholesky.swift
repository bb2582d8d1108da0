/// The Cholesky factorisation of row-major matrices, A = L Lᵀ, by halves.
package enum Cholesky<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Rows of a matrix that is left to LAPACK.
  private static var smallest: Int { 128 }
  /// Rows of a block whose products a thread does at a time.
  private static var block: Int { 64 }

  /// Replaces the lower triangle of n × n by L and the other one by zeros; returns the order of the
  /// first leading minor that is not positive, or 0.
  package static func factor(n: Int, _ a: UnsafeMutablePointer<Scalar>) -> Int {
    let info = factor(n: n, a, leading: n)
    for row in 0..<n { (a + row * n + row + 1).update(repeating: 0, count: n - row - 1) }
    return info
  }

  private static func factor(n: Int, _ a: UnsafeMutablePointer<Scalar>, leading: Int) -> Int {
    guard n > smallest else { return Kernels.potrf(n: n, a, leadingA: leading) }
    let upper = (n / 2 + block - 1) / block * block
    let lower = n - upper
    let info = factor(n: upper, a, leading: leading)
    guard info == 0 else { return info }
    let (left, right) = (a + upper * leading, a + upper * (leading + 1))
    let transposed = Triangle(a, n: upper, leading: leading, lower: true, transposed: true)
    ThreadPool.shared.split(lower, grain: block, multiple: 16) { rows in
      Kernels.trsmRight(
        transposed, rows: rows.count, left + rows.lowerBound * leading, leadingB: leading)
    }
    // The lower triangle of A₂₂ − L₂₁ L₂₁ᵀ, in blocks of rows: the largest products first.
    let blocks = (lower + block - 1) / block
    ThreadPool.shared.run(parts: blocks) { part in
      let first = (blocks - 1 - part) * block
      let rows = min(block, lower - first)
      var product = ProductShape(transposeB: true, m: rows, n: first + rows, k: upper)
      product.leadingA = leading
      product.leadingB = leading
      product.leadingC = leading
      Kernels.gemm(
        product, alpha: -1, left + first * leading, left, beta: 1, right + first * leading)
    }
    let rest = factor(n: lower, right, leading: leading)
    return rest == 0 ? 0 : upper + rest
  }
}
