import CLAPACKE

extension DoubleKernels: FactorizationKernels {
  /// Copies an array, if there is a place for the copy, and says whether all elements are finite.
  public static func copyFinite(
    count: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>?
  ) -> Bool {
    table.copy_finite(count, x, y)
  }

  /// The lower Cholesky factor of a row-major matrix, in its place.
  public static func potrf(
    n: Int, _ a: UnsafeMutablePointer<Double>, leadingA: Int
  ) -> Int {
    prepareOpenBLAS()
    // The lower triangle of rows is the upper triangle of columns.
    return Int(
      LAPACKE_dpotrf_work(
        LAPACK_COL_MAJOR, LAPACKOption.upper, Int32(n), a, Int32(max(1, leadingA))))
  }

  /// The QR factorisation with column pivoting of a column-major matrix.
  public static func geqp3(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Double>,
    order: UnsafeMutablePointer<Int32>, factors: UnsafeMutablePointer<Double>
  ) -> Int {
    prepareOpenBLAS()
    return withLAPACKWorkspace { work, count in
      LAPACKE_dgeqp3_work(
        LAPACK_COL_MAJOR, Int32(rows), Int32(columns), a, Int32(max(1, rows)), order, factors,
        work, count)
    }
  }

  /// The columns of Q that reflectors make, column-major and in their place.
  public static func orgqr(
    rows: Int, columns: Int, reflectors: Int, _ a: UnsafeMutablePointer<Double>,
    factors: UnsafePointer<Double>
  ) -> Int {
    prepareOpenBLAS()
    return withLAPACKWorkspace { work, count in
      LAPACKE_dorgqr_work(
        LAPACK_COL_MAJOR, Int32(rows), Int32(columns), Int32(reflectors), a, Int32(max(1, rows)),
        factors, work, count)
    }
  }

  /// The solution of least squares and of least norm for a column-major matrix.
  public static func gelsd(
    rows: Int, columns: Int, rightSides: Int, _ a: UnsafeMutablePointer<Double>,
    _ b: UnsafeMutablePointer<Double>, singularValues: UnsafeMutablePointer<Double>,
    cutoff: Double, rank: inout Int32
  ) -> Int {
    prepareOpenBLAS()
    return withLAPACKWorkspace { work, count, integers in
      LAPACKE_dgelsd_work(
        LAPACK_COL_MAJOR, Int32(rows), Int32(columns), Int32(rightSides), a, Int32(max(1, rows)), b,
        Int32(max(1, rows, columns)), singularValues, cutoff, &rank, work, count, integers)
    }
  }

}
