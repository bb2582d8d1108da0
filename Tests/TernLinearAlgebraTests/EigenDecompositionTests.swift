import Tern
import TestSupport
import Testing

struct EigenDecompositionTests {
  private func check<S: FloatingScalar>(_ kind: DemandingMatrix, _ shape: Shape, as _: S.Type)
    throws
  {
    let a = kind.matrix(shape, as: S.self)
    let original = a.scalars
    let n = shape[shape.count - 1]
    let comment = "\(kind) \(shape) \(S.self)"
    let decomposition = try a.eig()
    let (values, vectors) = (decomposition.values, decomposition.vectors)
    #expect(values.shape == Shape(shape.dropLast()) && vectors.shape == shape)
    // A V = V diag(w), the real and the imaginary parts.
    let (real, imaginary) = (
      values.real.expandingAxis(at: values.real.rank - 1),
      values.imaginary.expandingAxis(at: values.real.rank - 1)
    )
    expectResidual(
      a.matmul(vectors.real), vectors.real * real - vectors.imaginary * imaginary,
      size: frobenius(a), n: n,
      comment)
    expectResidual(
      a.matmul(vectors.imaginary), vectors.real * imaginary + vectors.imaginary * real,
      size: frobenius(a), n: n,
      comment)
    let norms = vectors.real.sumOfSquares(along: -2) + vectors.imaginary.sumOfSquares(along: -2)
    expectClose(
      norms, Tensor(ones: norms.shape), absolute: residualBound(n, as: S.self), comment)
    let isUntouched = a.scalars == original
    #expect(isUntouched)
  }

  @Test(arguments: DemandingMatrix.allCases, SymmetricEigenDecompositionTests.shapes)
  func vectorsAreStretchedByValues(kind: DemandingMatrix, shape: Shape) throws {
    try check(kind, shape, as: Double.self)
    try check(kind, shape, as: Float.self)
  }

  /// Real and imaginary parts in ascending order of the real, then of the imaginary part.
  private func sorted<S: FloatingScalar>(_ values: ComplexTensor<S>) -> (real: [S], imaginary: [S])
  {
    // Conjugates have the same real part but for rounding.
    let pairs = zip(values.real.scalars, values.imaginary.scalars).sorted { a, b in
      (a.0 - b.0).magnitude > 1e-4 ? a.0 < b.0 : a.1 < b.1
    }
    return (pairs.map(\.0), pairs.map(\.1))
  }

  @Test(arguments: [
    (
      SpectralOracle.square, SpectralOracle.realPartsOfSquare,
      SpectralOracle.imaginaryPartsOfSquare
    ),
    (
      SpectralOracle.rotating, SpectralOracle.realPartsOfRotating,
      SpectralOracle.imaginaryPartsOfRotating
    ),
  ])
  func valuesAreNumPys(
    _ a: Tensor<Double>, _ real: Tensor<Double>, _ imaginary: Tensor<Double>
  ) throws {
    for values in [try a.eigvals(), try a.eig().values] {
      let found = sorted(values)
      expectClose(found.real, real.scalars, absolute: 1e-13)
      expectClose(found.imaginary, imaginary.scalars, absolute: 1e-13)
    }
    let single = sorted(try a.asType(Float.self).eigvals())
    expectClose(single.real, real.scalars.map { Float($0) }, absolute: 1e-5)
    expectClose(single.imaginary, imaginary.scalars.map { Float($0) }, absolute: 1e-5)
  }

  @Test func rotationTurnsEveryRealVector() throws {
    let rotation = try Tensor<Double>([[0, -1], [1, 0]]).eig()
    expectClose(rotation.values.real, [0, 0])
    expectClose(rotation.values.imaginary, [1, -1])
    expectClose(rotation.vectors.imaginary[0...1, 0], -rotation.vectors.imaginary[0...1, 1])
  }

  @Test func matricesWithoutElements() throws {
    let none = try Tensor<Double>(zeros: [0, 0]).eig()
    #expect(none.values.shape == [0] && none.vectors.shape == [0, 0])
    let noMatrices = try Tensor<Float>(zeros: [0, 2, 2]).eig()
    #expect(noMatrices.values.shape == [0, 2] && noMatrices.vectors.shape == [0, 2, 2])
    #expect(try Tensor<Float>(zeros: [3, 0, 0]).eigvals().shape == [3, 0])
  }

  @Test func partsHaveToAgree() async {
    expectMessage(
      "a complex tensor needs parts of one shape, got [2] and [3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = ComplexTensor(real: Tensor<Double>(zeros: [2]), imaginary: Tensor(zeros: [3]))
      })
  }
}
