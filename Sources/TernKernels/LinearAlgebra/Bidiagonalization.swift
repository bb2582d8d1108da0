/// The reduction of a large matrix to two diagonals, A = Q · B · Pᵀ, on all threads.
///
/// As LAPACK's xGEBRD, a block of columns and rows at a time (Dongarra, Sorensen and Hammarling,
/// "Block reduction of matrices to condensed forms for eigenvalue computations", 1989). Half of the
/// work is two products of the remaining matrix with a vector for each column, which read it from
/// memory each time: threads share those, each taking part of the outputs, as well as the products
/// that end a block. No sum is divided.
enum Bidiagonalization<Kernels: FloatingKernels> {
  typealias Scalar = Kernels.Scalar

  /// Columns and rows of a block.
  private static var block: Int { 24 }
  /// What is left to LAPACK in the end.
  private static var smallest: Int { 96 }

  /// Reduces a column-major matrix of m × n, m ≥ n, in its place, with LAPACK's layout.
  static func reduce(
    m: Int, n: Int, _ a: UnsafeMutablePointer<Scalar>, d: UnsafeMutablePointer<Scalar>,
    e: UnsafeMutablePointer<Scalar>, tauQ: UnsafeMutablePointer<Scalar>,
    tauP: UnsafeMutablePointer<Scalar>
  ) -> Int {
    var first = 0
    withWorkspace(of: Scalar.self, count: block * (m + n + 2) + n) { x in
      while n - first > smallest + block {
        let panel = BidiagonalPanel<Kernels>(
          m: m - first, n: n - first, steps: block, leading: m, a: a + first * (m + 1), x: x)
        for i in 0..<block {
          let place = first + i
          (d[place], tauQ[place]) = panel.reduceColumn(i)
          (e[place], tauP[place]) = panel.reduceRow(i)
        }
        panel.updateRest()
        for place in first..<first + block {
          a[place * (m + 1)] = d[place]
          a[place * (m + 1) + m] = e[place]
        }
        first += block
      }
    }
    return Kernels.gebrd(
      m: m - first, n: n - first, a + first * (m + 1), leadingA: m, d: d + first, e: e + first,
      tauQ: tauQ + first, tauP: tauP + first)
  }
}

/// A block of a reduction to two diagonals.
///
/// The matrix is seen as row-major: row j is column j of LAPACK's. The reflections V of columns are
/// in its first rows and those of rows, U, in its first columns. The remaining matrix is that before
/// the block less Yᵀ V + U X, X and Y with a row for each step.
private struct BidiagonalPanel<Kernels: FloatingKernels> {
  typealias Scalar = Kernels.Scalar

  /// Extents of the remaining matrix, `n` of the rows seen here and `m` of their elements.
  let m: Int
  let n: Int
  let steps: Int
  let leading: Int
  let a: UnsafeMutablePointer<Scalar>
  let x: UnsafeMutablePointer<Scalar>
  let y: UnsafeMutablePointer<Scalar>
  /// Products of a reflection with all before it, twice.
  private let sums: UnsafeMutablePointer<Scalar>
  /// A reflection of a row, without gaps.
  private let u: UnsafeMutablePointer<Scalar>

  /// `x` has room for steps · (m + n + 2) + n elements.
  init(
    m: Int, n: Int, steps: Int, leading: Int, a: UnsafeMutablePointer<Scalar>,
    x: UnsafeMutablePointer<Scalar>
  ) {
    (self.m, self.n, self.steps, self.leading) = (m, n, steps, leading)
    self.a = a
    self.x = x
    y = x + steps * m
    sums = y + steps * n
    u = sums + 2 * steps
  }

  /// Makes column i (d, 0, …) from the diagonal on; returns d and τ.
  func reduceColumn(_ i: Int) -> (Scalar, Scalar) {
    let v = a + i * leading + i
    let (count, rest) = (m - i, n - i - 1)
    transposedProduct(i, count, a + i, leading, y + i, n, alpha: -1, to: v)
    transposedProduct(i, count, x + i, m, a + i * leading, 1, alpha: -1, to: v)
    let tau = Kernels.larfg(n: count, alpha: v, v + 1, stride: 1)
    let d = v[0]
    v[0] = 1
    // Row i of Y: τ (A v − Yᵀ (V v) − U (X v)).
    let (ofV, ofX) = (sums, sums + steps)
    product(i, count, a + i, leading, v, 1, alpha: 1, beta: 0, to: ofV)
    product(i, count, x + i, m, v, 1, alpha: 1, beta: 0, to: ofX)
    ThreadPool.shared.split(rest, grain: Self.grain(count), multiple: 8) { part in
      let (first, own) = (i + 1 + part.lowerBound, part.count)
      let (rows, result) = (a + first * leading, y + i * n + first)
      product(own, count, rows + i, leading, v, 1, alpha: tau, beta: 0, to: result)
      transposedProduct(i, own, y + first, n, ofV, 1, alpha: -tau, to: result)
      product(own, i, rows, leading, ofX, 1, alpha: -tau, to: result)
    }
    return (d, tau)
  }

