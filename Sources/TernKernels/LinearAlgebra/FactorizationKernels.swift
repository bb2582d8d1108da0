/// What the factorisations of matrices need of a scalar type, on the calling thread.
///
/// Matrices of LAPACK are column-major. A row-major matrix is the transpose of a column-major one,
/// so it is either copied to its transpose, or the routine for the transpose is called: each
/// requirement says how it sees its matrix. Results are LAPACK's info: 0 for success.
public protocol FactorizationKernels {
  /// The type of the elements.
  associatedtype Scalar

  /// Copies an array, if there is a place for the copy, and says whether all elements are finite.
  static func copyFinite(
    count: Int, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>?
  ) -> Bool

  /// A = P L U of a row-major panel of at most 16 columns, in its place: 1 + the first pivot that
  /// is 0, or 0. The scratch memory has columns · (rows + 64) elements.
  static func luPanel(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>, leadingA: Int,
    pivots: UnsafeMutablePointer<Int32>, scratch: UnsafeMutablePointer<Scalar>
  ) -> Int

  /// Exchanges rows i and pivots[i] for i in 0..<count, or from the last to the first.
  static func swapRows(
    columns: Int, _ a: UnsafeMutablePointer<Scalar>, leadingA: Int, count: Int,
    pivots: UnsafePointer<Int32>, backward: Bool)

  /// A = Q R of a row-major panel of at most 16 columns and no fewer rows, in its place, with the
  /// matrix T of Q = 1 − V T Vᵀ. The scratch memory has columns · (rows + 64) elements.
  static func qrPanel(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>, leadingA: Int,
    t: UnsafeMutablePointer<Scalar>, leadingT: Int, scratch: UnsafeMutablePointer<Scalar>)

  /// V with its zeros and ones, contiguous, from what `qrPanel` leaves of it.
  static func copyReflectors(
    rows: Int, columns: Int, _ a: UnsafePointer<Scalar>, leadingA: Int,
    _ v: UnsafeMutablePointer<Scalar>)

  /// Replaces rows B of n × columns by op(A)⁻¹ B for a triangle of at most 32 rows.
  static func solveTriangle(
    _ triangle: Triangle<Scalar>, columns: Int, _ b: UnsafeMutablePointer<Scalar>, leadingB: Int)

  /// Replaces a vector by op(A)⁻¹ of it.
  static func trsv(_ triangle: Triangle<Scalar>, _ x: UnsafeMutablePointer<Scalar>)

  /// Replaces B, `rows` rows as long as A, by B · op(A)⁻¹.
  static func trsmRight(
    _ triangle: Triangle<Scalar>, rows: Int, _ b: UnsafeMutablePointer<Scalar>, leadingB: Int)

  /// The solutions of many systems of n ≤ 8 equations with k ≤ 8 right sides, or the inverses if
  /// there are none; `info` gets 1 + the first pivot that is 0, or 0, of each.
  static func solveSmall(
    n: Int, k: Int, count: Int, _ a: UnsafePointer<Scalar>, strideA: Int,
    _ b: UnsafePointer<Scalar>?, strideB: Int, _ x: UnsafeMutablePointer<Scalar>,
    info: UnsafeMutablePointer<Int32>
  ) -> SmallSystemsFindings

  /// The lower Cholesky factor L of a row-major matrix of n × n of which the lower triangle is
  /// read, in its place; the other triangle is left as it is. The info is the order of the first
  /// leading minor that is not positive.
  static func potrf(n: Int, _ a: UnsafeMutablePointer<Scalar>, leadingA: Int) -> Int

  /// The QR factorisation with column pivoting of a column-major matrix: R and the reflectors in
  /// its place, their factors, and the columns' new order, counted from 1 (all 0 before).
  static func geqp3(
    rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>,
    order: UnsafeMutablePointer<Int32>, factors: UnsafeMutablePointer<Scalar>
  ) -> Int

  /// The columns of Q, `columns` of them, that `reflectors` reflectors make, column-major and in
  /// their place.
  static func orgqr(
    rows: Int, columns: Int, reflectors: Int, _ a: UnsafeMutablePointer<Scalar>,
    factors: UnsafePointer<Scalar>
  ) -> Int

  /// The solution of least squares and of least norm for a column-major matrix, which is
  /// destroyed, and the right sides in the first rows of b, which has max(rows, columns) of them.
  /// Singular values up to `cutoff` times the first are taken as 0.
  static func gelsd(
    rows: Int, columns: Int, rightSides: Int, _ a: UnsafeMutablePointer<Scalar>,
    _ b: UnsafeMutablePointer<Scalar>, singularValues: UnsafeMutablePointer<Scalar>,
    cutoff: Scalar, rank: inout Int32
  ) -> Int
}

/// What was found wrong with some of many small systems.
public struct SmallSystemsFindings: OptionSet, Sendable {
  /// The bits, as the kernel returns them.
  public let rawValue: Int32
  /// The findings with these bits.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// Some matrix is singular.
  public static let singular = SmallSystemsFindings(rawValue: 1)
  /// Some element is NaN or infinite.
  public static let notFinite = SmallSystemsFindings(rawValue: 2)
}

/// The letters that tell LAPACK what to do.
enum LAPACKOption {
  static let upper = CChar(bitPattern: UInt8(ascii: "U"))
  static let lower = CChar(bitPattern: UInt8(ascii: "L"))
}
