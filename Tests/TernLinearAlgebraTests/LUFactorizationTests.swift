import Tern
import TestSupport
import Testing

struct LUFactorizationTests {
  typealias Oracle = LinearAlgebraOracle

  @Test func factorsAreThoseOfSciPy() throws {
    let lu = try Oracle.matrix.lu()
    expectClose(lu.lower, Oracle.lower)
    expectClose(lu.upper, Oracle.upper)
    #expect(lu.permutation.scalars.map(Double.init) == Oracle.permutation.scalars)
    #expect(!lu.isSingular)
  }

  private func check<S: FloatingScalar>(
    _: S.Type, _ kind: DemandingMatrix, _ rows: Int, _ columns: Int
  ) throws {
    let a = kind.matrix([rows, columns], as: S.self)
    let original = a
    let lu = try a.lu()
    let sorted = a.taking(lu.permutation)
    expectResidual(
      product(lu.lower, lu.upper), sorted, size: frobenius(a), n: max(rows, columns),
      "\(kind) \(S.self) \(a.shape)")
    #expect(lu.lower.scalars.allSatisfy { $0.magnitude <= 1 })
    #expect(Set(lu.permutation.scalars).count == rows)
    #expect(a == original)
  }

  @Test(
    arguments: DemandingMatrix.allCases,
    [
      (1, 1), (4, 4), (7, 3), (3, 7), (16, 16), (17, 40), (40, 17), (100, 100), (130, 257),
      (300, 65),
    ])
  func productsAreTheSortedRows(kind: DemandingMatrix, size: (Int, Int)) throws {
    try check(Double.self, kind, size.0, size.1)
    try check(Float.self, kind, size.0, size.1)
  }

  @Test func batchesAreFactorisedOneByOne() throws {
    let a: Tensor<Double> = seeded([2, 3, 5, 4], seed: 3)
    let lu = try a.lu()
    #expect(lu.permutation.shape == [2, 3, 5])
    let product = lu.lower.matmul(lu.upper)
    for (i, j) in [(0, 0), (0, 2), (1, 1)] {
      let order = lu.permutation[i, j]
      expectClose(product[i, j], a[i, j].taking(order))
      expectClose(lu.upper[i, j], try a[i, j].lu().upper)
    }
  }

  @Test func singularAndEmptyMatricesHaveFactors() throws {
    let lu = try Tensor<Double>([[1, 2], [2, 4]]).lu()
    #expect(lu.isSingular)
    expectClose(lu.upper, [[2, 4], [0, 0]])
    #expect(try Tensor<Double>(zeros: [0, 3]).lu().lower.shape == [0, 0])
    #expect(try Tensor<Double>(zeros: [3, 0]).lu().permutation.shape == [3])
  }

  @Test func gradientsFlowThroughAFactorizationThatIsUsedTwice() {
    expectGradients([3, 3], [3, 2], tolerance: 1e-6) { x, b in
      do {
        let lu = try (x + 4 * Tensor(identity: 3)).lu()
        return try lu.solve(lu.solve(b), transposingSelf: true) * lu.determinant()
      } catch {
        Issue.record(error)
        return b
      }
    }
  }
}
