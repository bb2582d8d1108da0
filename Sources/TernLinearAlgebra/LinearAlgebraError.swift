import TernTensors

/// What a routine of linear algebra could not do, and where.
///
/// Where there are leading batch dimensions, `batch` says which matrix was the first to fail: an
/// index for each leading axis. It is empty where there is only one matrix.
public enum LinearAlgebraError: Error, Hashable, Sendable {
  /// The matrix has no inverse: pivot number `pivot` of its elimination, counted from 0, is 0.
  case singular(pivot: Int, batch: [Int])
  /// The matrix has no Cholesky factor: its leading minor of order `minor`, counted from 1, is not
  /// positive.
  case notPositiveDefinite(minor: Int, batch: [Int])
  /// An iteration ended without a result; `remaining` values had not been found.
  case noConvergence(operation: String, remaining: Int, batch: [Int])
  /// An element is NaN or infinite: the operand, its element's index on every axis, and its value.
  case notFinite(operation: String, operand: String, index: [Int], value: Double)
  /// The last two axes have to be equal.
  case notSquare(operation: String, shape: Shape)
  /// There have to be at least two axes.
  case notMatrices(operation: String, shape: Shape)
  /// The shapes of two operands do not fit each other; `expected` says in words what the second
  /// one should be.
  case sizesDiffer(operation: String, shape: Shape, other: Shape, expected: String)
  /// LAPACK refused an argument; `info` is its code.
  case failed(routine: String, info: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// What was wrong, where, and what would be right.
  public var description: String {
    switch self {
    case .singular(let pivot, let batch):
      "\(Self.matrix(batch)) is singular: pivot \(pivot) is 0; only a matrix whose rows are "
        + "independent has an inverse (leastSquares solves what can be solved)"
    case .notPositiveDefinite(let minor, let batch):
      "\(Self.matrix(batch)) is not positive definite: its leading minor of order \(minor) is not "
        + "positive; a Cholesky factor needs all of them to be"
    case .noConvergence(let operation, let remaining, let batch):
      "\(operation): the iteration on \(Self.matrix(batch)) did not converge, with \(remaining) "
        + "values left to find"
    case .notFinite(let operation, let operand, let index, let value):
      "\(operation): element \(index) of \(operand) is \(value); all elements have to be finite"
    case .notSquare(let operation, let shape):
      "\(operation) needs square matrices, […, n, n], got shape \(shape)"
    case .notMatrices(let operation, let shape):
      "\(operation) needs matrices, […, rows, columns], got shape \(shape)"
    case .sizesDiffer(let operation, let shape, let other, let expected):
      "\(operation): shape \(other) does not fit shape \(shape); it should be \(expected)"
    case .failed(let routine, let info):
      "LAPACK's \(routine) failed with info \(info)"
    }
  }

  private static func matrix(_ batch: [Int]) -> String {
    batch.isEmpty ? "the matrix" : "matrix \(batch) of the batch"
  }
}
