import Tern
import TestSupport
import Testing

/// Decompositions of matrices that are large enough to be reduced on all threads.
struct LargeSpectraTests {
  private static let kinds: [DemandingMatrix] = [.random, .deficient, .badlyScaled, .tiny, .huge]

  private func checkSingular<S: FloatingScalar>(
    _ kind: DemandingMatrix, _ shape: Shape, as _: S.Type
  ) throws {
    let a = kind.matrix(shape, as: S.self)
    let n = max(shape[0], shape[1])
    let comment = "\(kind) \(shape) \(S.self)"
    let svd = try a.svd(full: shape[0] == shape[1])
    expectResidual(svd.product(), a, size: frobenius(a), n: n, comment)
    expectOrthonormalColumns(svd.u, comment)
    expectOrthonormalColumns(svd.vT.transposed(), comment)
    #expect((svd.s[1...] .<= svd.s[..<(svd.s.count - 1)]).all())
    expectResidual(try a.svdvals(), svd.s, size: frobenius(a), n: n, comment)
    // The same bits again.
    let again = try a.svd(full: shape[0] == shape[1])
    let isSame = again.u == svd.u && again.s == svd.s && again.vT == svd.vT
    #expect(isSame)
  }

  @Test(arguments: kinds, [[401, 401], [450, 390], [390, 450]] as [Shape])
  func singularValueDecompositions(kind: DemandingMatrix, shape: Shape) throws {
    try checkSingular(kind, shape, as: Double.self)
    try checkSingular(kind, shape, as: Float.self)
  }

  private func checkSymmetric<S: FloatingScalar>(
    _ kind: DemandingMatrix, _ n: Int, as _: S.Type
  ) throws {
    let half = kind.matrix([n, n], as: S.self)
    let a = half + half.transposed()
    let comment = "\(kind) \(n) \(S.self)"
    let decomposition = try a.eigh()
    expectResidual(decomposition.product(), a, size: frobenius(a), n: n, comment)
    expectOrthonormalColumns(decomposition.vectors, comment)
    #expect((decomposition.values[1...] .>= decomposition.values[..<(n - 1)]).all())
    expectResidual(try a.eigvalsh(), decomposition.values, size: frobenius(a), n: n, comment)
    let again = try a.eigh()
    let isSame =
      again.values == decomposition.values && again.vectors == decomposition.vectors
    #expect(isSame)
  }

  @Test(arguments: kinds, [384, 403])
  func symmetricEigenDecompositions(kind: DemandingMatrix, n: Int) throws {
    try checkSymmetric(kind, n, as: Double.self)
    try checkSymmetric(kind, n, as: Float.self)
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    let half: Tensor<Double> = seeded([390, 390])
    let a = half + half.transposed()
    let other: Tensor<Double> = seeded([390, 390], seed: 1)
    let lower = Tensor<Double>(shape: [390, 390]) { $0[0] >= $0[1] ? 1 : 0 }
    #expect(try (a * lower + other * (1 - lower)).eigvalsh() == a.eigvalsh())
  }

  /// Each thread may take part in one of two at a time, and the other does its work alone.
  @Test func batchOfLargeMatrices() throws {
    let a: Tensor<Double> = seeded([2, 390, 390])
    let both = try a.svd()
    for matrix in 0..<2 {
      expectClose(both.s[matrix], try a[matrix].svdvals(), relative: 1e-11, absolute: 1e-11)
    }
  }
}
