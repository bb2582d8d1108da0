import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The sum of a diagonal of a matrix, Σ x[i, i + k], or of each matrix of the last two axes:
  /// `[…, m, n] → […]`. Differentiable; NumPy's `linalg.trace`.
  ///
  /// - Parameter k: Which diagonal: 0 for the main one, above it if positive, below it if negative;
  ///   a diagonal outside the matrix has the sum 0.
  public func trace(diagonal k: Int = 0) -> Tensor {
    matrixDiagonal(k, of: "trace").sum(along: -1)
  }

  /// The elements x[i, i + k] of each matrix: `[…, m, n] → […, length]`. Differentiable.
  func matrixDiagonal(_ k: Int = 0, of operation: StaticString) -> Tensor {
    precondition(rank >= 2, "\(operation) needs a matrix, got shape \(shape)")
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let length = Swift.max(0, Swift.min(rows, columns, columns - k, rows + k))
    let flat = reshaped(to: Shape(shape.dropLast(2) + [rows * columns]))
    guard length > 0 else { return flat.sliced(along: -1, from: 0, to: 0) }
    // Elements of a diagonal are a row and a column apart.
    let first = k >= 0 ? k : -k * columns
    let last = first + (length - 1) * (columns + 1)
    return flat[.ellipsis, .slice(from: first, to: last + 1, step: columns + 1)]
  }
}
