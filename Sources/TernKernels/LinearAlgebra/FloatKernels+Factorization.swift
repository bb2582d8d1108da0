import CLAPACKE
import COpenBLAS

extension FloatKernels: FactorizationKernels {
  /// Copies an array, if there is a place for the copy, and says whether all elements are finite.
  public static func copyFinite(
    count: Int, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>?
  ) -> Bool {
    table.copy_finite(count, x, y)
  }

  /// A = P L U of a row-major panel, in its place.
  public static func luPanel(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Float>, leadingA: Int,
    pivots: UnsafeMutablePointer<Int32>, scratch: UnsafeMutablePointer<Float>
  ) -> Int {
    table.lu_panel(rows, columns, a, leadingA, pivots, scratch)
  }

  /// Exchanges rows i and pivots[i] in order, or in reverse.
  public static func swapRows(
    columns: Int, _ a: UnsafeMutablePointer<Float>, leadingA: Int, count: Int,
    pivots: UnsafePointer<Int32>, backward: Bool
  ) {
    table.swap_rows(columns, a, leadingA, count, pivots, backward)
  }

  /// A = Q R of a row-major panel, in its place.
  public static func qrPanel(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Float>, leadingA: Int,
    t: UnsafeMutablePointer<Float>, leadingT: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    table.qr_panel(rows, columns, a, leadingA, t, leadingT, scratch)
  }

  /// V with its zeros and ones, contiguous, from what `qrPanel` leaves of it.
  public static func copyReflectors(
    rows: Int, columns: Int, _ a: UnsafePointer<Float>, leadingA: Int,
    _ v: UnsafeMutablePointer<Float>
  ) {
    table.copy_reflectors(rows, columns, a, leadingA, v)
  }

  /// Replaces rows B by op(A)⁻¹ B for a small triangle.
  public static func solveTriangle(
    _ triangle: Triangle<Float>, columns: Int, _ b: UnsafeMutablePointer<Float>, leadingB: Int
  ) {
    table.solve_triangle(
      triangle.n, columns, triangle.elements, triangle.rowStep, triangle.columnStep,
      !triangle.isLower, triangle.isUnit, b, leadingB)
  }

  /// Replaces a vector by op(A)⁻¹ of it.
  public static func trsv(_ triangle: Triangle<Float>, _ x: UnsafeMutablePointer<Float>) {
    prepareOpenBLAS()
    cblas_strsv(
      CblasRowMajor, triangle.storedLower ? CblasLower : CblasUpper,
      triangle.isTransposed ? CblasTrans : CblasNoTrans,
      triangle.isUnit ? CblasUnit : CblasNonUnit, blasint(triangle.n), triangle.elements,
      blasint(triangle.leading), x, 1)
  }

  /// Replaces B by B · op(A)⁻¹.
  public static func trsmRight(
    _ triangle: Triangle<Float>, rows: Int, _ b: UnsafeMutablePointer<Float>, leadingB: Int
  ) {
    prepareOpenBLAS()
    cblas_strsm(
      CblasRowMajor, CblasRight, triangle.storedLower ? CblasLower : CblasUpper,
      triangle.isTransposed ? CblasTrans : CblasNoTrans,
      triangle.isUnit ? CblasUnit : CblasNonUnit, blasint(rows), blasint(triangle.n), 1,
      triangle.elements, blasint(triangle.leading), b, blasint(leadingB))
  }

  /// The solutions of many small systems, or the inverses if there are no right sides.
  public static func solveSmall(
    n: Int, k: Int, count: Int, _ a: UnsafePointer<Float>, strideA: Int,
    _ b: UnsafePointer<Float>?, strideB: Int, _ x: UnsafeMutablePointer<Float>,
    info: UnsafeMutablePointer<Int32>
  ) -> SmallSystemsFindings {
    SmallSystemsFindings(
      rawValue: table.solve_small(n, k, count, a, strideA, b, strideB, x, info))
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
