import TernKernels
import TernTensors

/// How much of Q and R is wanted of a QR factorisation.
public enum QRMode: Sendable, Hashable {
  /// Q: […, rows, k], R: […, k, columns], k being the lesser of rows and columns.
  case reduced
  /// Q: […, rows, rows], R: […, rows, columns].
  case complete
}

/// Matrices A as A = Q · R, Q having orthonormal columns and R being upper triangular; with pivoting,
/// A[…, permutation] = Q · R.
public struct QRFactorization<Scalar: FloatingScalar>: Sendable {
  /// The orthonormal columns.
  public let q: Tensor<Scalar>
  /// The upper triangle. The signs of its diagonal are those that Householder's reflectors give.
  public let r: Tensor<Scalar>
  /// With pivoting, the columns of A in the order in which Q · R has them, […, columns]: the
  /// diagonal of R does not grow in absolute value. Without, nil.
  public let permutation: Tensor<Int32>?
}

extension Tensor where Scalar: FloatingScalar {
  /// The QR factorisation of matrices of any shape, `[…, rows, columns]`, by Householder's
  /// reflectors.
  ///
  /// Differentiable where the first min(rows, columns) columns are independent, but for the
  /// `complete` factorisation of a tall matrix, in which Q is not unique: with
  /// M = R dRᵀ − dQᵀ Q, dA = (dQ + Q copyltu(M)) R⁻ᵀ, copyltu(M) being symmetric with the lower triangle
  /// of M (Walter and Lehmann, "Algorithmic differentiation of linear algebra functions with
  /// application in optimum experimental design", 2010); for wide matrices Roberts and Roberts, "QR
  /// and LQ decomposition matrix backpropagation algorithms for square, wide, and deep matrices",
  /// 2020. Where columns are dependent the gradient is not finite.
  ///
  /// - Parameters:
  ///   - mode: How much of Q and R is wanted.
  ///   - pivoting: Whether columns are taken in the order of what is left of them.
  /// - Throws: `notMatrices`, `notFinite`.
  public func qr(
    _ mode: QRMode = .reduced, pivoting: Bool = false
  ) throws(LinearAlgebraError) -> QRFactorization<Scalar> {
    let a = try Matrices(self, of: "qr", isChecked: true)
    precondition(
      !isTraced || mode == .reduced || a.rows <= a.columns,
      "qr: gradients flow through the complete factorisation of square and wide matrices only, "
        + "got \(shape)")
    guard pivoting else {
      let (q, r) = try a.factors(mode)
      let differentiated = recordingQR(q, r)
      return QRFactorization(q: differentiated.q, r: differentiated.r, permutation: nil)
    }
    let order = try a.pivotedOrder()
    let sorted = try takingColumns(order).qr(mode)
    return QRFactorization(q: sorted.q, r: sorted.r, permutation: order)
  }

  /// The columns of each matrix in an order of its own.
  private func takingColumns(_ order: Tensor<Int32>) -> Tensor {
    let columns = shape[rank - 1]
    let counting = Tensor<Int32>((0..<columns).map { Int32(truncatingIfNeeded: $0) })
    let places = order.expandingAxis(at: -1) .== counting
    return matmul(.where(places, Tensor(1), Tensor(0)), transposingOther: true)
  }

  /// Both factors of this tensor as outputs of one operator: Q beside R, or above it.
  private func recordingQR(_ q: Tensor, _ r: Tensor) -> (q: Tensor, r: Tensor) {
    guard isTraced else { return (q, r) }
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    let axis = rows >= columns ? -2 : -1
    let both = differentiable(self, named: "qr") { _ in
      Tensor.concatenated([q, r], along: axis)
    } pullback: { dy, a, y in
      let (q, r) = Self.parts(of: y, rows: rows, columns: columns)
      let (dq, dr) = Self.parts(of: dy, rows: rows, columns: columns)
      return rows >= columns
        ? Self.tallGradient(q, r, dq, dr) : Self.wideGradient(a, q, r, dq, dr)
    }
    return Self.parts(of: both, rows: rows, columns: columns)
  }

  private static func parts(
    of both: Tensor, rows: Int, columns: Int
  ) -> (q: Tensor, r: Tensor) {
    let axis = rows >= columns ? -2 : -1
    let extent = both.shape[both.rank + axis]
    return (
      both.sliced(along: axis, from: 0, to: rows), both.sliced(along: axis, from: rows, to: extent)
    )
  }

