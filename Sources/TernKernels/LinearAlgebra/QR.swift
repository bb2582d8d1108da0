/// The QR factorisation of row-major matrices by Householder's reflectors.
///
/// Blocks of 64 columns are divided in halves down to panels of 16 (Elmroth and Gustavson, "Applying
/// recursion to serial and parallel QR factorization", 2000); each has its Q in the form
/// 1 − V T Vᵀ (Schreiber and Van Loan, "A storage-efficient WY representation", 1989), so that
/// nearly all the work is matrix products, which the pool shares.
package enum QR<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Columns of a block: the rows of T, which has a block for each, one beside the other.
  package static var block: Int { 64 }
  private static var panel: Int { 16 }
  /// Floating-point operations that are worth a thread's while.
  private static var grain: Int { 1 << 19 }

  /// Factorises a contiguous matrix in its place: R above, V below the diagonal. `t` has
  /// `block` × min(rows, columns) elements.
  package static func factor(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>, t: UnsafeMutablePointer<Scalar>
  ) {
    let steps = min(rows, columns)
    guard steps > 0 else { return }
    let scratchCount = max(panel * (rows + 64), block * (rows + 2 * block))
    withWorkspace(of: Scalar.self, count: scratchCount) { scratch in
      for first in stride(from: 0, to: steps, by: block) {
        let width = min(block, steps - first)
        let corner = a + first * (columns + 1)
        factorBlock(
          rows: rows - first, columns: width, corner, leading: columns, t: t + first * block,
          scratch: scratch)
        apply(
          rows: rows - first, reflectors: width, corner, leading: columns, t: t + first * block,
          transposed: true, columns: columns - first - width, corner + width, leadingC: columns)
      }
    }
  }

  /// C = Q C, or Qᵀ C, for a C of as many rows as the matrix that was factorised.
  package static func multiply(
    rows: Int, columns: Int, _ factors: UnsafePointer<Scalar>, t: UnsafePointer<Scalar>,
    transposed: Bool, columnsOfC: Int, _ c: UnsafeMutablePointer<Scalar>
  ) {
    let firsts = Array(stride(from: 0, to: min(rows, columns), by: block))
    for first in transposed ? firsts : firsts.reversed() {
      apply(
        rows: rows - first, reflectors: min(block, min(rows, columns) - first),
        factors + first * (columns + 1), leading: columns, t: t + first * block,
        transposed: transposed, columns: columnsOfC, c + first * columnsOfC, leadingC: columnsOfC)
    }
  }

  /// The first columns of Q, `columnsOfQ` of them.
  package static func makeQ(
    rows: Int, columns: Int, _ factors: UnsafePointer<Scalar>, t: UnsafePointer<Scalar>,
    columnsOfQ: Int, _ q: UnsafeMutablePointer<Scalar>
  ) {
    q.update(repeating: 0, count: rows * columnsOfQ)
    for i in 0..<min(rows, columnsOfQ) { q[i * (columnsOfQ + 1)] = 1 }
    // What later reflectors have made has zeros in the rows and columns before them.
    for first in stride(from: 0, to: min(rows, columns), by: block).reversed() {
      apply(
        rows: rows - first, reflectors: min(block, min(rows, columns) - first),
        factors + first * (columns + 1), leading: columns, t: t + first * block, transposed: false,
        columns: columnsOfQ - first, q + first * (columnsOfQ + 1), leadingC: columnsOfQ)
    }
  }

  /// Factorises a block, whose T is columns × columns with rows `block` apart.
  private static func factorBlock(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>, leading: Int,
    t: UnsafeMutablePointer<Scalar>, scratch: UnsafeMutablePointer<Scalar>
  ) {
    guard columns > panel else {
      return Kernels.qrPanel(
        rows: rows, columns: columns, a, leadingA: leading, t: t, leadingT: block, scratch: scratch)
    }
    let left = (columns / 2 + panel - 1) / panel * panel
    let right = columns - left
    let lowerT = t + left * (block + 1)
    factorBlock(rows: rows, columns: left, a, leading: leading, t: t, scratch: scratch)
    apply(
      rows: rows, reflectors: left, a, leading: leading, t: t, transposed: true, columns: right,
      a + left, leadingC: leading)
    factorBlock(
      rows: rows - left, columns: right, a + left * (leading + 1), leading: leading, t: lowerT,
      scratch: scratch)
    // T₁₂ = −T₁ (V₁ᵀ V₂) T₂; the rows of V₂ above its own are 0.
    let reflectors = scratch
    let products = scratch + rows * columns
    let temporary = products + left * right
    Kernels.copyReflectors(
      rows: rows - left, columns: right, a + left * (leading + 1), leadingA: leading, reflectors)
    prepareOpenBLAS()
    var inner = ProductShape(transposeA: true, m: left, n: right, k: rows - left)
    inner.leadingA = leading
    Kernels.gemm(inner, alpha: 1, a + left * leading, reflectors, beta: 0, products)
    var first = ProductShape(m: left, n: right, k: left)
    first.leadingA = block
    Kernels.gemm(first, alpha: -1, t, products, beta: 0, temporary)
    var second = ProductShape(m: left, n: right, k: right)
    second.leadingB = block
    second.leadingC = block
    Kernels.gemm(second, alpha: 1, temporary, lowerT, beta: 0, t + left)
    for row in left..<columns { (t + row * block).update(repeating: 0, count: left) }
  }

  /// C −= V op(T) Vᵀ C, the columns of C being divided among the threads.
  private static func apply(
    rows: Int, reflectors: Int, _ a: UnsafePointer<Scalar>, leading: Int,
    t: UnsafePointer<Scalar>, transposed: Bool, columns: Int, _ c: UnsafeMutablePointer<Scalar>,
    leadingC: Int
  ) {
    guard columns > 0 && rows > 0 else { return }
    prepareOpenBLAS()
    let (vCount, wCount) = (rows * reflectors, reflectors * columns)
    withWorkspace(of: Scalar.self, count: vCount + 2 * wCount) { v in
      Kernels.copyReflectors(rows: rows, columns: reflectors, a, leadingA: leading, v)
      let (w, tw) = (v + vCount, v + vCount + wCount)
      let work = 4 * rows * reflectors
      ThreadPool.shared.split(columns, grain: max(16, grain / work), multiple: 16) { range in
        let (c, w, tw) = (c + range.lowerBound, w + range.lowerBound, tw + range.lowerBound)
        var inner = ProductShape(transposeA: true, m: reflectors, n: range.count, k: rows)
        inner.leadingB = leadingC
        inner.leadingC = columns
        Kernels.gemm(inner, alpha: 1, v, c, beta: 0, w)
        var middle = ProductShape(
          transposeA: transposed, m: reflectors, n: range.count, k: reflectors)
        middle.leadingA = block
        middle.leadingB = columns
        middle.leadingC = columns
        Kernels.gemm(middle, alpha: 1, t, w, beta: 0, tw)
        var outer = ProductShape(m: rows, n: range.count, k: reflectors)
        outer.leadingB = columns
        outer.leadingC = leadingC
        Kernels.gemm(outer, alpha: -1, v, tw, beta: 1, c)
      }
    }
  }
}
