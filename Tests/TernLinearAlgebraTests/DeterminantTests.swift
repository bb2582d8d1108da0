import Tern
import TestSupport
import Testing

struct DeterminantTests {
  typealias Oracle = LinearAlgebraOracle

  @Test func determinantsAreThoseOfNumPy() throws {
    expectClose(try Oracle.matrix.determinant(), Oracle.determinant)
    expectClose(try Oracle.batch.determinant(), Oracle.batchDeterminants)
    let logDeterminant = try Oracle.batch.logDeterminant()
    #expect(logDeterminant.sign == Oracle.sign)
    expectClose(logDeterminant.logarithm, Oracle.logarithm)
    expectClose(try Oracle.batch.lu().determinant(), Oracle.batchDeterminants)
  }

  @Test(arguments: [2, 17, 40]) func determinantsMultiply(n: Int) throws {
    let a: Tensor<Double> = seeded([n, n], seed: 3)
    let b: Tensor<Double> = seeded([n, n], seed: 4)
    let expected = try a.determinant() * b.determinant()
    expectClose(try a.matmul(b).determinant(), expected, relative: 1e-10)
    let (one, other, both) = (
      try a.logDeterminant(), try b.logDeterminant(), try a.matmul(b).logDeterminant()
    )
    #expect(both.sign == one.sign * other.sign)
    expectClose(both.logarithm, one.logarithm + other.logarithm, relative: 1e-10, absolute: 1e-10)
  }

  @Test func degenerateMatrices() throws {
    let singular = Tensor<Double>([[1, 2], [2, 4]])
    #expect(try singular.determinant() == Tensor(0))
    #expect(try singular.logDeterminant().sign == Tensor(0))
    #expect(try singular.logDeterminant().logarithm == Tensor(-.infinity))
    #expect(try Tensor<Double>(zeros: [0, 0]).determinant() == Tensor(1))
    #expect(try Tensor<Double>(zeros: [0, 0]).logDeterminant().logarithm == Tensor(0))
    #expect(try Tensor<Float>(zeros: [2, 0, 0]).determinant() == [1, 1])
    #expect(try Tensor<Float>([[-3]]).determinant() == Tensor(-3))
  }

  @Test func largeAndSmallPivotsMakeUpForEachOther() throws {
    let sizes: [Double] = [1e200, 1e200, 1e-200, 1e-200, 3]
    let diagonal = Tensor(identity: 5) * Tensor(sizes)
    expectClose(try diagonal.determinant(), Tensor(3), relative: 1e-14)
    expectClose(
      try (diagonal * Tensor([1e100, 1, 1, 1, 1])).determinant(), Tensor(3e100), relative: 1e-14)
    #expect(try (Tensor(identity: 3) * 1e200).determinant() == Tensor(.infinity))
    #expect(try (Tensor(identity: 3) * 1e-200).determinant() == Tensor(0))
    #expect(try (Tensor<Double>(identity: 3) * 1e-107).determinant().scalar > 0)
  }

  @Test(arguments: [[2, 2], [3, 3], [2, 3, 3]] as [Shape]) func gradients(shape: Shape) {
    expectGradients(shape, tolerance: 1e-6) { x in
      recorded(x) { x throws(LinearAlgebraError) in try x.determinant() }
    }
    expectGradients(shape, tolerance: 1e-6) { x in
      recorded(x) { x throws(LinearAlgebraError) in try x.logDeterminant().logarithm }
    }
  }

  @Test func gradientsOfSingularMatricesAreCofactors() throws {
    // Of rank 2 and of rank 1, and both beside a regular one.
    let rank2 = Tensor<Double>([[4, 2, 1], [2, 3, 1], [2, -1, 0]])
    let rank1 = Tensor<Double>([[1, 2, 3], [2, 4, 6], [-1, -2, -3]])
    let regular = Tensor<Double>([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
    let zeroPivot = Tensor<Double>([[0, 1], [0, 0]])
    for x in [rank2, zeroPivot] {
      try expectThrowingGradients(at: x, tolerance: 1e-6) { x in try x.determinant() }
    }
    for x in [rank1, .stacked([rank1, regular, rank2]), Tensor(zeros: [2, 2])] {
      try expectThrowingGradients(at: x, secondDerivatives: false, tolerance: 1e-6) { x in
        try x.determinant()
      }
    }
    let cofactors = try gradient(at: zeroPivot) { x in try x.determinant() }
    expectClose(cofactors, [[0, 0], [-1, 0]])
  }

  private func recorded(
    _ x: Tensor<Double>, _ body: (Tensor<Double>) throws(LinearAlgebraError) -> Tensor<Double>
  ) -> Tensor<Double> {
    do { return try body(x) } catch {
      Issue.record(error)
      return x
    }
  }
}
