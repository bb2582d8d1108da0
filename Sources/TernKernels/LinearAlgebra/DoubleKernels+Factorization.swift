import CLAPACKE
import COpenBLAS

extension DoubleKernels: FactorizationKernels {
  /// Copies an array, if there is a place for the copy, and says whether all elements are finite.
  public static func copyFinite(
    count: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>?
  ) -> Bool {
    table.copy_finite(count, x, y)
  }

  /// A = P L U of a row-major panel, in its place.
  public static func luPanel(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Double>, leadingA: Int,
    pivots: UnsafeMutablePointer<Int32>, scratch: UnsafeMutablePointer<Double>
  ) -> Int {
    table.lu_panel(rows, columns, a, leadingA, pivots, scratch)
  }

  /// Exchanges rows i and pivots[i] in order, or in reverse.
  public static func swapRows(
    columns: Int, _ a: UnsafeMutablePointer<Double>, leadingA: Int, count: Int,
    pivots: UnsafePointer<Int32>, backward: Bool
  ) {
    table.swap_rows(columns, a, leadingA, count, pivots, backward)
  }

  /// A = Q R of a row-major panel, in its place.
  public static func qrPanel(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Double>, leadingA: Int,
    t: UnsafeMutablePointer<Double>, leadingT: Int, scratch: UnsafeMutablePointer<Double>
  ) {
    table.qr_panel(rows, columns, a, leadingA, t, leadingT, scratch)
  }

  /// V with its zeros and ones, contiguous, from what `qrPanel` leaves of it.
  public static func copyReflectors(
    rows: Int, columns: Int, _ a: UnsafePointer<Double>, leadingA: Int,
    _ v: UnsafeMutablePointer<Double>
  ) {
    table.copy_reflectors(rows, columns, a, leadingA, v)
  }

  /// Replaces rows B by op(A)⁻¹ B for a small triangle.
  public static func solveTriangle(
    _ triangle: Triangle<Double>, columns: Int, _ b: UnsafeMutablePointer<Double>, leadingB: Int
  ) {
    table.solve_triangle(
      triangle.n, columns, triangle.elements, triangle.rowStep, triangle.columnStep,
      !triangle.isLower, triangle.isUnit, b, leadingB)
  }

  /// Replaces a vector by op(A)⁻¹ of it.
  public static func trsv(_ triangle: Triangle<Double>, _ x: UnsafeMutablePointer<Double>) {
    prepareOpenBLAS()
    cblas_dtrsv(
      CblasRowMajor, triangle.storedLower ? CblasLower : CblasUpper,
      triangle.isTransposed ? CblasTrans : CblasNoTrans,
      triangle.isUnit ? CblasUnit : CblasNonUnit, blasint(triangle.n), triangle.elements,
      blasint(triangle.leading), x, 1)
  }

  /// Replaces B by B · op(A)⁻¹.
  public static func trsmRight(
    _ triangle: Triangle<Double>, rows: Int, _ b: UnsafeMutablePointer<Double>, leadingB: Int
  ) {
    prepareOpenBLAS()
    cblas_dtrsm(
      CblasRowMajor, CblasRight, triangle.storedLower ? CblasLower : CblasUpper,
      triangle.isTransposed ? CblasTrans : CblasNoTrans,
      triangle.isUnit ? CblasUnit : CblasNonUnit, blasint(rows), blasint(triangle.n), 1,
      triangle.elements, blasint(triangle.leading), b, blasint(leadingB))
  }

  /// The solutions of many small systems, or the inverses if there are no right sides.
  public static func solveSmall(
    n: Int, k: Int, count: Int, _ a: UnsafePointer<Double>, strideA: Int,
    _ b: UnsafePointer<Double>?, strideB: Int, _ x: UnsafeMutablePointer<Double>,
    info: UnsafeMutablePointer<Int32>
  ) -> SmallSystemsFindings {
    SmallSystemsFindings(
      rawValue: table.solve_small(n, k, count, a, strideA, b, strideB, x, info))
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
