import Tern
import TestSupport
import Testing

struct SingularValueDecompositionTests {
  static let shapes: [Shape] = [
    [1, 1], [2, 2], [7, 7], [12, 12], [12, 5], [5, 12], [1, 6], [6, 1], [40, 33], [3, 4, 4],
    [2, 3, 5, 2], [2, 2, 3, 7],
  ]

  private func check<S: FloatingScalar>(_ kind: DemandingMatrix, _ shape: Shape, as _: S.Type)
    throws
  {
    let a = kind.matrix(shape, as: S.self)
    let original = a.scalars
    let (m, n) = (shape[shape.count - 2], shape[shape.count - 1])
    let (k, larger) = (min(m, n), max(m, n))
    let batch = Array(shape.dropLast(2))
    let comment = "\(kind) \(shape) \(S.self)"

    let thin = try a.svd()
    #expect(thin.u.shape == Shape(batch + [m, k]))
    #expect(thin.s.shape == Shape(batch + [k]))
    #expect(thin.vT.shape == Shape(batch + [k, n]))
    let full = try a.svd(full: true)
    #expect(full.u.shape == Shape(batch + [m, m]))
    #expect(full.vT.shape == Shape(batch + [n, n]))
    for svd in [thin, full] {
      expectResidual(svd.product(), a, size: frobenius(a), n: larger, comment)
      expectOrthonormalColumns(svd.u, comment)
      expectOrthonormalColumns(svd.vT.swappingAxes(-2, -1), comment)
      let isDescending = (svd.s[.ellipsis, 1...] .<= svd.s[.ellipsis, ..<(k - 1)]).all()
      #expect(isDescending && (svd.s .>= 0).all())
    }
    expectResidual(try a.svdvals(), thin.s, size: frobenius(a), n: larger, comment)
    // The original is as it was.
    let isUntouched = a.scalars == original
    #expect(isUntouched)
  }

  @Test(arguments: DemandingMatrix.allCases, shapes)
  func productsAndOrthogonality(kind: DemandingMatrix, shape: Shape) throws {
    try check(kind, shape, as: Double.self)
    try check(kind, shape, as: Float.self)
  }

  @Test(arguments: SpectralOracle.rectangles)
  func singularValuesAreNumPys(_ known: SpectralOracle.Rectangle) throws {
    let (a, expected) = (known.matrix, known.singularValues)
    expectClose(try a.svdvals().scalars, expected)
    expectClose(try a.svd().s.scalars, expected)
    expectClose(
      try a.asType(Float.self).svdvals().scalars, expected.map { Float($0) }, absolute: 1e-5)
  }

  @Test func matricesWithoutElements() throws {
    let wide = try Tensor<Double>(zeros: [0, 3]).svd(full: true)
    #expect(wide.u.shape == [0, 0] && wide.s.shape == [0])
    #expect(wide.vT == Tensor(identity: 3))
    let tall = try Tensor<Double>(zeros: [2, 3, 0]).svd(full: true)
    #expect(tall.u == Tensor(identity: 3).broadcast(to: [2, 3, 3]))
    #expect(tall.s.shape == [2, 0] && tall.vT.shape == [2, 0, 0])
    let thin = try Tensor<Float>(zeros: [4, 0]).svd()
    #expect(thin.u.shape == [4, 0] && thin.vT.shape == [0, 0])
    let none = try Tensor<Float>(zeros: [0, 2, 2]).svd()
    #expect(none.u.shape == [0, 2, 2] && none.s.shape == [0, 2])
    #expect(try Tensor<Float>(zeros: [3, 0, 2]).svdvals().shape == [3, 0])
  }

  /// Values and vectors of which signs that may be chosen freely are chosen by the first element.
  private func pinned(_ a: Tensor<Double>, full: Bool = false) throws -> Tensor<Double> {
    let svd = try a.svd(full: full)
    let signs = svd.u[.ellipsis, 0..<1, 0...].detached().sign()
    return Tensor.concatenated([
      (svd.u * signs).flattened(), svd.s.flattened(),
      (svd.vT * signs.swappingAxes(-2, -1)).flattened(),
    ])
  }

  @Test(arguments: [[1, 1], [3, 3], [4, 2], [2, 4], [2, 3, 2], [2, 1, 3, 3]] as [Shape])
  func gradients(shape: Shape) throws {
    let a: Tensor<Double> = seeded(shape, seed: 4)
    try expectThrowingGradients(at: a, tolerance: 1e-6) { try pinned($0) }
    try expectThrowingGradients(at: a, tolerance: 1e-6) { try $0.svdvals() }
  }

  @Test func gradientOfSquareFullDecomposition() throws {
    try expectThrowingGradients(at: seeded([3, 3], seed: 8), tolerance: 1e-6) {
      try pinned($0, full: true)
    }
  }

  /// The sum of squared singular values is that of the elements, whatever the values are.
  @Test(arguments: [DemandingMatrix.identity, .zero, .deficient], [[3, 3], [4, 3]] as [Shape])
  func valuesHaveGradientsWhereVectorsHaveNone(kind: DemandingMatrix, shape: Shape) throws {
    let a = kind.matrix(shape, as: Double.self)
    let slope = try gradient(at: a) { try $0.svd().s.sumOfSquares() }
    expectClose(slope, a * 2, absolute: 1e-14)
  }

  @Test func gradientOfTurningVectorsIsNotFinite() throws {
    let slope = try gradient(at: Tensor<Double>(identity: 3)) { try $0.svd().u.sum() }
    #expect(!slope.isFinite().all())
  }

  @Test func completingVectorsHaveNoGradient() async {
    expectMessage(
      "svd(full: true): the vectors of a matrix of 3 × 2 have no derivative, since what",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = try gradient(at: Tensor<Double>([[1, 2], [3, 4], [5, 6]])) {
          try $0.svd(full: true).u.sum()
        }
      })
  }

  @Test func completedDecompositionHasGradientOfValues() throws {
    let a: Tensor<Double> = seeded([4, 2], seed: 2)
    let slope = try gradient(at: a) { try $0.svd(full: true).s.sum() }
    expectClose(slope, try gradient(at: a) { try $0.svdvals().sum() }, absolute: 1e-13)
  }
}
