import Tern
import TestSupport
import Testing

struct SymmetricEigenDecompositionTests {
  static let shapes: [Shape] = [
    [1, 1], [2, 2], [7, 7], [12, 12], [40, 40], [3, 4, 4], [2, 2, 5, 5],
  ]

  private func check<S: FloatingScalar>(_ kind: DemandingMatrix, _ shape: Shape, as _: S.Type)
    throws
  {
    let half = kind.matrix(shape, as: S.self)
    let a = half + half.swappingAxes(-2, -1)
    let original = a.scalars
    let n = shape[shape.count - 1]
    let comment = "\(kind) \(shape) \(S.self)"
    let decomposition = try a.eigh()
    let (values, vectors) = (decomposition.values, decomposition.vectors)
    #expect(values.shape == Shape(shape.dropLast()) && vectors.shape == shape)
    expectResidual(decomposition.product(), a, size: frobenius(a), n: n, comment)
    expectResidual(
      a.matmul(vectors), vectors * values.expandingAxis(at: values.rank - 1), size: frobenius(a),
      n: n, comment)
    expectOrthonormalColumns(vectors, comment)
    let isAscending = (values[.ellipsis, 1...] .>= values[.ellipsis, ..<(n - 1)]).all()
    #expect(isAscending)
    expectResidual(try a.eigvalsh(), values, size: frobenius(a), n: n, comment)
    let isUntouched = a.scalars == original
    #expect(isUntouched)
  }

  @Test(arguments: DemandingMatrix.allCases, shapes)
  func productsAndOrthogonality(kind: DemandingMatrix, shape: Shape) throws {
    try check(kind, shape, as: Double.self)
    try check(kind, shape, as: Float.self)
  }

  @Test func valuesAreNumPys() throws {
    let a = SpectralOracle.symmetric
    expectClose(try a.eigvalsh(), SpectralOracle.eigenvaluesOfSymmetric)
    expectClose(try a.eigh().values, SpectralOracle.eigenvaluesOfSymmetric)
    expectClose(
      try a.asType(Float.self).eigvalsh(),
      SpectralOracle.eigenvaluesOfSymmetric.asType(Float.self), absolute: 1e-5)
  }

  @Test func onlyTheLowerTriangleIsRead() throws {
    let known = try Tensor<Double>([[2, 0], [1, 2]]).eigh()
    expectClose(known.values, [1, 3])
    let root = 0.5.squareRoot()
    expectClose(known.vectors.abs(), Tensor(full: [2, 2], root))
    expectClose(try Tensor<Double>([[2, 7], [1, 2]]).eigvalsh(), [1, 3])
  }

  @Test func matricesWithoutElements() throws {
    let none = try Tensor<Double>(zeros: [0, 0]).eigh()
    #expect(none.values.shape == [0] && none.vectors.shape == [0, 0])
    let noMatrices = try Tensor<Float>(zeros: [0, 2, 2]).eigh()
    #expect(noMatrices.values.shape == [0, 2] && noMatrices.vectors.shape == [0, 2, 2])
    #expect(try Tensor<Float>(zeros: [3, 0, 0]).eigvalsh().shape == [3, 0])
  }

  @Test(arguments: [[1, 1], [3, 3], [4, 4], [2, 3, 3], [2, 1, 2, 2]] as [Shape])
  func gradients(shape: Shape) throws {
    let half: Tensor<Double> = seeded(shape, seed: 6)
    try expectThrowingGradients(at: half, tolerance: 1e-6) { half in
      let decomposition = try (half + half.swappingAxes(-2, -1)).eigh()
      // The signs may be chosen freely; here by the first element.
      let vectors = decomposition.vectors
      let signs = vectors[.ellipsis, 0..<1, 0...].detached().sign()
      return Tensor.concatenated([
        decomposition.values.flattened(), (vectors * signs).flattened(),
      ])
    }
    try expectThrowingGradients(at: half, tolerance: 1e-6) { half in
      try (half + half.swappingAxes(-2, -1)).eigvalsh()
    }
  }

  @Test(arguments: [DemandingMatrix.identity, .zero])
  func valuesHaveGradientsWhereVectorsHaveNone(kind: DemandingMatrix) throws {
    let a = kind.matrix([3, 3], as: Double.self)
    expectClose(
      try gradient(at: a) { try $0.eigh().values.sumOfSquares() }, a * 2, absolute: 1e-14)
    let slope = try gradient(at: a) { try $0.eigh().vectors.sum() }
    #expect(!slope.isFinite().all())
  }
}
