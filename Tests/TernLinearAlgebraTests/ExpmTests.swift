import Tern
import TestSupport
import Testing

struct ExpmTests {
  @Test(arguments: SpectralOracle.exponentials)
  func multiplesAreSciPys(factor: Double, exponential: [Double]) throws {
    let a = SpectralOracle.square * factor
    let original = a.scalars
    let value = try a.expm()
    let scale = exponential.map(\.magnitude).max() ?? 1
    // Both squarings double their errors as often.
    expectClose(value.scalars, exponential, absolute: 1e-14 * scale * Swift.max(1, 4 * factor))
    let single = try a.asType(Float.self).expm()
    expectClose(
      single.scalars, exponential.map { Float($0) },
      absolute: 1e-6 * scale * Swift.max(1, 4 * factor)
    )
    let isUntouched = a.scalars == original
    #expect(isUntouched)
  }

  @Test func batchIsSciPys() throws {
    let expected = SpectralOracle.exponentialOfPair
    expectClose(try SpectralOracle.pair.expm(), expected, absolute: 1e-13)
    expectClose(
      try SpectralOracle.pair.asType(Float.self).expm(), expected.asType(Float.self),
      absolute: 1e-5)
  }

  /// Halving a matrix as often as its norm says would lose ten digits here.
  @Test func nonnormalMatrixIsNotScaledTooMuch() throws {
    let expected = SpectralOracle.exponentialOfNonnormal
    expectClose(try SpectralOracle.nonnormal.expm(), expected, relative: 1e-13)
  }

  @Test func exponentialOfDiagonal() throws {
    let x = Tensor<Double>([-30, -1, 0, 0.5, 12])
    let diagonal = x.expandingAxis(at: 1) * Tensor(identity: 5)
    expectClose(
      try diagonal.expm(), x.exp().expandingAxis(at: 1) * Tensor(identity: 5), relative: 1e-13)
  }

  @Test func exponentialOfRotation() throws {
    let turn = Tensor<Double>([[0, -2], [2, 0]])
    let two = Tensor<Double>(2)
    let (c, s) = (two.cos().scalar, two.sin().scalar)
    expectClose(try turn.expm(), Tensor([[c, -s], [s, c]]), absolute: 1e-14)
  }

  /// The series of a nilpotent matrix ends.
  @Test(arguments: [1.0, 1e-200, 1e10, 1e30])
  func exponentialOfNilpotent(factor: Double) throws {
    let a = Tensor<Double>([[0, 1], [0, 0]]) * factor
    expectClose(try a.expm(), Tensor([[1, factor], [0, 1]]), relative: 1e-13)
  }

  /// What powers of the diagonal leave is close to the least number there is.
  @Test(arguments: [1e-50, 1e-53, 5e-54, 1e-54, 1e-60])
  func exponentialOfAlmostNilpotent(diagonal: Double) throws {
    let a = Tensor<Double>([[0, 1], [0, 0]]) + diagonal * Tensor(identity: 2)
    expectClose(try a.expm(), [[1, 1], [0, 1]], relative: 1e-14, absolute: 1e-50)
  }

  @Test func beyondTheGreatestNumberIsNotFinite() throws {
    #expect(!(try Tensor<Double>([[1000]]).expm().scalar.isFinite))
    #expect(!(try Tensor<Float>([[200]]).expm().scalar.isFinite))
    #expect(try Tensor<Double>([[-1e300]]).expm().scalar == 0)
  }

  @Test func matricesWithoutElements() throws {
    #expect(try Tensor<Double>(zeros: [0, 0]).expm().shape == [0, 0])
    #expect(try Tensor<Float>(zeros: [2, 0, 0]).expm().shape == [2, 0, 0])
    #expect(try Tensor<Float>(zeros: [0, 3, 3]).expm().shape == [0, 3, 3])
  }

  @Test(arguments: [[1, 1], [2, 2], [3, 3], [2, 2, 2], [2, 1, 2, 2]] as [Shape])
  func gradients(shape: Shape) throws {
    for factor in [0.05, 1, 3] {
      try expectThrowingGradients(at: seeded(shape, seed: 2), tolerance: 1e-6) {
        try ($0 * factor).expm()
      }
    }
  }

  @Test func gradientAtZeroIsTheUpstreamOne() throws {
    let u: Tensor<Double> = seeded([3, 3])
    let slope = try gradient(at: Tensor(zeros: [3, 3])) { try ($0.expm() * u).sum() }
    expectClose(slope, u, absolute: 1e-14)
  }
}
