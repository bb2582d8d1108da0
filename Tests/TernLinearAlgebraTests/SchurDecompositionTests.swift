import Tern
import TestSupport
import Testing

struct SchurDecompositionTests {
  private func check<S: FloatingScalar>(_ kind: DemandingMatrix, _ shape: Shape, as _: S.Type)
    throws
  {
    let a = kind.matrix(shape, as: S.self)
    let original = a.scalars
    let n = shape[shape.count - 1]
    let comment = "\(kind) \(shape) \(S.self)"
    let (q, t) = (try a.schur().q, try a.schur().t)
    #expect(q.shape == shape && t.shape == shape)
    expectResidual(
      q.matmul(t).matmul(q, transposingOther: true), a, size: frobenius(a), n: n, comment)
    expectOrthonormalColumns(q, comment)
    // Blocks of two rows at most: no two neighbours below the diagonal, nothing further down.
    let matrices = t.reshaped(to: [-1, n, n])
    for matrix in 0..<matrices.shape[0] {
      for row in 0..<n {
        for column in 0..<row {
          let isBelow = row > column + 1
          let follows =
            column > 0 && matrices[matrix, row - 1, column - 1].scalar != 0 && row == column + 1
          if isBelow || follows { #expect(matrices[matrix, row, column].scalar == 0) }
        }
      }
    }
    let isUntouched = a.scalars == original
    #expect(isUntouched)
  }

  @Test(arguments: DemandingMatrix.allCases, SymmetricEigenDecompositionTests.shapes)
  func productAndForm(kind: DemandingMatrix, shape: Shape) throws {
    try check(kind, shape, as: Double.self)
    try check(kind, shape, as: Float.self)
  }

  /// The diagonal of T has the real parts of the eigenvalues.
  @Test func diagonalIsKnown() throws {
    let t = try SpectralOracle.rotating.schur().t
    let diagonal = (0..<5).map { t[$0, $0].scalar }.sorted()
    expectClose(diagonal, SpectralOracle.realPartsOfRotating.scalars, absolute: 1e-13)
  }

  @Test func matricesWithoutElements() throws {
    let none = try Tensor<Double>(zeros: [2, 0, 0]).schur()
    #expect(none.q.shape == [2, 0, 0] && none.t.shape == [2, 0, 0])
    #expect(try Tensor<Double>(zeros: [0, 2, 2]).schur().t.shape == [0, 2, 2])
  }
}
