import Tern
import TestSupport
import Testing

struct PseudoInverseTests {
  @Test(arguments: SpectralOracle.rectangles)
  func isNumPys(_ known: SpectralOracle.Rectangle) throws {
    let (a, expected) = (known.matrix, known.pseudoInverse)
    let p = try a.pseudoInverse(relativeTolerance: 1e-13)
    let batch = Array(a.shape.dropLast(2))
    #expect(p.shape == Shape(batch + [a.shape[a.rank - 1], a.shape[a.rank - 2]]))
    expectClose(p.scalars, expected, relative: 1e-12, absolute: 1e-12)
    expectClose(try a.pseudoInverse().scalars, expected, relative: 1e-12, absolute: 1e-12)
    let single = try a.asType(Float.self).pseudoInverse(relativeTolerance: 1e-5)
    expectClose(single.scalars, expected.map { Float($0) }, relative: 1e-4, absolute: 1e-4)
  }

  /// The four conditions of Penrose, for matrices of full and of deficient rank.
  @Test(
    arguments: [DemandingMatrix.random, .deficient, .identity, .zero],
    [[1, 1], [7, 7], [12, 5], [5, 12], [3, 4, 2]] as [Shape])
  func penrosesConditions(kind: DemandingMatrix, shape: Shape) throws {
    let a = kind.matrix(shape, as: Double.self)
    let original = a.scalars
    let p = try a.pseudoInverse()
    let (ap, pa) = (a.matmul(p), p.matmul(a))
    expectClose(ap.matmul(a), a, absolute: 1e-11)
    expectClose(pa.matmul(p), p, absolute: 1e-11)
    expectClose(ap, ap.swappingAxes(-2, -1), absolute: 1e-11)
    expectClose(pa, pa.swappingAxes(-2, -1), absolute: 1e-11)
    let isUntouched = a.scalars == original
    #expect(isUntouched)
  }

  @Test func toleranceDecidesWhatIsZero() throws {
    let a = Tensor<Double>([[4, 0], [0, 0.5]])
    expectClose(try a.pseudoInverse(relativeTolerance: 0.1), [[0.25, 0], [0, 2]])
    expectClose(try a.pseudoInverse(relativeTolerance: 0.2), [[0.25, 0], [0, 0]])
    #expect(try a.matrixRank(relativeTolerance: 0.1) == Tensor<Int32>(2))
    #expect(try a.matrixRank(relativeTolerance: 0.2) == Tensor<Int32>(1))
  }

  @Test func matricesWithoutElements() throws {
    #expect(try Tensor<Double>(zeros: [0, 3]).pseudoInverse() == Tensor(zeros: [3, 0]))
    #expect(try Tensor<Float>(zeros: [2, 3, 0]).pseudoInverse() == Tensor(zeros: [2, 0, 3]))
    #expect(try Tensor<Float>(zeros: [0, 3, 2]).pseudoInverse() == Tensor(zeros: [0, 2, 3]))
    #expect(try Tensor<Float>(zeros: [2, 3, 0]).matrixRank() == Tensor<Int32>(zeros: [2]))
  }

  @Test(arguments: [[1, 1], [3, 3], [4, 2], [2, 4], [2, 3, 2]] as [Shape])
  func gradients(shape: Shape) throws {
    try expectThrowingGradients(at: seeded(shape, seed: 1), tolerance: 1e-6) {
      try $0.pseudoInverse()
    }
  }

  /// Along matrices of the same rank, here B Bᵀ of rank 2, the gradient is that of differences.
  @Test func gradientAtDeficientRank() throws {
    try expectThrowingGradients(at: seeded([4, 2], seed: 3), tolerance: 1e-6) { b in
      try b.matmul(b, transposingOther: true).pseudoInverse(relativeTolerance: 1e-9)
    }
  }

  @Test(
    arguments: [
      (DemandingMatrix.random, [5, 3], 3), (.deficient, [9, 7], 4), (.deficient, [2, 4, 6], 2),
      (.zero, [3, 3], 0), (.identity, [2, 4], 2), (.tiny, [3, 3], 3),
    ] as [(DemandingMatrix, Shape, Int32)])
  func rankIsThatOfTheFactors(kind: DemandingMatrix, shape: Shape, rank: Int32) throws {
    let batch = Shape(shape.dropLast(2))
    #expect(try kind.matrix(shape, as: Double.self).matrixRank() == Tensor(full: batch, rank))
    #expect(try kind.matrix(shape, as: Float.self).matrixRank() == Tensor(full: batch, rank))
  }
}
