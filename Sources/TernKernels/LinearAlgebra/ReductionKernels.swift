/// What LAPACK has for the steps by which large matrices are decomposed: their reduction to two
/// diagonals, the decomposition of those, and the way back. Matrices are column-major; everything
/// runs on the calling thread. Results are LAPACK's info: 0 for success, else how many values an
/// iteration has not found.
public protocol ReductionKernels {
  /// The type of the elements.
  associatedtype Scalar

  /// A reflection H = 1 − τ v vᵀ that turns (α, x) into (β, 0): v = (1, x after the call), β in
  /// the place of α; returns τ.
  static func larfg(
    n: Int, alpha: UnsafeMutablePointer<Scalar>, _ x: UnsafeMutablePointer<Scalar>, stride: Int
  ) -> Scalar

  /// A = Q · B · Pᵀ for m ≥ n, B with a diagonal d and an upper one e, the reflections in the
  /// place of A.
  static func gebrd(
    m: Int, n: Int, _ a: UnsafeMutablePointer<Scalar>, leadingA: Int,
    d: UnsafeMutablePointer<Scalar>, e: UnsafeMutablePointer<Scalar>,
    tauQ: UnsafeMutablePointer<Scalar>, tauP: UnsafeMutablePointer<Scalar>
  ) -> Int

  /// The singular value decomposition of a matrix with a diagonal d, which becomes the singular
  /// values, and an upper one e, which is destroyed.
  static func bdsdc(
    n: Int, d: UnsafeMutablePointer<Scalar>, e: UnsafeMutablePointer<Scalar>,
    u: UnsafeMutablePointer<Scalar>?, leadingU: Int, vT: UnsafeMutablePointer<Scalar>?,
    leadingVT: Int
  ) -> Int

  /// C = Q · C for the Q of a reduction by `gebrd`, whose columns were `reflectors`.
  static func multiplyByQ(
    m: Int, n: Int, reflectors: Int, _ a: UnsafePointer<Scalar>, leadingA: Int,
    tauQ: UnsafePointer<Scalar>, _ c: UnsafeMutablePointer<Scalar>, leadingC: Int
  ) -> Int

  /// C = C · P for the P of a reduction by `gebrd`, whose columns were `reflectors`.
  static func multiplyByP(
    m: Int, n: Int, reflectors: Int, _ a: UnsafePointer<Scalar>, leadingA: Int,
    tauP: UnsafePointer<Scalar>, _ c: UnsafeMutablePointer<Scalar>, leadingC: Int
  ) -> Int

  /// C = C · Pᵀ for the P of a reduction by `gebrd`, whose columns were `reflectors`.
  static func multiplyByPTransposed(
    m: Int, n: Int, reflectors: Int, _ a: UnsafePointer<Scalar>, leadingA: Int,
    tauP: UnsafePointer<Scalar>, _ c: UnsafeMutablePointer<Scalar>, leadingC: Int
  ) -> Int

  /// A = Q · T · Qᵀ for a symmetric A of which the lower triangle is read, T with a diagonal d and
  /// others e, the reflections in the place of A.
  static func sytrd(
    n: Int, _ a: UnsafeMutablePointer<Scalar>, leadingA: Int, d: UnsafeMutablePointer<Scalar>,
    e: UnsafeMutablePointer<Scalar>, tau: UnsafeMutablePointer<Scalar>
  ) -> Int

  /// The eigenvalues of a symmetric matrix with a diagonal d, which becomes them, ascending, and
  /// others e, which are destroyed; and its eigenvectors if there is a place for them.
  static func stedc(
    n: Int, d: UnsafeMutablePointer<Scalar>, e: UnsafeMutablePointer<Scalar>,
    vectors: UnsafeMutablePointer<Scalar>?
  ) -> Int

  /// C = Q · C for the Q of a reduction by `sytrd`.
  static func ormtr(
    m: Int, n: Int, _ a: UnsafePointer<Scalar>, leadingA: Int, tau: UnsafePointer<Scalar>,
    _ c: UnsafeMutablePointer<Scalar>, leadingC: Int
  ) -> Int

  /// Adds to y what `rows` rows of a symmetric row-major matrix of n × n, and their mirror images,
  /// make of x. Of each row the elements from the diagonal on are read, the first at a.
  static func symmetricRows(
    rows: Int, n: Int, _ a: UnsafePointer<Scalar>, leadingA: Int, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  )
}

extension LAPACKOption {
  /// Whether the vectors of the matrix itself are wanted.
  static func ownVectors(_ areWanted: Bool) -> CChar {
    CChar(bitPattern: areWanted ? UInt8(ascii: "I") : UInt8(ascii: "N"))
  }

  static let left = CChar(bitPattern: UInt8(ascii: "L"))
  static let right = CChar(bitPattern: UInt8(ascii: "R"))
  static let plain = CChar(bitPattern: UInt8(ascii: "N"))
  static let transposed = CChar(bitPattern: UInt8(ascii: "T"))
  static let p = CChar(bitPattern: UInt8(ascii: "P"))
  static let q = CChar(bitPattern: UInt8(ascii: "Q"))
}
