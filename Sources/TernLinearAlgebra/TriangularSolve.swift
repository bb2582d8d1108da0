import TernKernels
import TernTensors

/// The part of a square matrix that is meant by a triangular one; the rest is not read.
public enum TriangularPart: Sendable, Hashable {
  /// The diagonal and what is below it.
  case lower
  /// The diagonal and what is above it.
  case upper
}

extension Tensor where Scalar: FloatingScalar {
  /// The solution X of T · X = B for triangular matrices T, by substitution. Shapes are those of
  /// ``solve(_:transposingSelf:)``.
  ///
  /// Differentiable in T and B: dB = T⁻ᵀ dX, dT = −dB Xᵀ, of which the triangle is kept.
  ///
  /// - Parameters:
  ///   - b: The right sides: a vector, or matrices of a column each.
  ///   - part: The triangle that is read.
  ///   - transposingSelf: Whether the solution of Tᵀ · X = B is wanted.
  ///   - unitDiagonal: Whether the diagonal is 1, whatever is stored there.
  /// - Throws: `singular` if an element of the diagonal is 0; `notSquare`, `notMatrices`,
  ///   `sizesDiffer`, `notFinite`.
  public func solveTriangular(
    _ b: Tensor, reading part: TriangularPart, transposingSelf: Bool = false,
    unitDiagonal: Bool = false
  ) throws(LinearAlgebraError) -> Tensor {
    let t = try Matrices(square: self, of: "solveTriangular", isChecked: true)
    try b.requireRightSides(of: shape, "solveTriangular")
    try t.requireFiniteTriangle(part, unitDiagonal: unitDiagonal)
    try b.requireFinite("solveTriangular", operand: "the right sides")
    if !unitDiagonal { try t.requireNonzeroDiagonal() }
    let system = TriangularSystem(
      part: part, isTransposed: transposingSelf, isUnit: unitDiagonal)
    return system.solution(self, b.asColumns()).droppingColumns(if: b.rank == 1)
  }
}

/// How a triangular matrix is read, and the solution of systems with it.
struct TriangularSystem: Sendable {
  var part: TriangularPart
  var isTransposed = false
  var isUnit = false

  private var transposed: TriangularSystem {
    TriangularSystem(part: part, isTransposed: !isTransposed, isUnit: isUnit)
  }

  /// X = op(T)⁻¹ B, for operands that fit and a regular T. With G = op(T)⁻ᵀ dX: dB = G, and dT is the
  /// triangle of −G Xᵀ, or −X Gᵀ of the transpose.
  func solution<Scalar: FloatingScalar>(
    _ t: Tensor<Scalar>, _ b: Tensor<Scalar>
  ) -> Tensor<Scalar> {
    differentiable([t, b], named: "solveTriangular") { inputs in
      untraced(inputs[0], inputs[1])
    } pullback: { dx, inputs, x, isNeeded in
      let db = transposed.solution(inputs[0], dx)
      guard isNeeded(0) else { return [nil, db] }
      let dt =
        isTransposed
        ? x.matmul(db, transposingOther: true) : db.matmul(x, transposingOther: true)
      return [
        part == .lower ? -dt.tril(diagonal: isUnit ? -1 : 0) : -dt.triu(diagonal: isUnit ? 1 : 0),
        db,
      ]
    }
  }

  private func untraced<Scalar: FloatingScalar>(
    _ t: Tensor<Scalar>, _ b: Tensor<Scalar>
  ) -> Tensor<Scalar> {
    let (n, count) = (b.shape[b.rank - 2], b.shape[b.rank - 1])
    guard let pairs = BatchPairs(Shape(t.shape.dropLast(2)), Shape(b.shape.dropLast(2))) else {
      preconditionFailure("solveTriangular: shapes \(t.shape) and \(b.shape) do not fit")
    }
    let size = n * count
    return Tensor(uninitialized: Shape(Array(pairs.batch) + [n, count])) { x in
      Batches.forEach(count: pairs.count, flops: n * size) { place in
        let (matrix, right) = pairs[place]
        let x = x + place * size
        x.update(from: b.pointer + right * size, count: size)
        TriangularSystems<Scalar.Kernels>.solve(
          Triangle(
            t.pointer + matrix * n * n, n: n, leading: n, lower: part == .lower,
            transposed: isTransposed, unit: isUnit),
          columns: count, x, leadingB: count)
      }
    }
  }
}

extension Matrices {
  /// Throws where an element of a triangle is NaN or infinite.
  fileprivate func requireFiniteTriangle(
    _ part: TriangularPart, unitDiagonal: Bool
  ) throws(LinearAlgebraError) {
    let excluded = unitDiagonal ? 1 : 0
    for row in 0..<count * rows {
      let i = row % rows
      let read = part == .lower ? 0..<i + 1 - excluded : i + excluded..<columns
      let first = tensor.pointer + row * columns + read.lowerBound
      if Finiteness<Scalar.Kernels>.holds(count: read.count, first) { continue }
      let column = read.first { !tensor.pointer[row * columns + $0].isFinite } ?? 0
      throw .notFinite(
        operation: "solveTriangular", operand: "the matrix",
        index: tensor.shape.place(row * columns + column),
        value: tensor.pointer[row * columns + column].asDouble)
    }
  }

  /// Throws where an element of the diagonal is 0.
  fileprivate func requireNonzeroDiagonal() throws(LinearAlgebraError) {
    for row in 0..<count * rows {
      let (matrix, i) = row.quotientAndRemainder(dividingBy: rows)
      if tensor.pointer[row * columns + i] == 0 { throw .singular(pivot: i, batch: place(matrix)) }
    }
  }
}