  /// dA of a matrix with no fewer rows than columns.
  private static func tallGradient(
    _ q: Tensor, _ r: Tensor, _ dq: Tensor, _ dr: Tensor
  ) -> Tensor {
    let m = r.matmul(dr.triu(), transposingOther: true) - dq.matmul(q, transposingSelf: true)
    let symmetric = m.tril() + m.tril(diagonal: -1).transposingMatrices()
    // X R⁻ᵀ = (R⁻¹ Xᵀ)ᵀ
    let x = dq + q.matmul(symmetric)
    return TriangularSystem(part: .upper).solution(r, x.transposingMatrices())
      .transposingMatrices()
  }

  /// dA of a wide matrix [X, Y] with R = [U, V]: X = Q U, Y = Q V.
  private static func wideGradient(
    _ a: Tensor, _ q: Tensor, _ r: Tensor, _ dq: Tensor, _ dr: Tensor
  ) -> Tensor {
    let (rows, columns) = (a.shape[a.rank - 2], a.shape[a.rank - 1])
    let y = a.sliced(along: -1, from: rows, to: columns)
    let dv = dr.sliced(along: -1, from: rows, to: columns)
    let dx = tallGradient(
      q, r.sliced(along: -1, from: 0, to: rows), dq + y.matmul(dv, transposingOther: true),
      dr.sliced(along: -1, from: 0, to: rows))
    return concatenated([dx, q.matmul(dv)], along: -1)
  }
}

extension Matrices {
  /// Q and R of each matrix.
  fileprivate func factors(
    _ mode: QRMode
  ) throws(LinearAlgebraError) -> (q: Tensor<Scalar>, r: Tensor<Scalar>) {
    typealias Kernel = QR<Scalar.Kernels>
    let (rows, columns, steps) = (rows, columns, min(rows, columns))
    let width = mode == .complete ? rows : steps
    let packed = try checkedCopy(of: "qr")
    let blockSize = Kernel.block * steps
    let t = Tensor<Scalar>(uninitialized: [count, blockSize]) { _ in }
    let q = Tensor<Scalar>(uninitialized: shape(rows, width)) { q in
      Batches.forEach(count: count, flops: 4 * rows * columns * steps) { matrix in
        let packed = packed.mutablePointer + matrix * stride
        let t = t.mutablePointer + matrix * blockSize
        Kernel.factor(rows: rows, columns: columns, packed, t: t)
        Kernel.makeQ(
          rows: rows, columns: columns, packed, t: t, columnsOfQ: width, q + matrix * rows * width)
      }
    }
    let r = Tensor<Scalar>(uninitialized: shape(width, columns)) { r in
      for row in 0..<count * width {
        let (matrix, i) = row.quotientAndRemainder(dividingBy: width)
        let zeros = min(i, columns)
        let r = r + row * columns
        r.update(repeating: 0, count: zeros)
        (r + zeros).update(
          from: packed.pointer + matrix * stride + i * columns + zeros, count: columns - zeros)
      }
    }
    return (q, r)
  }

  /// The columns of each matrix in the order of QR factorisation with pivoting.
  fileprivate func pivotedOrder() throws(LinearAlgebraError) -> Tensor<Int32> {
    try tensor.requireFinite("qr", operand: "the matrix")
    let (rows, columns) = (rows, columns)
    var failure: (matrix: Int, info: Int)?
    let order = Tensor<Int32>(uninitialized: shape(columns)) { order in
      order.update(repeating: 0, count: count * columns)
      failure = Batches.firstFailure(count: count, flops: 2 * stride * min(rows, columns)) {
        matrix in
        withWorkspace(of: Scalar.self, count: stride + min(rows, columns)) { a in
          copyColumns(of: matrix, to: a)
          let order = order + matrix * columns
          let info = Scalar.Kernels.geqp3(
            rows: rows, columns: columns, a, order: order, factors: a + stride)
          // LAPACK counts from 1, and leaves the order of columns without rows alone.
          for column in 0..<columns {
            order[column] = rows > 0 ? order[column] - 1 : Int32(truncatingIfNeeded: column)
          }
          return info
        }
      }
    }
    if let failure { throw .failed(routine: "geqp3", info: failure.info) }
    return order
  }
}
