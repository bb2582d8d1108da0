import TernKernels
import TernTensors

/// The numbers of an LU factorisation, without what gradients flow along.
struct LUFactors<Scalar: FloatingScalar>: Sendable {
  /// U, and below its diagonal L, whose own diagonal is 1: the shape of the matrices.
  let packed: Tensor<Scalar>
  /// Row i was exchanged with row pivots[i] ≥ i, one after the other: […, min(rows, columns)].
  let pivots: Tensor<Int32>
  let batch: Shape
  let rows: Int
  let columns: Int
  /// The first matrix of which a pivot is 0, and 1 + that pivot.
  let failure: (matrix: Int, info: Int)?

  init(_ matrices: Matrices<Scalar>, of operation: StaticString) throws(LinearAlgebraError) {
    let (rows, columns) = (matrices.rows, matrices.columns)
    let steps = min(rows, columns)
    let copy = try matrices.checkedCopy(of: operation)
    var failure: (matrix: Int, info: Int)?
    pivots = Tensor(uninitialized: matrices.shape(steps)) { pivots in
      failure = Batches.firstFailure(count: matrices.count, flops: rows * columns * steps) {
        LU<Scalar.Kernels>.factor(
          rows: rows, columns: columns, copy.mutablePointer + $0 * matrices.stride,
          pivots: pivots + $0 * steps)
      }
    }
    packed = copy
    batch = matrices.batch
    (self.rows, self.columns) = (rows, columns)
    self.failure = failure
  }

  /// Throws if a matrix has no inverse.
  func requireRegular() throws(LinearAlgebraError) {
    if let failure { throw .singular(pivot: failure.info - 1, batch: batch.place(failure.matrix)) }
  }

  /// op(A)⁻¹ B for matrices B of the right sides that fit, the leading axes broadcasting.
  func solution(_ b: Tensor<Scalar>, transposed: Bool) -> Tensor<Scalar> {
    let count = b.shape[b.rank - 1]
    guard let pairs = BatchPairs(batch, Shape(b.shape.dropLast(2))) else {
      preconditionFailure("solve: the leading axes \(batch) do not fit right sides \(b.shape)")
    }
    let (n, size) = (rows, rows * count)
    return Tensor(uninitialized: Shape(Array(pairs.batch) + [n, count])) { x in
      Batches.forEach(count: pairs.count, flops: 2 * n * size) { place in
        let (matrix, right) = pairs[place]
        let x = x + place * size
        x.update(from: b.pointer + right * size, count: size)
        LU<Scalar.Kernels>.solve(
          n: n, packed.pointer + matrix * n * n, pivots: pivots.pointer + matrix * n,
          transposed: transposed, columns: count, x)
      }
    }
  }

  /// The sign of each determinant, 0 if it is 0, and the logarithm of its absolute value.
  func logDeterminant() -> (sign: Tensor<Scalar>, logarithm: Tensor<Scalar>) {
    let diagonal = packed.diagonal()
    let sign = diagonal.sign().product(along: -1) * permutationSigns
    return (sign, diagonal.abs().log().sum(along: -1))
  }

  /// Each determinant: the product of the pivots, with the sign of the permutation.
  func determinant() -> Tensor<Scalar> {
    let signs = permutationSigns
    return Tensor(uninitialized: batch) { determinants in
      for matrix in 0..<batch.elementCount {
        let product = productOfPivots(packed.pointer + matrix * rows * columns)
        determinants[matrix] = signs.pointer[matrix] * Scalar(double: product)
      }
    }
  }

  /// The product of a diagonal. Powers of two are kept apart, so that it does not overflow or vanish
  /// on the way to a result that exists.
  private func productOfPivots(_ matrix: UnsafePointer<Scalar>) -> Double {
    var (product, exponent) = (1.0, 0)
    for i in 0..<rows {
      product *= matrix[i * (columns + 1)].asDouble
      guard product.isNormal else {
        if product.isSubnormal {
          product *= 0x1p200
          exponent -= 200
          continue
        }
        return product
      }
      exponent += Int(product.exponent)
      product = Double(sign: product.sign, exponent: 0, significand: product.significand)
    }
    return Double(sign: .plus, exponent: exponent, significand: product)
  }

  /// For each matrix 1 if its rows were permuted by an even number of exchanges, −1 if not.
  private var permutationSigns: Tensor<Scalar> {
    Tensor(uninitialized: batch) { signs in
      for matrix in 0..<batch.elementCount {
        let own = pivots.pointer + matrix * rows
        let exchanges = (0..<rows).count { Int(own[$0]) != $0 }
        signs[matrix] = exchanges.isMultiple(of: 2) ? 1 : -1
      }
    }
  }
}
