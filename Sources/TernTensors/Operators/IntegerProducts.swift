import TernKernels

extension Tensor where Scalar: IntegerScalar {
  /// The matrix product, of the same type, with NumPy's rules for vectors and batches. Products and
  /// sums that do not fit wrap round, as NumPy's do.
  ///
  /// - `[m, k] · [k, n] → [m, n]`
  /// - `[k] · [k, n] → [n]`, `[m, k] · [k] → [m]`, `[k] · [k] → []`
  /// - `[…, m, k] · […, k, n] → […, m, n]`, the leading axes broadcasting.
  ///
  /// `transposingSelf` and `transposingOther` swap the last two axes of an operand; vectors take no
  /// notice.
  public func matmul(
    _ other: Tensor, transposingSelf: Bool = false, transposingOther: Bool = false
  ) -> Tensor {
    precondition(
      rank >= 1 && other.rank >= 1,
      "matmul needs at least one axis, got \(shape) and \(other.shape)")
    // Vectors become matrices of one row or one column.
    let x =
      rank == 1 ? expandingAxis(at: 0) : transposingSelf ? swappingAxes(-1, -2) : self
    let y =
      other.rank == 1
      ? other.expandingAxis(at: 1) : transposingOther ? other.swappingAxes(-1, -2) : other
    let (m, k, n) = (x.shape[x.rank - 2], x.shape[x.rank - 1], y.shape[y.rank - 1])
    let batch = x.shape.prefix(x.rank - 2).broadcast(with: y.shape.prefix(y.rank - 2))
    guard k == y.shape[y.rank - 2], let batch else {
      preconditionFailure(
        "matmul: shapes \(shape)\(transposingSelf ? " transposed" : "") and "
          + "\(other.shape)\(transposingOther ? " transposed" : "") do not fit")
    }
    let rows = rank == 1 ? [] : [m]
    let columns = other.rank == 1 ? [] : [n]
    return Tensor(uninitialized: Shape(Array(batch) + rows + columns)) { z in
      x.multiply(y, batch, z)
    }
  }

  /// The products of matrices over leading axes that broadcast.
  private func multiply(_ other: Tensor, _ batch: Shape, _ z: UnsafeMutablePointer<Scalar>) {
    let (x, y) = (stretchingMatrices(to: batch), other.stretchingMatrices(to: batch))
    let (m, k, n) = (shape[rank - 2], shape[rank - 1], other.shape[other.rank - 1])
    // One matrix may be all that an operand has.
    let (strideX, strideY) = (x.count == m * k ? 0 : m * k, y.count == k * n ? 0 : k * n)
    let type = Scalar.scalarType.rawValue
    let grain = Swift.max(1, Grain.arithmetic / (k * n + 1))
    ThreadPool.shared.split(batch.elementCount * m, grain: grain) { rows in
      var row = rows.lowerBound
      while row < rows.upperBound {
        let (matrix, first) = row.quotientAndRemainder(dividingBy: m)
        let some = Swift.min(m - first, rows.upperBound - row)
        WholeNumbers.multiply(
          type: type, m: some, k: k, n: n, x.pointer + matrix * strideX + first * k,
          y.pointer + matrix * strideY, z + row * n)
        row += some
      }
    }
  }

  /// A matrix for each place of the batch, or one for all.
  private func stretchingMatrices(to batch: Shape) -> Tensor {
    let own = shape.elementCount(0..<rank - 2)
    if own == 1 || own == batch.elementCount { return self }
    return broadcast(to: Shape(Array(batch) + shape.suffix(2)))
  }
}
