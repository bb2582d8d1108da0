/// Systems of equations with a triangular matrix, by halves: their off-diagonal blocks are matrix
/// products.
package enum TriangularSystems<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Rows of a triangle that a kernel of our own solves.
  private static var smallest: Int { 32 }
  /// Columns of right sides that are worth a thread's while, times the square of the rows.
  private static var grain: Int { 1 << 18 }

  /// Replaces the rows of B, `columns` long, by op(A)⁻¹ B.
  package static func solve(
    _ triangle: Triangle<Scalar>, columns: Int, _ b: UnsafeMutablePointer<Scalar>, leadingB: Int
  ) {
    if columns == 1 && leadingB == 1 && triangle.n > smallest { return Kernels.trsv(triangle, b) }
    let work = max(1, triangle.n * triangle.n)
    ThreadPool.shared.split(columns, grain: max(64, grain / work), multiple: 32) { range in
      solveColumns(triangle, columns: range.count, b + range.lowerBound, leadingB: leadingB)
    }
  }

  /// Replaces the rows of B by op(A)⁻¹ B on the calling thread.
  private static func solveColumns(
    _ triangle: Triangle<Scalar>, columns: Int, _ b: UnsafeMutablePointer<Scalar>, leadingB: Int
  ) {
    let n = triangle.n
    guard n > smallest else {
      return Kernels.solveTriangle(triangle, columns: columns, b, leadingB: leadingB)
    }
    prepareOpenBLAS()
    let half = (n / 2 + smallest - 1) / smallest * smallest
    let (upper, lower) = (0..<half, half..<n)
    // What is solved first, and what it is subtracted from.
    let (first, last) = triangle.isLower ? (upper, lower) : (lower, upper)
    solveColumns(
      triangle.diagonalBlock(first), columns: columns, b + first.lowerBound * leadingB,
      leadingB: leadingB)
    var product = ProductShape(
      transposeA: triangle.isTransposed, m: last.count, n: columns, k: first.count)
    product.leadingA = triangle.leading
    product.leadingB = leadingB
    product.leadingC = leadingB
    Kernels.gemm(
      product, alpha: -1,
      triangle.elements + last.lowerBound * triangle.rowStep
        + first.lowerBound * triangle.columnStep,
      b + first.lowerBound * leadingB, beta: 1, b + last.lowerBound * leadingB)
    solveColumns(
      triangle.diagonalBlock(last), columns: columns, b + last.lowerBound * leadingB,
      leadingB: leadingB)
  }
}
