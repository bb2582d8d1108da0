import TernKernels
import TernTensors

/// The eigenvalues and eigenvectors of a real matrix of n × n, A · V = V · diag(w), or of each matrix
/// of a batch. Those that are not real come in conjugate pairs.
public struct EigenDecomposition<Scalar: FloatingScalar>: Sendable {
  /// The eigenvalues w, in no order but that of a pair, the positive imaginary part first: `[…, n]`.
  public let values: ComplexTensor<Scalar>
  /// The eigenvectors V, columns of Euclidean norm 1 in the order of the values; the greatest
  /// element of a complex one is real: `[…, n, n]`.
  public let vectors: ComplexTensor<Scalar>
}

extension Tensor where Scalar: FloatingScalar {
  /// The eigenvalues and right eigenvectors of a square matrix, or of each matrix of the last two
  /// axes, by LAPACK's QR iteration (xGEEV). NumPy's `linalg.eig`. Not differentiable: the results
  /// carry no history.
  ///
  /// A defective matrix has fewer independent eigenvectors than columns; some of those returned are
  /// then nearly parallel.
  ///
  /// - Throws: `notMatrices`, `notSquare`, `notFinite`, `noConvergence`.
  public func eig() throws(LinearAlgebraError) -> EigenDecomposition<Scalar> {
    let matrices = try Matrices(square: self, of: "eig")
    let parts = try matrices.eigenpairs(hasVectors: true, of: "eig")
    let (valuesShape, shape) = (matrices.shape(matrices.rows), shape)
    return EigenDecomposition(
      values: ComplexTensor(
        real: parts[0].reshaped(to: valuesShape), imaginary: parts[1].reshaped(to: valuesShape)),
      vectors: ComplexTensor(
        real: parts[2].reshaped(to: shape), imaginary: parts[3].reshaped(to: shape)))
  }

  /// The eigenvalues of a square matrix, or those of each matrix of the last two axes:
  /// `[…, n, n] → […, n]`. NumPy's `linalg.eigvals`. Not differentiable.
  ///
  /// - Throws: `notMatrices`, `notSquare`, `notFinite`, `noConvergence`.
  public func eigvals() throws(LinearAlgebraError) -> ComplexTensor<Scalar> {
    let matrices = try Matrices(square: self, of: "eigvals")
    let parts = try matrices.eigenpairs(hasVectors: false, of: "eigvals")
    let shape = matrices.shape(matrices.rows)
    return ComplexTensor(
      real: parts[0].reshaped(to: shape), imaginary: parts[1].reshaped(to: shape))
  }
}

extension Matrices {
  /// The real and the imaginary parts of all eigenvalues, then, if wanted, those of all vectors.
  fileprivate func eigenpairs(
    hasVectors: Bool, of operation: StaticString
  ) throws(LinearAlgebraError) -> [Tensor<Scalar>] {
    let (n, values) = (rows, count * rows)
    let extents = [values, values] + (hasVectors ? [values * n, values * n] : [])
    var failure: LinearAlgebraError?
    let packed = Tensor<Scalar>(uninitialized: [extents.reduce(0, +)]) { real in
      guard values > 0 else { return }
      let imaginary = real + values
      let vectors = imaginary + values
      failure = self.failure(of: operation, flops: 25 * n * n * n) { matrix in
        let (real, imaginary) = (real + matrix * n, imaginary + matrix * n)
        return withWorkspace(of: Scalar.self, count: (hasVectors ? 2 : 1) * n * n) { columns in
          // LAPACK's matrices are column-major.
          copyColumns(of: matrix, to: columns)
          guard hasVectors else {
            return Scalar.Kernels.geev(
              n: n, columns, real: real, imaginary: imaginary, vectors: nil)
          }
          let pairs = columns + n * n
          let info = Scalar.Kernels.geev(
            n: n, columns, real: real, imaginary: imaginary, vectors: pairs)
          Self.separate(n, pairs, imaginaryParts: columns, of: imaginary)
          Self.transpose(n, pairs, vectors + matrix * n * n)
          Self.transpose(n, columns, vectors + (values + matrix * n) * n)
          return info
        }
      }
    }
    if let failure { throw failure }
    return packed.split(extents: extents)
  }

  /// Writes both parts of every vector, n elements after another, where LAPACK wrote the parts of
  /// a conjugate pair of eigenvalues in place of the pair's vectors.
  private static func separate(
    _ n: Int, _ vectors: UnsafeMutablePointer<Scalar>,
    imaginaryParts: UnsafeMutablePointer<Scalar>, of imaginary: UnsafePointer<Scalar>
  ) {
    imaginaryParts.update(repeating: 0, count: n * n)
    var j = 0
    while j < n {
      guard imaginary[j] != 0, j + 1 < n else {
        j += 1
        continue
      }
      let (real, next) = (vectors + j * n, vectors + (j + 1) * n)
      let own = imaginaryParts + j * n
      own.update(from: next, count: n)
      Scalar.Kernels.unary(.negate, count: n, next, 0, 0, own + n)
      next.update(from: real, count: n)
      j += 2
    }
  }

  private static func transpose(
    _ n: Int, _ source: UnsafePointer<Scalar>, _ destination: UnsafeMutablePointer<Scalar>
  ) {
    Memory.transpose(
      size: MemoryLayout<Scalar>.stride, rows: n, columns: n, source, destination)
  }
}
