import CLAPACKE

extension FloatKernels: FactorizationKernels {
  /// Copies an array, if there is a place for the copy, and says whether all elements are finite.
  public static func copyFinite(
    count: Int, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>?
  ) -> Bool {
    table.copy_finite(count, x, y)
  }

  /// The lower Cholesky factor of a row-major matrix, in its place.
  public static func potrf(
    n: Int, _ a: UnsafeMutablePointer<Float>, leadingA: Int
  ) -> Int {
    prepareOpenBLAS()
    // The lower triangle of rows is the upper triangle of columns.
    return Int(
      LAPACKE_spotrf_work(
        LAPACK_COL_MAJOR, LAPACKOption.upper, Int32(n), a, Int32(max(1, leadingA))))
  }

  /// The QR factorisation with column pivoting of a column-major matrix.
  public static func geqp3(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Float>,
    order: UnsafeMutablePointer<Int32>, factors: UnsafeMutablePointer<Float>
  ) -> Int {
    prepareOpenBLAS()
    return withLAPACKWorkspace { work, count in
      LAPACKE_sgeqp3_work(
        LAPACK_COL_MAJOR, Int32(rows), Int32(columns), a, Int32(max(1, rows)), order, factors,
        work, count)
    }
  }

  /// The columns of Q that reflectors make, column-major and in their place.
  public static func orgqr(
    rows: Int, columns: Int, reflectors: Int, _ a: UnsafeMutablePointer<Float>,
    factors: UnsafePointer<Float>
  ) -> Int {
    prepareOpenBLAS()
    return withLAPACKWorkspace { work, count in
      LAPACKE_sorgqr_work(
        LAPACK_COL_MAJOR, Int32(rows), Int32(columns), Int32(reflectors), a, Int32(max(1, rows)),
        factors, work, count)
    }
  }

  /// The solution of least squares and of least norm for a column-major matrix.
  public static func gelsd(
    rows: Int, columns: Int, rightSides: Int, _ a: UnsafeMutablePointer<Float>,
    _ b: UnsafeMutablePointer<Float>, singularValues: UnsafeMutablePointer<Float>,
    cutoff: Float, rank: inout Int32
  ) -> Int {
    prepareOpenBLAS()
    return withLAPACKWorkspace { work, count, integers in
      LAPACKE_sgelsd_work(
        LAPACK_COL_MAJOR, Int32(rows), Int32(columns), Int32(rightSides), a, Int32(max(1, rows)), b,
        Int32(max(1, rows, columns)), singularValues, cutoff, &rank, work, count, integers)
    }
  }

}
