import Tern
import TestSupport
import Testing

struct ConditionNumberTests {
  @Test(arguments: SpectralOracle.conditionNumbers)
  func isNumPys(order: MatrixNorm, square: Double, pair: [Double]) throws {
    expectClose(try SpectralOracle.square.conditionNumber(order).scalar, square, relative: 1e-12)
    let numbers = try SpectralOracle.pair.conditionNumber(order)
    #expect(numbers.shape == [2])
    expectClose(numbers.scalars, pair, relative: 1e-12)
    let single = try SpectralOracle.pair.asType(Float.self).conditionNumber(order)
    expectClose(single.scalars, pair.map { Float($0) }, relative: 1e-4)
  }

  @Test(arguments: MatrixNorm.allCases)
  func singularMatricesAreInfinitelyBad(order: MatrixNorm) throws {
    let zero = Tensor<Double>(zeros: [2, 2])
    #expect(try zero.conditionNumber(order).scalar == .infinity)
    // In a batch the others keep theirs.
    let fine = Tensor<Double>([[2, 1], [0, 1]])
    let both = try Tensor.stacked([fine, zero]).conditionNumber(order)
    expectClose(both.scalars, [try fine.conditionNumber(order).scalar, .infinity], relative: 1e-14)
  }

  @Test func rectanglesHaveOneBySingularValues() throws {
    let s = try SpectralOracle.tall.svdvals()
    let known = s[0].scalar / s[2].scalar
    expectClose(try SpectralOracle.tall.conditionNumber().scalar, known)
    expectClose(try SpectralOracle.tall.conditionNumber(.minusTwo).scalar, 1 / known)
    #expect(try Tensor<Double>(zeros: [2, 3, 0]).conditionNumber() == Tensor(zeros: [2]))
  }

  @Test(arguments: MatrixNorm.allCases) func gradients(order: MatrixNorm) throws {
    for shape in [[3, 3], [2, 2, 2]] as [Shape] {
      // Neither singular nor close to it.
      let near: Tensor<Double> = seeded(shape, in: -0.5...0.5, seed: 7)
      let a = near + Tensor(identity: shape[shape.count - 1])
      try expectThrowingGradients(at: a, tolerance: 1e-6) { try $0.conditionNumber(order) }
    }
  }
}
