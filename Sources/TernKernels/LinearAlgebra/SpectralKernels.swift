/// What singular values and eigenvalues of matrices need of a scalar type, on the calling thread.
///
/// Each requirement says how it sees its matrices. Results are LAPACK's info: 0 for success, else
/// how many values an iteration has not found.
public protocol SpectralKernels {
  /// The type of the elements.
  associatedtype Scalar

  /// The singular value decomposition A = U · diag(s) · Vᵀ of a row-major matrix, which is destroyed,
  /// with row-major vectors: all of U and Vᵀ, the first min(rows, columns), or none.
  static func gesdd(
    _ vectors: SingularVectors, rows: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>,
    _ s: UnsafeMutablePointer<Scalar>, u: UnsafeMutablePointer<Scalar>?,
    vT: UnsafeMutablePointer<Scalar>?
  ) -> Int

  /// The eigenvalues in ascending order of a symmetric column-major matrix of which the lower
  /// triangle is read; its eigenvectors in the columns of a, or a destroyed.
  static func syevd(
    vectors: Bool, n: Int, _ a: UnsafeMutablePointer<Scalar>, _ w: UnsafeMutablePointer<Scalar>
  ) -> Int

  /// The eigenvalues of a column-major matrix, which is destroyed, and its eigenvectors if there
  /// is a place for them: column j is that of a real eigenvalue j, columns j and j + 1 are the real
  /// and the imaginary part of that of a complex eigenvalue j, whose conjugate follows it.
  static func geev(
    n: Int, _ a: UnsafeMutablePointer<Scalar>, real: UnsafeMutablePointer<Scalar>,
    imaginary: UnsafeMutablePointer<Scalar>, vectors: UnsafeMutablePointer<Scalar>?
  ) -> Int

  /// The real Schur form A = Q · T · Qᵀ of a column-major matrix, T in its place.
  static func gees(
    n: Int, _ a: UnsafeMutablePointer<Scalar>, q: UnsafeMutablePointer<Scalar>
  ) -> Int
}

/// Which singular vectors are wanted.
public enum SingularVectors: Sendable {
  /// All: U of rows × rows and Vᵀ of columns × columns.
  case full
  /// One for each singular value: U of rows × k and Vᵀ of k × columns, k = min(rows, columns).
  case thin
  /// None.
  case none

  /// How many columns U and how many rows Vᵀ has.
  package func counts(rows: Int, columns: Int) -> (u: Int, vT: Int) {
    switch self {
    case .full: (rows, columns)
    case .thin: (min(rows, columns), min(rows, columns))
    case .none: (0, 0)
    }
  }

  /// LAPACK's letter.
  var job: CChar {
    let letter =
      switch self {
      case .full: UInt8(ascii: "A")
      case .thin: UInt8(ascii: "S")
      case .none: UInt8(ascii: "N")
      }
    return CChar(bitPattern: letter)
  }
}

extension LAPACKOption {
  /// Whether vectors are wanted.
  static func vectors(_ areWanted: Bool) -> CChar {
    CChar(bitPattern: UInt8(ascii: areWanted ? "V" : "N"))
  }

  /// Eigenvalues in the order in which they are found.
  static let unsorted = CChar(bitPattern: UInt8(ascii: "N"))
}
