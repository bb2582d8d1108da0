/// The LU factorisation with partial pivoting of row-major matrices, A = P L U.
///
/// Columns are divided in halves, down to panels of 16 (Toledo, "Locality of reference in LU
/// decomposition with partial pivoting", 1997): nearly all the work is products of large blocks,
/// which the pool shares.
package enum LU<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Columns of a panel.
  private static var panel: Int { 16 }
  /// Elements of rows to be exchanged that a thread takes at least.
  private static var grain: Int { 1 << 14 }

  /// Factorises a contiguous matrix in its place.
  ///
  /// Row i was exchanged with row pivots[i] ≥ i, one after the other. Returns 1 + the first pivot
  /// that is 0, or 0.
  package static func factor(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>,
    pivots: UnsafeMutablePointer<Int32>
  ) -> Int {
    let steps = min(rows, columns)
    guard steps > 0 else { return 0 }
    return withWorkspace(of: Scalar.self, count: panel * (rows + 64)) { scratch in
      let info = factor(
        rows: rows, columns: steps, a, leading: columns, pivots: pivots, scratch: scratch)
      if columns > steps {
        let rest = a + steps
        swapRows(columns: columns - steps, rest, leading: columns, count: steps, pivots: pivots)
        TriangularSystems<Kernels>.solve(
          Triangle(a, n: steps, leading: columns, lower: true, unit: true),
          columns: columns - steps, rest, leadingB: columns)
      }
      return info
    }
  }

  /// Replaces the rows of B by op(A)⁻¹ B, A having been factorised.
  package static func solve(
    n: Int, _ factors: UnsafePointer<Scalar>, pivots: UnsafePointer<Int32>, transposed: Bool,
    columns: Int, _ b: UnsafeMutablePointer<Scalar>
  ) {
    let lower = Triangle(
      factors, n: n, leading: n, lower: true, transposed: transposed, unit: true)
    let upper = Triangle(factors, n: n, leading: n, lower: false, transposed: transposed)
    if !transposed {
      swapRows(columns: columns, b, leading: columns, count: n, pivots: pivots)
    }
    for triangle in transposed ? [upper, lower] : [lower, upper] {
      TriangularSystems<Kernels>.solve(triangle, columns: columns, b, leadingB: columns)
    }
    if transposed {
      swapRows(columns: columns, b, leading: columns, count: n, pivots: pivots, backward: true)
    }
  }

  /// A block of at least as many rows as columns.
  private static func factor(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>, leading: Int,
    pivots: UnsafeMutablePointer<Int32>, scratch: UnsafeMutablePointer<Scalar>
  ) -> Int {
    guard columns > panel else {
      return Kernels.luPanel(
        rows: rows, columns: columns, a, leadingA: leading, pivots: pivots, scratch: scratch)
    }
    let left = (columns / 2 + panel - 1) / panel * panel
    let right = columns - left
    var info = factor(
      rows: rows, columns: left, a, leading: leading, pivots: pivots, scratch: scratch)
    let (upperRight, lowerLeft) = (a + left, a + left * leading)
    swapRows(columns: right, upperRight, leading: leading, count: left, pivots: pivots)
    TriangularSystems<Kernels>.solve(
      Triangle(a, n: left, leading: leading, lower: true, unit: true), columns: right, upperRight,
      leadingB: leading)
    var product = ProductShape(m: rows - left, n: right, k: left)
    product.leadingA = leading
    product.leadingB = leading
    product.leadingC = leading
    BlockUpdates<Kernels>.subtract(product, lowerLeft, upperRight, lowerLeft + left)
    let lowerPivots = pivots + left
    let lowerInfo = factor(
      rows: rows - left, columns: right, lowerLeft + left, leading: leading, pivots: lowerPivots,
      scratch: scratch)
    if info == 0 && lowerInfo != 0 { info = left + lowerInfo }
    swapRows(columns: left, lowerLeft, leading: leading, count: right, pivots: lowerPivots)
    for i in 0..<right { lowerPivots[i] += Int32(left) }
    return info
  }

  private static func swapRows(
    columns: Int, _ a: UnsafeMutablePointer<Scalar>, leading: Int, count: Int,
    pivots: UnsafePointer<Int32>, backward: Bool = false
  ) {
    ThreadPool.shared.split(columns, grain: max(16, grain / max(1, count)), multiple: 16) { range in
      Kernels.swapRows(
        columns: range.count, a + range.lowerBound, leadingA: leading, count: count,
        pivots: pivots, backward: backward)
    }
  }
}
