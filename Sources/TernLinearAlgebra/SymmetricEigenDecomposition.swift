import TernKernels
import TernTensors

/// The eigenvalues and eigenvectors of a symmetric matrix of n × n, A = V · diag(w) · Vᵀ, or of each
/// matrix of a batch.
///
/// The signs of the vectors, and vectors of equal eigenvalues, are not determined by the matrix:
/// another library may return others.
public struct SymmetricEigenDecomposition<Scalar: FloatingScalar>: Sendable {
  /// The eigenvalues w in ascending order: `[…, n]`.
  public let values: Tensor<Scalar>
  /// The eigenvectors V, orthonormal columns in the order of the values: `[…, n, n]`.
  public let vectors: Tensor<Scalar>

  /// The product V · diag(w) · Vᵀ: the matrix again, but for rounding.
  public func product() -> Tensor<Scalar> {
    vectors.scalingColumns(by: values).matmul(vectors, transposingOther: true)
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The eigenvalues and eigenvectors of a symmetric matrix, or of each matrix of the last two axes,
  /// by LAPACK's divide and conquer (xSYEVD). Only the lower triangle is read. NumPy's
  /// `linalg.eigh`.
  ///
  /// Differentiable; the gradient is symmetric, that of a function of symmetric matrices (Giles,
  /// "Collected matrix derivative results for forward and reverse mode algorithmic differentiation",
  /// 2008). The first derivative of the eigenvalues alone is always finite. That of the vectors
  /// divides by wⱼ − wᵢ: where eigenvalues are equal the vectors may turn freely in their space, and
  /// the derivative is not finite; it is large where they are close. Only functions that do not
  /// depend on the free signs of the vectors have a meaning.
  ///
  /// - Throws: `notMatrices`, `notSquare`, `notFinite`, `noConvergence`.
  public func eigh() throws(LinearAlgebraError) -> SymmetricEigenDecomposition<Scalar> {
    let matrices = try Matrices(square: self, of: "eigh")
    let layout = EigenvectorLayout(matrices)
    let decomposed = try layout.decomposed(matrices, hasVectors: true, of: "eigh")
    let packed = differentiable(self, keeping: .output, named: "eigh") { _ in
      decomposed
    } pullback: { dy, _, y in
      layout.gradient(dy, y)
    }
    return SymmetricEigenDecomposition(
      values: layout.tracedValues(self, packed), vectors: layout.vectors(packed))
  }

  /// The eigenvalues of a symmetric matrix in ascending order, or those of each matrix of the last
  /// two axes: `[…, n, n] → […, n]`. Only the lower triangle is read. NumPy's `linalg.eigvalsh`.
  /// Differentiable; see ``eigh()``.
  ///
  /// - Throws: `notMatrices`, `notSquare`, `notFinite`, `noConvergence`.
  public func eigvalsh() throws(LinearAlgebraError) -> Tensor {
    // Their derivative is made of the vectors.
    if erased.node != nil { return try eigh().values }
    let matrices = try Matrices(square: self, of: "eigvalsh")
    let layout = EigenvectorLayout(matrices)
    return layout.values(try layout.decomposed(matrices, hasVectors: false, of: "eigvalsh"))
  }
}

/// One array that holds the eigenvalues of a batch, then its eigenvectors, so that they are one
/// value with one derivative.
private struct EigenvectorLayout<Scalar: FloatingScalar>: Sendable {
  private let valuesShape: Shape
  private let vectorsShape: Shape

  init(_ matrices: Matrices<Scalar>) {
    valuesShape = matrices.shape(matrices.rows)
    vectorsShape = matrices.shape(matrices.rows, matrices.rows)
  }

  func values(_ packed: Tensor<Scalar>) -> Tensor<Scalar> {
    packed[0..<valuesShape.elementCount].reshaped(to: valuesShape)
  }

  func vectors(_ packed: Tensor<Scalar>) -> Tensor<Scalar> {
    packed[valuesShape.elementCount...].reshaped(to: vectorsShape)
  }

  /// The decompositions of matrices, untraced.
  func decomposed(
    _ matrices: Matrices<Scalar>, hasVectors: Bool, of operation: StaticString
  ) throws(LinearAlgebraError) -> Tensor<Scalar> {
    let n = matrices.rows
    let count = valuesShape.elementCount + (hasVectors ? vectorsShape.elementCount : 0)
    var failure: LinearAlgebraError?
    let packed = Tensor<Scalar>(uninitialized: [count]) { w in
      guard count > 0 else { return }
      let vectors = w + valuesShape.elementCount
      failure = matrices.failure(of: operation, flops: 9 * n * n * n) { matrix in
        withWorkspace(of: Scalar.self, count: (hasVectors ? 2 : 1) * n * n) { a in
          // LAPACK's matrices are column-major.
          matrices.copyColumns(of: matrix, to: a)
          guard hasVectors else {
            return SymmetricEigenvalues<Scalar.Kernels>.decompose(
              n: n, a, w + matrix * n, vectors: nil)
          }
          let info = SymmetricEigenvalues<Scalar.Kernels>.decompose(
            n: n, a, w + matrix * n, vectors: a + n * n)
          Memory.transpose(
            size: MemoryLayout<Scalar>.stride, rows: n, columns: n, a + n * n,
            vectors + matrix * n * n)
          return info
        }
      }
    }
    if let failure { throw failure }
    return packed
  }

  /// The eigenvalues as a function of the matrices alone, so that their derivative,
  /// V · diag(dw) · Vᵀ, does not go through that of the vectors, which may not exist.
  func tracedValues(_ a: Tensor<Scalar>, _ packed: Tensor<Scalar>) -> Tensor<Scalar> {
    if packed.erased.node == nil { return values(packed) }
    return differentiable([a, packed], keeping: .inputs, named: "eigvalsh") { inputs in
      values(inputs[1])
    } pullback: { dw, inputs, _, _ in
      let vectors = vectors(inputs[1])
      return [vectors.scalingColumns(by: dw).matmul(vectors, transposingOther: true), nil]
    }
  }

  /// The gradient of the matrices from that of values and vectors: the symmetric part of
  /// V (F ∘ (Vᵀ dV) + diag(dw)) Vᵀ with F[i, j] = 1 / (wⱼ − wᵢ), i ≠ j.
  func gradient(_ dPacked: Tensor<Scalar>, _ packed: Tensor<Scalar>) -> Tensor<Scalar> {
    let (values, vectors) = (values(packed), vectors(packed))
    let f = values.reciprocalGaps { next, own in next - own }
    let turned = vectors.matmul(self.vectors(dPacked), transposingSelf: true) * f
    let inner = (turned + Tensor(diagonal: self.values(dPacked))).symmetricPart()
    return vectors.matmul(inner).matmul(vectors, transposingOther: true)
  }
}
