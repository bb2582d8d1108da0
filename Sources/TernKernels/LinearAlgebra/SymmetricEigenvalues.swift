/// Eigenvalues and eigenvectors of symmetric matrices.
package enum SymmetricEigenvalues<Kernels: FloatingKernels> {
  package typealias Scalar = Kernels.Scalar

  /// Rows from which on the steps of the decomposition are shared among threads.
  private static var large: Int { 384 }

  /// The eigenvalues in ascending order of a column-major matrix of which the lower triangle is
  /// read, and which is destroyed; its eigenvectors in the rows of `vectors`, if there is a place for
  /// them. Returns LAPACK's info.
  package static func decompose(
    n: Int, _ a: UnsafeMutablePointer<Scalar>, _ w: UnsafeMutablePointer<Scalar>,
    vectors: UnsafeMutablePointer<Scalar>?
  ) -> Int {
    guard n >= large, SingularValues<Kernels>.isFarFromOverflow(count: n * n, a) else {
      let info = Kernels.syevd(vectors: vectors != nil, n: n, a, w)
      vectors?.update(from: a, count: n * n)
      return info
    }
    prepareOpenBLAS()
    return withWorkspace(of: Scalar.self, count: 2 * n) { e in
      let tau = e + n
      var info = Tridiagonalization<Kernels>.reduce(n: n, a, d: w, e: e, tau: tau)
      guard info == 0 else { return info }
      info = Kernels.stedc(n: n, d: w, e: e, vectors: vectors)
      guard info == 0, let vectors else { return info }
      // LAPACK's columns are rows here.
      ThreadPool.shared.split(n, grain: 16) { rows in
        withOwnReflections(count: n * n, a) { a in
          _ = Kernels.ormtr(
            m: n, n: rows.count, a, leadingA: n, tau: tau, vectors + rows.lowerBound * n,
            leadingC: n)
        }
      }
      return 0
    }
  }
}
