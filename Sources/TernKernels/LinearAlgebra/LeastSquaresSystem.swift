/// Least squares with a large matrix of full rank, on all threads.
///
/// A = Q₁ R by Householder's reflectors, R = P · Bᵀ · Qᵀ with a bidiagonal B: the singular values are
/// those of B, and X = Q · B⁻ᵀ · Pᵀ · Q₁ᵀ · B is found by substitution (Golub and Kahan,
/// "Calculating the singular values and pseudo-inverse of a matrix", 1965).
package enum LeastSquaresSystem<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Columns from which on this is faster than LAPACK's divide and conquer on one thread.
  private static var large: Int { 384 }

  /// Replaces the first `columns` rows of B, row-major as A, by the solution; A is destroyed.
  /// Returns false, with nothing done that counts, if the matrix is none of full rank, of at least
  /// as many rows as columns, that is worth it.
  package static func solve(
    rows: Int, columns: Int, rightSides: Int, _ a: UnsafeMutablePointer<Scalar>,
    _ b: UnsafeMutablePointer<Scalar>, singularValues: UnsafeMutablePointer<Scalar>,
    cutoff: Scalar
  ) -> Bool {
    let n = columns
    guard n >= large, rows >= n, rows * n < Int(Int32.max),
      SingularValues<Kernels>.isFarFromOverflow(count: rows * n, a)
    else { return false }
    prepareOpenBLAS()
    withWorkspace(of: Scalar.self, count: QR<Kernels>.block * n) { t in
      QR<Kernels>.factor(rows: rows, columns: n, a, t: t)
      QR<Kernels>.multiply(
        rows: rows, columns: n, a, t: t, transposed: true, columnsOfC: rightSides, b)
    }
    for row in 1..<n { (a + row * n).update(repeating: 0, count: row) }
    return withWorkspace(of: Scalar.self, count: 5 * n) { d in
      // Column-major, the matrix is Rᵀ = Q B Pᵀ.
      let (e, tauQ, tauP, lost) = (d + n, d + 2 * n, d + 3 * n, d + 4 * n)
      let info = Bidiagonalization<Kernels>.reduce(
        m: n, n: n, a, d: d, e: e, tauQ: tauQ, tauP: tauP)
      guard info == 0 else { return false }
      singularValues.update(from: d, count: n)
      lost.update(from: e, count: n)
      let isFound = Kernels.bdsdc(
        n: n, d: singularValues, e: lost, u: nil, leadingU: n, vT: nil, leadingVT: n)
      guard isFound == 0, singularValues[n - 1] > cutoff * singularValues[0] else { return false }
      // Row-major, B is its transpose in columns.
      guard
        Kernels.multiplyByP(
          m: rightSides, n: n, reflectors: n, a, leadingA: n, tauP: tauP, b, leadingC: rightSides)
          == 0
      else { return false }
      substitute(n: n, rightSides: rightSides, d: d, e: e, b)
      return multiplyByQ(n: n, rightSides: rightSides, a, tauQ: tauQ, b)
    }
  }

  /// Replaces the rows of B by B⁻ᵀ B for the bidiagonal B with a diagonal d and an upper one e.
  private static func substitute(
    n: Int, rightSides: Int, d: UnsafePointer<Scalar>, e: UnsafePointer<Scalar>,
    _ b: UnsafeMutablePointer<Scalar>
  ) {
    for row in 0..<n {
      let own = b + row * rightSides
      if row > 0 {
        Kernels.axpby(
          count: rightSides, -e[row - 1] / d[row], own - rightSides, 1 / d[row], own)
      } else {
        Kernels.axpby(count: rightSides, 0, own, 1 / d[row], own)
      }
    }
  }

  /// Replaces the rows of B by Q B; whether LAPACK did.
  private static func multiplyByQ(
    n: Int, rightSides: Int, _ a: UnsafePointer<Scalar>, tauQ: UnsafePointer<Scalar>,
    _ b: UnsafeMutablePointer<Scalar>
  ) -> Bool {
    let size = MemoryLayout<Scalar>.stride
    return withWorkspace(of: Scalar.self, count: n * rightSides) { x in
      Memory.transpose(size: size, rows: n, columns: rightSides, b, x)
      let info = Kernels.multiplyByQ(
        m: n, n: rightSides, reflectors: n, a, leadingA: n, tauQ: tauQ, x, leadingC: n)
      Memory.transpose(size: size, rows: rightSides, columns: n, x, b)
      return info == 0
    }
  }
}
