/// The reduction of a large symmetric matrix to three diagonals, A = Q · T · Qᵀ, on all threads.
///
/// As LAPACK's xSYTRD, a block of columns at a time (Dongarra, Sorensen and Hammarling, "Block
/// reduction of matrices to condensed forms for eigenvalue computations", 1989). Half of the work is
/// a product of the remaining matrix with a vector for each column, which reads one triangle from
/// memory each time: threads share it in parts that depend on the extents alone.
enum Tridiagonalization<Kernels: FloatingKernels> {
  typealias Scalar = Kernels.Scalar

  /// Columns of a block.
  private static var block: Int { 32 }
  /// What is left to LAPACK in the end.
  private static var smallest: Int { 96 }

  /// Reduces a column-major matrix of which the lower triangle is read, in its place, with LAPACK's
  /// layout.
  static func reduce(
    n: Int, _ a: UnsafeMutablePointer<Scalar>, d: UnsafeMutablePointer<Scalar>,
    e: UnsafeMutablePointer<Scalar>, tau: UnsafeMutablePointer<Scalar>
  ) -> Int {
    var first = 0
    withWorkspace(of: Scalar.self, count: TridiagonalPanel<Kernels>.room(n, steps: block)) { w in
      while n - first > smallest + block {
        let panel = TridiagonalPanel<Kernels>(
          n: n - first, steps: block, leading: n, a: a + first * (n + 1), w: w)
        for i in 0..<block {
          (d[first + i], e[first + i], tau[first + i]) = panel.reduceColumn(i)
        }
        panel.updateRest()
        for place in first..<first + block { a[place * (n + 1) + 1] = e[place] }
        first += block
      }
    }
    return Kernels.sytrd(
      n: n - first, a + first * (n + 1), leadingA: n, d: d + first, e: e + first, tau: tau + first)
  }
}

/// A block of a reduction to three diagonals.
///
/// The matrix is seen as row-major: row j is column j of LAPACK's, from the diagonal on. The
/// reflections V are in its first rows; the remaining matrix is that before the block less
/// Vᵀ W + Wᵀ V, W with a row for each step.
private struct TridiagonalPanel<Kernels: FloatingKernels> {
  typealias Scalar = Kernels.Scalar

  /// Into how many parts a product of the remaining matrix is divided.
  private static var parts: Int { 8 }
  /// Rows of a part of what ends a block.
  private static var strip: Int { 64 }

  let n: Int
  let steps: Int
  let leading: Int
  let a: UnsafeMutablePointer<Scalar>
  let w: UnsafeMutablePointer<Scalar>
  /// Products of a reflection with all before it.
  private let sums: UnsafeMutablePointer<Scalar>
  /// As many ones as there are parts.
  private let ones: UnsafeMutablePointer<Scalar>
  /// A product of the remaining matrix, a row for each part.
  private let partial: UnsafeMutablePointer<Scalar>

  /// Elements that a panel needs room for.
  static func room(_ n: Int, steps: Int) -> Int { steps * (n + 1) + parts * (n + 1) }

  init(
    n: Int, steps: Int, leading: Int, a: UnsafeMutablePointer<Scalar>,
    w: UnsafeMutablePointer<Scalar>
  ) {
    (self.n, self.steps, self.leading) = (n, steps, leading)
    self.a = a
    self.w = w
    sums = w + steps * n
    ones = sums + steps
    partial = ones + Self.parts
    ones.update(repeating: 1, count: Self.parts)
  }

