import TernKernels
import TernTensors

/// What ``Tensor/leastSquares(_:cutoff:)`` finds.
public struct LeastSquares<Scalar: FloatingScalar>: Sendable {
  /// X of least norm among those with the least ‖A · X − B‖, column by column: […, columns, k], or
  /// […, columns] for a vector of right sides.
  public let solution: Tensor<Scalar>
  /// How many singular values are above the cutoff: […].
  public let rank: Tensor<Int32>
  /// The singular values, the largest first: […, min(rows, columns)].
  public let singularValues: Tensor<Scalar>
  /// ‖A · X − B‖² of each column: […, k], or […].
  public let residuals: Tensor<Scalar>
}

extension Tensor where Scalar: FloatingScalar {
  /// The solution of A · X = B in the sense of least squares, for matrices of any shape and rank, by
  /// singular value decomposition (LAPACK's xGELSD).
  ///
  /// - `[m, n]` and `[m] → [n]`; `[…, m, n]` and `[…, m, k] → […, n, k]`, the leading axes
  ///   broadcasting; `[…, m, n]` and `[m] → […, n]`.
  ///
  /// Not differentiable: the product of the pseudoinverse with B is.
  ///
  /// - Parameters:
  ///   - b: The right sides: a vector, or matrices of a column each.
  ///   - cutoff: Singular values up to `cutoff` times the largest are taken as 0; by default the
  ///     greater of rows and columns times the distance of 1 from the next number.
  /// - Throws: `noConvergence`, `notMatrices`, `sizesDiffer`, `notFinite`.
  public func leastSquares(
    _ b: Tensor, cutoff: Scalar? = nil
  ) throws(LinearAlgebraError) -> LeastSquares<Scalar> {
    let a = try Matrices(self, of: "leastSquares")
    try b.requireRightSides(of: shape, "leastSquares")
    try b.requireFinite("leastSquares", operand: "the right sides")
    let right = b.detached().asColumns()
    let (solution, rank, values) = try a.leastSquares(right, cutoff: cutoff)
    let residuals = (a.tensor.matmul(solution) - right).sumOfSquares(along: -2)
    return LeastSquares(
      solution: solution.droppingColumns(if: b.rank == 1), rank: rank, singularValues: values,
      residuals: residuals.droppingColumns(if: b.rank == 1))
  }
}

extension Matrices {
  fileprivate func leastSquares(
    _ b: Tensor<Scalar>, cutoff: Scalar?
  ) throws(LinearAlgebraError) -> (Tensor<Scalar>, Tensor<Int32>, Tensor<Scalar>) {
    let (rows, columns, k) = (rows, columns, b.shape[b.rank - 1])
    guard let pairs = BatchPairs(batch, Shape(b.shape.dropLast(2))) else {
      preconditionFailure("leastSquares: shapes \(tensor.shape) and \(b.shape) do not fit")
    }
    let cutoff = cutoff ?? Scalar(double: Double(max(rows, columns)) * Scalar.ulpOfOne.asDouble)
    let steps = min(rows, columns)
    let batch = Array(pairs.batch)
    let x = Tensor<Scalar>(zeros: Shape(batch + [columns, k]))
    let ranks = Tensor<Int32>(zeros: pairs.batch)
    let values = Tensor<Scalar>(zeros: Shape(batch + [steps]))
    guard steps > 0 else { return (x, ranks, values) }
    let failure = Batches.firstFailure(count: pairs.count, flops: 4 * stride * steps) { place in
      let (matrix, right) = pairs[place]
      let system = LeastSquaresPlace(
        matrix: tensor.pointer + matrix * stride, rightSides: b.pointer + right * rows * k,
        x: x.mutablePointer + place * columns * k, values: values.mutablePointer + place * steps)
      return solve(system, k: k, cutoff: cutoff, rank: &ranks.mutablePointer[place])
    }
    if let failure {
      throw LinearAlgebraError(
        info: failure.info, of: "leastSquares",
        batch: self.batch.elementCount == 1 ? [] : pairs.batch.place(failure.matrix))
    }
    return (x, ranks, values)
  }

  /// Solves one system; returns LAPACK's info.
  private func solve(
    _ system: LeastSquaresPlace<Scalar>, k: Int, cutoff: Scalar, rank: inout Int32
  ) -> Int {
    // LAPACK wants a right side to find the singular values, too.
    let (height, width) = (max(rows, columns), max(1, k))
    return withWorkspace(of: Scalar.self, count: stride + height * width) { a in
      let b = a + stride
      a.update(from: system.matrix, count: stride)
      b.update(from: system.rightSides, count: rows * k)
      if k > 0,
        LeastSquaresSystem<Scalar.Kernels>.solve(
          rows: rows, columns: columns, rightSides: k, a, b, singularValues: system.values,
          cutoff: cutoff)
      {
        rank = Int32(truncatingIfNeeded: columns)
        system.x.update(from: b, count: columns * k)
        return 0
      }
      let size = MemoryLayout<Scalar>.stride
      Memory.transpose(size: size, rows: rows, columns: columns, system.matrix, a)
      b.update(repeating: 0, count: height * width)
      Memory.copyToStrided(
        size: size, extents: [rows, k], strides: [1, height], system.rightSides, b)
      let info = Scalar.Kernels.gelsd(
        rows: rows, columns: columns, rightSides: width, a, b, singularValues: system.values,
        cutoff: cutoff, rank: &rank)
      Memory.copyFromStrided(
        size: size, extents: [columns, k], strides: [1, height], b, system.x)
      return info
    }
  }
}

/// Where one system of a batch is, and where its solution goes.
private struct LeastSquaresPlace<Scalar> {
  let matrix: UnsafePointer<Scalar>
  let rightSides: UnsafePointer<Scalar>
  let x: UnsafeMutablePointer<Scalar>
  let values: UnsafeMutablePointer<Scalar>
}
