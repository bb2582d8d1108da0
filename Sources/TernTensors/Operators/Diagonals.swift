// Diagonals and triangles of matrices. Diagonal k is k columns to the right of the main one.

extension Tensor {
  /// Diagonal k of the matrices of the last two axes: [..., rows, columns] becomes
  /// [..., elements of the diagonal]. Differentiable.
  public func diagonal(_ k: Int = 0) -> Tensor {
    precondition(rank >= 2, "diagonal needs a matrix, got shape \(shape)")
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let extent = Self.diagonalExtent(k, rows: rows, columns: columns)
    let start = Swift.max(k, 0) + Swift.max(-k, 0) * columns
    let batch = shape.prefix(rank - 2)
    guard extent > 0 else { return self[.ellipsis, 0..<0].flattened(to: batch, 0) }
    let end = start + (extent - 1) * (columns + 1) + 1
    return flattened(to: batch, rows * columns)[
      .ellipsis, .slice(from: start, to: end, step: columns + 1)]
  }

  /// Diagonal k of the matrices of two other axes, NumPy's `diagonal` with `axis1` and `axis2`.
  public func diagonal(_ k: Int = 0, ofAxes rows: Int, _ columns: Int) -> Tensor {
    movingAxes([rows, columns], to: [-2, -1]).diagonal(k)
  }

  /// Square matrices of zeros with the elements of vectors, the last axis, on diagonal k.
  /// Differentiable.
  public init(diagonal elements: Tensor, offset k: Int = 0) {
    precondition(elements.rank >= 1, "a matrix of a diagonal needs a vector, got a number")
    let extent = elements.shape[elements.rank - 1]
    let side = extent + Int(k.magnitude)
    let batch = elements.shape.prefix(elements.rank - 1)
    var flat = Tensor(zeros: Shape(Array(batch) + [side * side]))
    if extent > 0 {
      let start = Swift.max(k, 0) + Swift.max(-k, 0) * side
      let end = start + (extent - 1) * (side + 1) + 1
      flat[.ellipsis, .slice(from: start, to: end, step: side + 1)] = elements
    }
    self = flat.reshaped(to: Shape(Array(batch) + [side, side]))
  }

  /// The lower triangles of the matrices of the last two axes: zero above diagonal k.
  /// Differentiable.
  public func tril(diagonal k: Int = 0) -> Tensor { keepingTriangle(k, isLower: true) }

  /// The upper triangles of the matrices of the last two axes: zero below diagonal k.
  /// Differentiable.
  public func triu(diagonal k: Int = 0) -> Tensor { keepingTriangle(k, isLower: false) }

  private func keepingTriangle(_ k: Int, isLower: Bool) -> Tensor {
    precondition(rank >= 2, "a triangle needs a matrix, got shape \(shape)")
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let mask = Tensor<Bool>(triangle: rows, columns, k, isLower: isLower)
    return Tensor.where(mask, self, Scalar.zeroValue)
  }

  private static func diagonalExtent(_ k: Int, rows: Int, columns: Int) -> Int {
    Swift.max(0, Swift.min(rows + Swift.min(k, 0), columns - Swift.max(k, 0)))
  }

  private func flattened(to batch: Shape, _ last: Int) -> Tensor {
    reshaped(to: Shape(Array(batch) + [last]))
  }
}

extension Tensor<Bool> {
  /// Which elements of a matrix are on diagonal k or on the given side of it.
  fileprivate init(triangle rows: Int, _ columns: Int, _ k: Int, isLower: Bool) {
    self.init(uninitialized: Shape(rows, columns)) { y in
      for row in 0..<rows {
        let edge = Swift.min(Swift.max(row + k + (isLower ? 1 : 0), 0), columns)
        let start = y + row * columns
        start.update(repeating: isLower, count: edge)
        (start + edge).update(repeating: !isLower, count: columns - edge)
      }
    }
  }
}
