import TernKernels
import TernTensors

/// One array that holds the singular value decompositions of a batch, all U, then all s, then all
/// Vᵀ, so that they are one value with one derivative.
struct SingularVectorLayout<Scalar: FloatingScalar>: Sendable {
  private let rows: Int
  private let columns: Int
  private let vectors: SingularVectors
  private let uShape: Shape
  private let sShape: Shape
  private let vTShape: Shape

  init(_ matrices: Matrices<Scalar>, _ vectors: SingularVectors) {
    (rows, columns) = (matrices.rows, matrices.columns)
    let counts = vectors.counts(rows: rows, columns: columns)
    self.vectors = vectors
    uShape = matrices.shape(rows, counts.u)
    sShape = matrices.shape(min(rows, columns))
    vTShape = matrices.shape(counts.vT, columns)
  }

  /// U of all matrices.
  func u(_ packed: Tensor<Scalar>) -> Tensor<Scalar> { part(packed, from: 0, uShape) }

  /// The singular values of all matrices.
  func s(_ packed: Tensor<Scalar>) -> Tensor<Scalar> {
    part(packed, from: uShape.elementCount, sShape)
  }

  /// Vᵀ of all matrices.
  func vT(_ packed: Tensor<Scalar>) -> Tensor<Scalar> {
    part(packed, from: uShape.elementCount + sShape.elementCount, vTShape)
  }

  private func part(_ packed: Tensor<Scalar>, from first: Int, _ shape: Shape) -> Tensor<Scalar> {
    packed.sliced(along: 0, from: first, to: first + shape.elementCount).reshaped(to: shape)
  }
}

// MARK: - Values

extension SingularVectorLayout {
  /// The decompositions of matrices, untraced.
  func decomposed(
    _ matrices: Matrices<Scalar>, of operation: StaticString
  ) throws(LinearAlgebraError) -> Tensor<Scalar> {
    let count = uShape.elementCount + sShape.elementCount + vTShape.elementCount
    let k = min(rows, columns)
    let counts = vectors.counts(rows: rows, columns: columns)
    let source = matrices.tensor
    var failure: LinearAlgebraError?
    let packed = Tensor<Scalar>(uninitialized: [count]) { u in
      guard count > 0 else { return }
      let s = u + uShape.elementCount
      let vT = s + sShape.elementCount
      failure = matrices.failure(of: operation, flops: 20 * matrices.stride * (k + 1)) { matrix in
        let u = u + matrix * rows * counts.u
        let vT = vT + matrix * counts.vT * columns
        guard k > 0 else {
          // Any orthonormal vectors complete none.
          Self.writeIdentity(u, counts.u)
          Self.writeIdentity(vT, counts.vT)
          return 0
        }
        let hasVectors = vectors != .none
        return withWorkspace(of: Scalar.self, count: matrices.stride) { a in
          a.update(from: source.pointer + matrix * matrices.stride, count: matrices.stride)
          return SingularValues<Scalar.Kernels>.decompose(
            vectors, rows: rows, columns: columns, a, s + matrix * k, u: hasVectors ? u : nil,
            vT: hasVectors ? vT : nil)
        }
      }
    }
    if let failure { throw failure }
    return packed
  }

  private static func writeIdentity(_ matrix: UnsafeMutablePointer<Scalar>, _ n: Int) {
    matrix.update(repeating: 0, count: n * n)
    for i in 0..<n { matrix[i * (n + 1)] = 1 }
  }
}

// MARK: - Derivatives

extension SingularVectorLayout {
  /// The singular values as a function of the matrices alone, so that their derivative,
  /// U · diag(ds) · Vᵀ, does not go through that of the vectors, which may not exist.
  func tracedValues(_ a: Tensor<Scalar>, _ packed: Tensor<Scalar>) -> Tensor<Scalar> {
    if packed.erased.node == nil { return s(packed) }
    return differentiable([a, packed], keeping: .inputs, named: "svdvals") { inputs in
      s(inputs[1])
    } pullback: { ds, inputs, _, _ in
      let packed = inputs[1]
      let k = min(rows, columns)
      let u = u(packed).sliced(along: -1, from: 0, to: k)
      return [u.scalingColumns(by: ds).matmul(vT(packed).sliced(along: -2, from: 0, to: k)), nil]
    }
  }

  /// The gradient of the matrices from that of U, s and Vᵀ.
  func gradient(_ dPacked: Tensor<Scalar>, _ packed: Tensor<Scalar>) -> Tensor<Scalar> {
    precondition(
      vectors == .thin || rows == columns,
      "svd(full: true): the vectors of a matrix of \(rows) × \(columns) have no derivative, since "
        + "what completes them is arbitrary; those of svd() have")
    let (u, s, vT) = (u(packed), s(packed), vT(packed))
    let (du, ds, dvT) = (self.u(dPacked), self.s(dPacked), self.vT(dPacked))
    // With F[i, j] = 1 / (sⱼ² − sᵢ²), i ≠ j, for both kinds of vectors:
    // dA = U (F ∘ (Uᵀ dU − dUᵀ U) · S + S · F ∘ (Vᵀ dV − dVᵀ V) + diag(ds)) Vᵀ …
    let f = s.reciprocalGaps { next, own in (next - own) * (next + own) }
    let left = u.matmul(du, transposingSelf: true).antisymmetricTwice() * f
    let right = vT.matmul(dvT, transposingOther: true).antisymmetricTwice() * f
    let inner = left.scalingColumns(by: s) + right.scalingRows(by: s) + Tensor(diagonal: ds)
    var gradient = u.matmul(inner).matmul(vT)
    // … + (I − U Uᵀ) dU S⁻¹ Vᵀ + U S⁻¹ dVᵀ (I − V Vᵀ), each 0 if the vectors are complete.
    if rows > columns {
      let outside = du - u.matmul(u.matmul(du, transposingSelf: true))
      gradient = gradient + outside.scalingColumns(by: 1 / s).matmul(vT)
    }
    if columns > rows {
      let outside = dvT - dvT.matmul(vT, transposingOther: true).matmul(vT)
      gradient = gradient + u.matmul(outside.scalingRows(by: 1 / s))
    }
    return gradient
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The columns of matrices times a number each: A · diag(x).
  func scalingColumns(by x: Tensor) -> Tensor { self * x.expandingAxis(at: x.rank - 1) }

  /// The rows of matrices times a number each: diag(x) · A.
  func scalingRows(by x: Tensor) -> Tensor { self * x.expandingAxis(at: x.rank) }

  /// A − Aᵀ.
  func antisymmetricTwice() -> Tensor { self - transposingMatrices() }

  /// (A + Aᵀ) / 2.
  func symmetricPart() -> Tensor { (self + transposingMatrices()) * 0.5 }

  /// F[i, j] = 1 / gap(xⱼ, xᵢ) for i ≠ j, 0 for i = j: `[…, n] → […, n, n]`. Infinite where the gap
  /// is 0.
  func reciprocalGaps(_ gap: (_ next: Tensor, _ own: Tensor) -> Tensor) -> Tensor {
    let identity = Tensor(identity: shape[rank - 1])
    let gaps = gap(expandingAxis(at: rank - 1), expandingAxis(at: rank))
    return (1 - identity) / Tensor.where(identity .> 0, 1, gaps)
  }
}
