/// Singular value decompositions of row-major matrices.
package enum SingularValues<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Singular values from which on the steps of the decomposition are shared among threads.
  private static var large: Int { 384 }

  /// A = U · diag(s) · Vᵀ of a matrix, which is destroyed; returns LAPACK's info. All U and Vᵀ, the
  /// first min(rows, columns), or none.
  package static func decompose(
    _ vectors: SingularVectors, rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>,
    _ s: UnsafeMutablePointer<Scalar>, u: UnsafeMutablePointer<Scalar>?,
    vT: UnsafeMutablePointer<Scalar>?
  ) -> Int {
    let (k, longer) = (min(rows, columns), max(rows, columns))
    // Of much longer than broad matrices LAPACK decomposes the R of their QR factorisation.
    guard k >= large, longer <= 3 * k / 2, vectors != .full || rows == columns,
      rows * columns < Int(Int32.max), isFarFromOverflow(count: rows * columns, a)
    else {
      return Kernels.gesdd(vectors, rows: rows, columns: columns, a, s, u: u, vT: vT)
    }
    prepareOpenBLAS()
    if rows <= columns { return decomposeBroad(n: rows, m: columns, a, s, u: u, vT: vT) }
    // A long one is the transpose of a broad one: Aᵀ = V · diag(s) · Uᵀ.
    return withWorkspace(of: Scalar.self, count: rows * columns) { broad in
      transpose(rows, columns, a, broad)
      guard let u, let vT else {
        return decomposeBroad(n: columns, m: rows, broad, s, u: nil, vT: nil)
      }
      return withWorkspace(of: Scalar.self, count: k * k) { v in
        let info = decomposeBroad(n: columns, m: rows, broad, s, u: v, vT: a)
        transpose(k, k, v, vT)
        transpose(k, rows, a, u)
        return info
      }
    }
  }

  /// For n ≤ m rows of m elements, which LAPACK sees as a matrix of m × n: A = Q · B · Pᵀ,
  /// B = U · diag(s) · Vᵀ, so that its left vectors, the rows of Vᵀ here, are those of Q · U.
  private static func decomposeBroad(
    n: Int, m: Int, _ a: UnsafeMutablePointer<Scalar>, _ s: UnsafeMutablePointer<Scalar>,
    u: UnsafeMutablePointer<Scalar>?, vT: UnsafeMutablePointer<Scalar>?
  ) -> Int {
    withWorkspace(of: Scalar.self, count: 3 * n) { e in
      let (tauQ, tauP) = (e + n, e + 2 * n)
      var info = Bidiagonalization<Kernels>.reduce(
        m: m, n: n, a, d: s, e: e, tauQ: tauQ, tauP: tauP)
      guard info == 0 else { return info }
      info = Kernels.bdsdc(n: n, d: s, e: e, u: vT, leadingU: m, vT: u, leadingVT: n)
      guard info == 0, let u, let vT else { return info }
      ThreadPool.shared.split(n, grain: 16) { rows in
        let part = vT + rows.lowerBound * m
        for row in 0..<rows.count { (part + row * m + n).update(repeating: 0, count: m - n) }
        withOwnReflections(count: m * n, a) { a in
          _ = Kernels.multiplyByQ(
            m: m, n: rows.count, reflectors: n, a, leadingA: m, tauQ: tauQ, part, leadingC: m)
        }
      }
      // Rows of LAPACK's are columns here.
      ThreadPool.shared.split(n, grain: 16, multiple: 8) { columns in
        withOwnReflections(count: m * n, a) { a in
          _ = Kernels.multiplyByPTransposed(
            m: columns.count, n: n, reflectors: n, a, leadingA: m, tauP: tauP,
            u + columns.lowerBound, leadingC: n)
        }
      }
      return 0
    }
  }

  /// Whether no sum of squares of elements can overflow, or lose all its digits by underflow.
  static func isFarFromOverflow(count: Int, _ a: UnsafePointer<Scalar>) -> Bool {
    let sum = Kernels.dot(count: count, a, a)
    let most = Scalar.greatestFiniteMagnitude.exponent / 2
    return sum == 0 || (sum.isFinite && sum.exponent.magnitude < most.magnitude)
  }

  private static func transpose(
    _ rows: Int, _ columns: Int, _ source: UnsafePointer<Scalar>,
    _ destination: UnsafeMutablePointer<Scalar>
  ) {
    Memory.transpose(
      size: MemoryLayout<Scalar>.stride, rows: rows, columns: columns, source, destination)
  }
}
