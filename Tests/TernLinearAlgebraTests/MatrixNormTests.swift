import Tern
import TestSupport
import Testing

struct MatrixNormTests {
  @Test(arguments: SpectralOracle.rectangles)
  func normsAreNumPys(_ known: SpectralOracle.Rectangle) throws {
    for order in MatrixNorm.allCases {
      let expected = try #require(known.norms[order])
      let (a, comment) = (known.matrix, "\(order)")
      let norm = try a.matrixNorm(order)
      #expect(norm.shape == Shape(a.shape.dropLast(2)))
      expectClose(norm.scalars, expected, relative: 1e-13, absolute: 1e-14, comment)
      let kept = try a.matrixNorm(order, keepingAxes: true)
      #expect(kept.shape == Shape(a.shape.dropLast(2) + [1, 1]))
      expectClose(kept.scalars, expected, relative: 1e-13, absolute: 1e-14, comment)
      let single = try a.asType(Float.self).matrixNorm(order)
      expectClose(
        single.scalars, expected.map { Float($0) }, relative: 1e-5, absolute: 1e-6, comment)
    }
  }

  @Test(arguments: MatrixNorm.allCases) func anyTwoAxes(order: MatrixNorm) throws {
    let x: Tensor<Double> = seeded([3, 2, 4])
    let moved = x.permuted([1, 2, 0])
    let norm = try x.matrixNorm(order, along: (-1, 0))
    expectClose(norm, try moved.matrixNorm(order), relative: 1e-13)
    let kept = try x.matrixNorm(order, along: (2, 0), keepingAxes: true)
    #expect(kept.shape == [1, 2, 1])
    expectClose(kept.scalars, norm.scalars, relative: 1e-13)
  }

  @Test(arguments: MatrixNorm.allCases) func matricesWithoutElements(order: MatrixNorm) throws {
    #expect(try Tensor<Double>(zeros: [0, 3]).matrixNorm(order).scalar == 0)
    #expect(try Tensor<Double>(zeros: [2, 3, 0]).matrixNorm(order) == [0, 0])
    #expect(try Tensor<Double>(zeros: [0, 3, 3]).matrixNorm(order).shape == [0])
  }

  @Test(arguments: MatrixNorm.allCases) func gradients(order: MatrixNorm) throws {
    for shape in [[1, 2], [3, 3], [4, 2], [2, 2, 3]] as [Shape] {
      try expectThrowingGradients(at: seeded(shape, seed: 5), tolerance: 1e-6) {
        try $0.matrixNorm(order)
      }
    }
  }

  @Test func elementaryNormsLetNaNThrough() throws {
    let broken = Tensor<Double>([[1, .nan], [2, 3]])
    for order in [MatrixNorm.frobenius, .one, .minusOne, .infinity, .minusInfinity] {
      #expect(try broken.matrixNorm(order).scalar.isNaN)
    }
    #expect(try Tensor<Double>([[1, -.infinity]]).matrixNorm(.one).scalar == .infinity)
  }

  @Test func axesHaveToDiffer() async {
    expectMessage(
      "matrixNorm: axes (rows: 0, columns: -2) of shape [2, 2] are the same",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = try Tensor<Double>(zeros: [2, 2]).matrixNorm(along: (0, -2))
      })
  }

  @Test func vectorsHaveNoMatrixNorm() async {
    expectMessage(
      "matrixNorm needs a matrix, got shape [2]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = try Tensor<Double>([1, 2]).matrixNorm()
      })
  }
}
