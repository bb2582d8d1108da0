import TernKernels
import TernTensors

/// Matrices A with their LU factorisation with partial pivoting, A[permutation] = L · U, to be used
/// again and again.
///
/// ```swift
/// let lu = try a.lu()
/// let x = try lu.solve(b)          // as a.solve(b), without factorising again
/// let volume = lu.determinant()
/// ```
///
/// Solutions, inverses and determinants are differentiable, also in A. The factors themselves are
/// constant.
public struct LUFactorization<Scalar: FloatingScalar>: Sendable {
  /// What was factorised: […, rows, columns].
  public let matrix: Tensor<Scalar>
  let factors: LUFactors<Scalar>

  init(_ matrix: Tensor<Scalar>, _ factors: LUFactors<Scalar>) {
    self.matrix = matrix
    self.factors = factors
  }

  private var steps: Int { min(factors.rows, factors.columns) }

  /// L: […, rows, min(rows, columns)], lower triangular, with ones on its diagonal.
  public var lower: Tensor<Scalar> {
    let part = factors.packed.sliced(along: -1, from: 0, to: steps)
    return part.tril(diagonal: -1) + Tensor(identity: factors.rows, columns: steps)
  }

  /// U: […, min(rows, columns), columns], upper triangular.
  public var upper: Tensor<Scalar> {
    factors.packed.sliced(along: -2, from: 0, to: steps).triu()
  }

  /// The rows of A in the order in which L · U has them: […, rows].
  public var permutation: Tensor<Int32> {
    let (rows, steps) = (factors.rows, steps)
    return Tensor(uninitialized: Shape(Array(factors.batch) + [rows])) { order in
      for matrix in 0..<factors.batch.elementCount {
        let own = order + matrix * rows
        for row in 0..<rows { own[row] = Int32(truncatingIfNeeded: row) }
        for step in 0..<steps {
          let other = Int(factors.pivots.pointer[matrix * steps + step])
          (own[step], own[other]) = (own[other], own[step])
        }
      }
    }
  }

  /// Whether a matrix is exactly singular: a pivot is 0. (One that is almost singular has small
  /// pivots, or a large condition number.)
  public var isSingular: Bool { factors.failure != nil }

  /// The solution of A · X = B; see ``Tensor/solve(_:transposingSelf:)``.
  ///
  /// - Parameters:
  ///   - b: The right sides.
  ///   - transposingSelf: Whether the solution of Aᵀ · X = B is wanted.
  /// - Throws: `singular`, `sizesDiffer`, `notFinite`; `notSquare` unless A is square.
  public func solve(
    _ b: Tensor<Scalar>, transposingSelf: Bool = false
  ) throws(LinearAlgebraError) -> Tensor<Scalar> {
    try requireSquare("solve")
    try b.requireRightSides(of: matrix.shape, "solve")
    try b.requireFinite("solve", operand: "the right sides")
    try factors.requireRegular()
    let x = Self.solution(factors, matrix, b.asColumns(), transposed: transposingSelf)
    return x.droppingColumns(if: b.rank == 1)
  }

  /// A⁻¹.
  ///
  /// - Throws: `singular`; `notSquare` unless A is square.
  public func inverse() throws(LinearAlgebraError) -> Tensor<Scalar> {
    try requireSquare("inverse")
    try factors.requireRegular()
    return Self.inverse(factors, matrix)
  }

  /// The determinant of each matrix; see ``Tensor/determinant()``.
  ///
  /// - Throws: `notSquare` unless A is square.
  public func determinant() throws(LinearAlgebraError) -> Tensor<Scalar> {
    try requireSquare("determinant")
    return Self.determinant(factors, matrix)
  }

  /// The sign and the logarithm of the absolute value of each determinant; see
  /// ``Tensor/logDeterminant()``.
  ///
  /// - Throws: `notSquare` unless A is square.
  public func logDeterminant() throws(LinearAlgebraError) -> LogDeterminant<Scalar> {
    try requireSquare("logDeterminant")
    return Self.logDeterminant(factors, matrix)
  }

  private func requireSquare(_ operation: StaticString) throws(LinearAlgebraError) {
    guard factors.rows == factors.columns else {
      throw .notSquare(operation: "\(operation)", shape: matrix.shape)
    }
  }
}

extension LUFactorization {
  /// X = op(A)⁻¹ B. With G = op(A)⁻ᵀ dX: dB = G, and dA = −G Xᵀ, or −X Gᵀ of the transpose
  /// (Giles, "Collected matrix derivative results for forward and reverse mode algorithmic
  /// differentiation", 2008, 2.2.4).
  static func solution(
    _ factors: LUFactors<Scalar>, _ a: Tensor<Scalar>, _ b: Tensor<Scalar>, transposed: Bool
  ) -> Tensor<Scalar> {
    differentiable([a, b], named: "solve") { inputs in
      factors.solution(inputs[1], transposed: transposed)
    } pullback: { dx, inputs, x, isNeeded in
      let db = solution(factors, inputs[0], dx, transposed: !transposed)
      guard isNeeded(0) else { return [nil, db] }
      let da =
        transposed
        ? x.matmul(db, transposingOther: true) : db.matmul(x, transposingOther: true)
      return [-da, db]
    }
  }

  /// Y = A⁻¹, dA = −Yᵀ dY Yᵀ (Giles 2008, 2.2.3).
  static func inverse(_ factors: LUFactors<Scalar>, _ a: Tensor<Scalar>) -> Tensor<Scalar> {
    differentiable(a, keeping: .output, named: "inverse") { _ in
      factors.solution(Tensor(identity: factors.rows), transposed: false)
    } pullback: { dy, _, y in
      -y.matmul(dy, transposingSelf: true).matmul(y, transposingOther: true)
    }
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The LU factorisation with partial pivoting of matrices of any shape, A[permutation] = L · U,
  /// for `[…, rows, columns]`.
  ///
  /// - Throws: `notMatrices`, `notFinite`. A singular matrix has an LU factorisation like any
  ///   other.
  public func lu() throws(LinearAlgebraError) -> LUFactorization<Scalar> {
    LUFactorization(self, try LUFactors(Matrices(self, of: "lu", isChecked: true), of: "lu"))
  }

  /// The factors of matrices that have to be square.
  func luFactors(of operation: StaticString) throws(LinearAlgebraError) -> LUFactors<Scalar> {
    try LUFactors(Matrices(square: self, of: operation, isChecked: true), of: operation)
  }
}
