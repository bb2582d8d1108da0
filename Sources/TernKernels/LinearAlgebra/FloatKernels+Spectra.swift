import CLAPACKE

extension FloatKernels: SpectralKernels {
  /// The singular value decomposition of a row-major matrix.
  public static func gesdd(
    _ vectors: SingularVectors, rows: Int, columns: Int, _ a: UnsafeMutablePointer<Float>,
    _ s: UnsafeMutablePointer<Float>, u: UnsafeMutablePointer<Float>?,
    vT: UnsafeMutablePointer<Float>?
  ) -> Int {
    prepareOpenBLAS()
    // LAPACK sees Aᵀ = V · diag(s) · Uᵀ: the columns of V are the rows of Vᵀ here.
    let counts = vectors.counts(rows: rows, columns: columns)
    return withWorkspace(of: Int32.self, count: max(1, 8 * min(rows, columns))) { integers in
      withLAPACKWorkspace { work, count in
        LAPACKE_sgesdd_work(
          LAPACK_COL_MAJOR, vectors.job, Int32(columns), Int32(rows), a, Int32(max(1, columns)), s,
          vT, Int32(max(1, columns)), u, Int32(max(1, counts.u)), work, count, integers)
      }
    }
  }

  /// The eigenvalues of a symmetric column-major matrix, and its eigenvectors.
  public static func syevd(
    vectors: Bool, n: Int, _ a: UnsafeMutablePointer<Float>, _ w: UnsafeMutablePointer<Float>
  ) -> Int {
    prepareOpenBLAS()
    return withLAPACKWorkspace { work, count, integers, integerCount in
      LAPACKE_ssyevd_work(
        LAPACK_COL_MAJOR, LAPACKOption.vectors(vectors), LAPACKOption.lower, Int32(n), a,
        Int32(max(1, n)), w, work, count, integers, integerCount)
    }
  }

  /// The eigenvalues of a column-major matrix, and its eigenvectors.
  public static func geev(
    n: Int, _ a: UnsafeMutablePointer<Float>, real: UnsafeMutablePointer<Float>,
    imaginary: UnsafeMutablePointer<Float>, vectors: UnsafeMutablePointer<Float>?
  ) -> Int {
    prepareOpenBLAS()
    let extent = Int32(max(1, n))
    return withLAPACKWorkspace { work, count in
      LAPACKE_sgeev_work(
        LAPACK_COL_MAJOR, LAPACKOption.vectors(false), LAPACKOption.vectors(vectors != nil),
        Int32(n), a, extent, real, imaginary, nil, 1, vectors, extent, work, count)
    }
  }

  /// The real Schur form of a column-major matrix.
  public static func gees(
    n: Int, _ a: UnsafeMutablePointer<Float>, q: UnsafeMutablePointer<Float>
  ) -> Int {
    prepareOpenBLAS()
    let extent = Int32(max(1, n))
    var selected: Int32 = 0
    return withWorkspace(of: Float.self, count: 2 * max(1, n)) { values in
      withLAPACKWorkspace { work, count in
        LAPACKE_sgees_work(
          LAPACK_COL_MAJOR, LAPACKOption.vectors(true), LAPACKOption.unsorted, nil, Int32(n), a,
          extent, &selected, values, values + n, q, extent, work, count, nil)
      }
    }
  }
}
