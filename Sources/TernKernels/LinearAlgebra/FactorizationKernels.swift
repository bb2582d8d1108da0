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

/// The letters that tell LAPACK what to do.
enum LAPACKOption {
  static let upper = CChar(bitPattern: UInt8(ascii: "U"))
  static let lower = CChar(bitPattern: UInt8(ascii: "L"))
}