  /// Makes column i (d, e, 0, …) from the diagonal on; returns d, e and τ.
  func reduceColumn(_ i: Int) -> (Scalar, Scalar, Scalar) {
    let column = a + i * leading + i
    Self.transposedProduct(i, n - i, a + i, leading, w + i, n, alpha: -1, to: column)
    Self.transposedProduct(i, n - i, w + i, n, a + i, leading, alpha: -1, to: column)
    let (next, count) = (i + 1, n - i - 1)
    let v = column + 1
    let tau = Kernels.larfg(n: count, alpha: v, v + 1, stride: 1)
    let e = v[0]
    v[0] = 1
    // Row i of W: τ (A v − Vᵀ (W v) − Wᵀ (V v)), less half of what it has of v.
    let result = w + i * n + next
    multiplyRest(next, v, to: result)
    Self.product(i, count, w + next, n, v, to: sums)
    Self.transposedProduct(i, count, a + next, leading, sums, 1, alpha: -1, to: result)
    Self.product(i, count, a + next, leading, v, to: sums)
    Self.transposedProduct(i, count, w + next, n, sums, 1, alpha: -1, to: result)
    let half = -tau * tau * Kernels.dot(count: count, result, v) / 2
    Kernels.axpby(count: count, half, v, tau, result)
    return (column[0], e, tau)
  }

  /// The product of the remaining matrix, from row `first` on, with a vector.
  private func multiplyRest(
    _ first: Int, _ x: UnsafePointer<Scalar>, to result: UnsafeMutablePointer<Scalar>
  ) {
    let count = n - first
    let rest = a + first * (leading + 1)
    // Equal parts of the triangle.
    func bound(_ part: Int) -> Int {
      let left = 1 - Double(part) / Double(Self.parts)
      return count - Int(Double(count) * left.squareRoot())
    }
    ThreadPool.shared.run(parts: Self.parts) { part in
      let (start, end) = (bound(part), bound(part + 1))
      let sum = partial + part * n + start
      UnsafeMutableRawPointer(sum).initializeMemory(
        as: UInt8.self, repeating: 0, count: (count - start) * MemoryLayout<Scalar>.stride)
      Kernels.symmetricRows(
        rows: end - start, n: count - start, rest + start * (leading + 1), leadingA: leading,
        x + start, sum)
    }
    for part in 0..<Self.parts {
      let (start, end) = (bound(part), bound(part + 1))
      Self.transposedProduct(
        part + 1, end - start, partial + start, n, ones, 1, alpha: 1, beta: 0, to: result + start)
    }
  }

  /// Subtracts Vᵀ W + Wᵀ V from what is left of the matrix.
  func updateRest() {
    let strips = (n - steps + Self.strip - 1) / Self.strip
    ThreadPool.shared.run(parts: strips) { part in
      let first = steps + part * Self.strip
      let height = min(n, first + Self.strip) - first
      let target = a + first * (leading + 1)
      var product = ProductShape(transposeA: true, m: height, n: n - first, k: steps)
      (product.leadingA, product.leadingB, product.leadingC) = (leading, n, leading)
      Kernels.gemm(product, alpha: -1, a + first, w + first, beta: 1, target)
      (product.leadingA, product.leadingB) = (n, leading)
      Kernels.gemm(product, alpha: -1, w + first, a + first, beta: 1, target)
    }
  }

  /// result = A · x for a row-major A.
  private static func product(
    _ rows: Int, _ columns: Int, _ a: UnsafePointer<Scalar>, _ leading: Int,
    _ x: UnsafePointer<Scalar>, to result: UnsafeMutablePointer<Scalar>
  ) {
    guard rows > 0 && columns > 0 else { return }
    Kernels.gemv(
      transposed: false, rows: rows, columns: columns, leadingExtent: leading, alpha: 1, a, x,
      xStride: 1, beta: 0, result, yStride: 1)
  }

  /// result = α Aᵀ · x + β result for a row-major A.
  private static func transposedProduct(
    _ rows: Int, _ columns: Int, _ a: UnsafePointer<Scalar>, _ leading: Int,
    _ x: UnsafePointer<Scalar>, _ xStride: Int, alpha: Scalar, beta: Scalar = 1,
    to result: UnsafeMutablePointer<Scalar>
  ) {
    guard rows > 0 && columns > 0 else { return }
    Kernels.gemv(
      transposed: true, rows: rows, columns: columns, leadingExtent: leading, alpha: alpha, a, x,
      xStride: xStride, beta: beta, result, yStride: 1)
  }
}
