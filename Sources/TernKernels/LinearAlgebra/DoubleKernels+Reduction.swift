import CLAPACKE

extension DoubleKernels: ReductionKernels {
  /// A reflection that turns (α, x) into (β, 0); returns τ.
  public static func larfg(
    n: Int, alpha: UnsafeMutablePointer<Double>, _ x: UnsafeMutablePointer<Double>, stride: Int
  ) -> Double {
    var tau = 0.0
    _ = LAPACKE_dlarfg_work(Int32(n), alpha, x, Int32(stride), &tau)
    return tau
  }

  /// A = Q · B · Pᵀ for m ≥ n.
  public static func gebrd(
    m: Int, n: Int, _ a: UnsafeMutablePointer<Double>, leadingA: Int,
    d: UnsafeMutablePointer<Double>, e: UnsafeMutablePointer<Double>,
    tauQ: UnsafeMutablePointer<Double>, tauP: UnsafeMutablePointer<Double>
  ) -> Int {
    withLAPACKWorkspace { work, count in
      LAPACKE_dgebrd_work(
        LAPACK_COL_MAJOR, Int32(m), Int32(n), a, Int32(leadingA), d, e, tauQ, tauP, work, count)
    }
  }

  /// The singular value decomposition of a matrix with two diagonals.
  public static func bdsdc(
    n: Int, d: UnsafeMutablePointer<Double>, e: UnsafeMutablePointer<Double>,
    u: UnsafeMutablePointer<Double>?, leadingU: Int, vT: UnsafeMutablePointer<Double>?,
    leadingVT: Int
  ) -> Int {
    withWorkspace(of: Int32.self, count: 8 * n) { integers in
      withWorkspace(of: Double.self, count: 3 * n * n + 4 * n) { work in
        Int(
          LAPACKE_dbdsdc_work(
            LAPACK_COL_MAJOR, LAPACKOption.upper, LAPACKOption.ownVectors(u != nil),
            Int32(n), d, e, u, Int32(leadingU), vT, Int32(leadingVT), nil, nil, work, integers))
      }
    }
  }

  /// C = Q · C for the Q of a reduction to two diagonals.
  public static func multiplyByQ(
    m: Int, n: Int, reflectors: Int, _ a: UnsafePointer<Double>, leadingA: Int,
    tauQ: UnsafePointer<Double>, _ c: UnsafeMutablePointer<Double>, leadingC: Int
  ) -> Int {
    withLAPACKWorkspace { work, count in
      LAPACKE_dormbr_work(
        LAPACK_COL_MAJOR, LAPACKOption.q, LAPACKOption.left, LAPACKOption.plain, Int32(m), Int32(n),
        Int32(reflectors), a, Int32(leadingA), tauQ, c, Int32(leadingC), work, count)
    }
  }

  /// C = C · P for the P of a reduction to two diagonals.
  public static func multiplyByP(
    m: Int, n: Int, reflectors: Int, _ a: UnsafePointer<Double>, leadingA: Int,
    tauP: UnsafePointer<Double>, _ c: UnsafeMutablePointer<Double>, leadingC: Int
  ) -> Int {
    withLAPACKWorkspace { work, count in
      LAPACKE_dormbr_work(
        LAPACK_COL_MAJOR, LAPACKOption.p, LAPACKOption.right, LAPACKOption.plain, Int32(m),
        Int32(n), Int32(reflectors), a, Int32(leadingA), tauP, c, Int32(leadingC), work, count)
    }
  }

  /// C = C · Pᵀ for the P of a reduction to two diagonals.
  public static func multiplyByPTransposed(
    m: Int, n: Int, reflectors: Int, _ a: UnsafePointer<Double>, leadingA: Int,
    tauP: UnsafePointer<Double>, _ c: UnsafeMutablePointer<Double>, leadingC: Int
  ) -> Int {
    withLAPACKWorkspace { work, count in
      LAPACKE_dormbr_work(
        LAPACK_COL_MAJOR, LAPACKOption.p, LAPACKOption.right, LAPACKOption.transposed, Int32(m),
        Int32(n), Int32(reflectors), a, Int32(leadingA), tauP, c, Int32(leadingC), work, count)
    }
  }

  /// A = Q · T · Qᵀ for a symmetric A.
  public static func sytrd(
    n: Int, _ a: UnsafeMutablePointer<Double>, leadingA: Int, d: UnsafeMutablePointer<Double>,
    e: UnsafeMutablePointer<Double>, tau: UnsafeMutablePointer<Double>
  ) -> Int {
    withLAPACKWorkspace { work, count in
      LAPACKE_dsytrd_work(
        LAPACK_COL_MAJOR, LAPACKOption.lower, Int32(n), a, Int32(leadingA), d, e, tau, work, count)
    }
  }

  /// The eigenvalues, and the vectors, of a symmetric matrix with three diagonals.
  public static func stedc(
    n: Int, d: UnsafeMutablePointer<Double>, e: UnsafeMutablePointer<Double>,
    vectors: UnsafeMutablePointer<Double>?
  ) -> Int {
    guard vectors != nil else { return Int(LAPACKE_dsterf_work(Int32(n), d, e)) }
    return withLAPACKWorkspace { work, count, integers, integerCount in
      LAPACKE_dstedc_work(
        LAPACK_COL_MAJOR, LAPACKOption.ownVectors(true), Int32(n), d, e, vectors, Int32(n),
        work, count, integers, integerCount)
    }
  }

  /// C = Q · C for the Q of a reduction to three diagonals.
  public static func ormtr(
    m: Int, n: Int, _ a: UnsafePointer<Double>, leadingA: Int, tau: UnsafePointer<Double>,
    _ c: UnsafeMutablePointer<Double>, leadingC: Int
  ) -> Int {
    withLAPACKWorkspace { work, count in
      LAPACKE_dormtr_work(
        LAPACK_COL_MAJOR, LAPACKOption.left, LAPACKOption.lower, LAPACKOption.plain, Int32(m),
        Int32(n), a, Int32(leadingA), tau, c, Int32(leadingC), work, count)
    }
  }

  /// Adds to y what some rows of a symmetric matrix, and their mirror images, make of x.
  public static func symmetricRows(
    rows: Int, n: Int, _ a: UnsafePointer<Double>, leadingA: Int, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    table.symmetric_rows(rows, n, a, leadingA, x, y)
  }
}