  /// Makes row i (e, 0, …) to the right of the diagonal; returns e and τ.
  func reduceRow(_ i: Int) -> (Scalar, Scalar) {
    let row = a + (i + 1) * leading + i
    let (count, rest) = (n - i - 1, m - i - 1)
    transposedProduct(
      i + 1, count, y + i + 1, n, a + i, leading, alpha: -1, to: row, stride: leading)
    product(count, i, row - i, leading, x + i, m, alpha: -1, to: row, stride: leading)
    let tau = Kernels.larfg(n: count, alpha: row, row + leading, stride: leading)
    let e = row[0]
    row[0] = 1
    Memory.copyFromStrided(
      size: MemoryLayout<Scalar>.stride, extents: [count], strides: [leading], row, u)
    // Row i of X: τ (Aᵀ u − Vᵀ (Y u) − Xᵀ (Uᵀ u)).
    let (ofY, ofU) = (sums, sums + steps)
    product(i + 1, count, y + i + 1, n, u, 1, alpha: 1, beta: 0, to: ofY)
    transposedProduct(count, i, row - i, leading, u, 1, alpha: 1, beta: 0, to: ofU)
    ThreadPool.shared.split(rest, grain: Self.grain(count), multiple: 8) { part in
      let (first, own) = (i + 1 + part.lowerBound, part.count)
      let result = x + i * m + first
      transposedProduct(
        count, own, a + (i + 1) * leading + first, leading, u, 1, alpha: tau, beta: 0, to: result)
      transposedProduct(i + 1, own, a + first, leading, ofY, 1, alpha: -tau, to: result)
      transposedProduct(i, own, x + first, m, ofU, 1, alpha: -tau, to: result)
    }
    return (e, tau)
  }

  /// Subtracts Yᵀ V + U X from what is left of the matrix.
  func updateRest() {
    let (rows, columns) = (n - steps, m - steps)
    ThreadPool.shared.split(rows, grain: 32, multiple: 16) { part in
      let first = steps + part.lowerBound
      let target = a + first * leading + steps
      var product = ProductShape(transposeA: true, m: part.count, n: columns, k: steps)
      (product.leadingA, product.leadingB, product.leadingC) = (n, leading, leading)
      Kernels.gemm(product, alpha: -1, y + first, a + steps, beta: 1, target)
      product.transposeA = false
      (product.leadingA, product.leadingB) = (leading, m)
      Kernels.gemm(product, alpha: -1, a + first * leading, x + steps, beta: 1, target)
    }
  }

  /// Outputs that make a product with vectors of some elements worth a thread's while.
  private static func grain(_ count: Int) -> Int { max(16, (1 << 14) / count) }

  /// result = α A · x + β result for a row-major A.
  private func product(
    _ rows: Int, _ columns: Int, _ a: UnsafePointer<Scalar>, _ leading: Int,
    _ x: UnsafePointer<Scalar>, _ xStride: Int, alpha: Scalar, beta: Scalar = 1,
    to result: UnsafeMutablePointer<Scalar>, stride: Int = 1
  ) {
    guard rows > 0 && columns > 0 else { return }
    Kernels.gemv(
      transposed: false, rows: rows, columns: columns, leadingExtent: leading, alpha: alpha, a, x,
      xStride: xStride, beta: beta, result, yStride: stride)
  }

  /// result = α Aᵀ · x + β result for a row-major A.
  private func transposedProduct(
    _ rows: Int, _ columns: Int, _ a: UnsafePointer<Scalar>, _ leading: Int,
    _ x: UnsafePointer<Scalar>, _ xStride: Int, alpha: Scalar, beta: Scalar = 1,
    to result: UnsafeMutablePointer<Scalar>, stride: Int = 1
  ) {
    guard rows > 0 && columns > 0 else { return }
    Kernels.gemv(
      transposed: true, rows: rows, columns: columns, leadingExtent: leading, alpha: alpha, a, x,
      xStride: xStride, beta: beta, result, yStride: stride)
  }
}
