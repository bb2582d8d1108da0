import Tern
import TestSupport
import Testing

struct LeastSquaresTests {
  typealias Oracle = LinearAlgebraOracle

  @Test func solutionsAreThoseOfNumPy() throws {
    let found = try Oracle.deficient.leastSquares(Oracle.deficientRightSides)
    expectClose(found.solution, Oracle.leastSquares, absolute: 1e-13)
    #expect(Double(found.rank.scalar) == Oracle.rank.scalar)
    expectClose(found.singularValues, Oracle.singularValues, absolute: 1e-13)
    expectClose(found.residuals, Oracle.residuals, relative: 1e-12)
  }

  private func check<S: FloatingScalar>(
    _: S.Type, _ kind: DemandingMatrix, _ rows: Int, _ columns: Int
  ) throws {
    let a = kind.matrix([rows, columns], as: S.self)
    let (original, n) = (a, max(rows, columns))
    let comment = "\(kind) \(S.self) \(a.shape)"
    let b: Tensor<S> = seeded([rows, 3], seed: 5)
    let found = try a.leastSquares(b)
    let x = found.solution
    // The residual is orthogonal to the columns.
    let size = frobenius(a) * frobenius(x) + frobenius(b)
    let residual = product(a, x) - b.asType(Double.self)
    expectResidual(
      a.asType(Double.self).matmul(residual, transposingSelf: true),
      Tensor<S>(zeros: [columns, 3]), size: frobenius(a) * size, n: n, comment)
    expectClose(
      found.residuals.asType(Double.self), residual.squared().sum(along: 0),
      relative: 1e3 * S.ulpOfOne.asDouble, absolute: 1e3 * S.ulpOfOne.asDouble * size * size)
    #expect(found.singularValues.shape == [min(rows, columns)])
    if let rank = kind.rank(rows, columns) { #expect(Int(found.rank.scalar) == rank) }

    // What the columns can reach is reached.
    let source: Tensor<S> = seeded([columns, 2], seed: 7)
    let reachable = a.matmul(source)
    let solution = try a.leastSquares(reachable).solution
    expectResidual(
      product(a, solution), reachable,
      size: frobenius(a) * (frobenius(solution) + frobenius(source)), n: n, comment)
    #expect(a == original)
  }

  @Test(
    arguments: DemandingMatrix.allCases,
    [(1, 1), (4, 4), (7, 3), (3, 7), (17, 40), (60, 60)])
  func residualsAreOrthogonal(kind: DemandingMatrix, size: (Int, Int)) throws {
    try check(Double.self, kind, size.0, size.1)
    try check(Float.self, kind, size.0, size.1)
  }

  @Test(arguments: [(384, 384), (500, 390)]) func largeSystemsOfFullRank(size: (Int, Int)) throws {
    let (rows, columns) = size
    let a: Tensor<Double> =
      seeded([rows, columns], seed: 3) / 20 + 2
      * Tensor(identity: rows)[
        .slice(), 0..<columns]
    let b: Tensor<Double> = seeded([rows, 3], seed: 5)
    let found = try a.leastSquares(b)
    let residual = a.matmul(found.solution) - b
    expectResidual(
      a.matmul(residual, transposingSelf: true), Tensor<Double>(zeros: [columns, 3]),
      size: frobenius(a) * (frobenius(a) * frobenius(found.solution) + frobenius(b)), n: rows)
    expectClose(found.singularValues, try a.svdvals(), relative: 1e-12)
    #expect(found.rank == Tensor<Int32>(Int32(columns)))
    // One column that is a sum of others: LAPACK has to find the shortest solution.
    var deficient = a
    deficient[.slice(), columns - 1] = a[.slice(), 0] + a[.slice(), 1]
    let shortest = try deficient.leastSquares(b)
    #expect(shortest.rank == Tensor<Int32>(Int32(columns - 1)))
    let solution = shortest.solution
    expectClose(solution[columns - 1], solution[0] + solution[1], absolute: 1e-11)
    expectResidual(
      deficient.matmul(deficient.matmul(solution) - b, transposingSelf: true),
      Tensor<Double>(zeros: [columns, 3]),
      size: frobenius(a) * (frobenius(a) * frobenius(solution) + frobenius(b)), n: rows)
  }

  @Test func solutionsAreTheShortest() throws {
    let found = try Tensor<Double>([[1, 1], [1, 1]]).leastSquares([1, 3])
    expectClose(found.solution, [1, 1])
    #expect(found.rank == Tensor<Int32>(1))
    expectClose(found.singularValues, [2, 0])
    expectClose(found.residuals, Tensor(2))
  }

  @Test func theCutoffDecidesWhatIsNothing() throws {
    let a = Tensor<Double>([[1, 0], [0, 1e-3]])
    #expect(try a.leastSquares([1, 1]).rank == Tensor<Int32>(2))
    let found = try a.leastSquares([1, 1], cutoff: 1e-2)
    #expect(found.rank == Tensor<Int32>(1))
    expectClose(found.solution, [1, 0])
  }

  @Test func leadingAxesBroadcast() throws {
    let a: Tensor<Double> = seeded([2, 1, 5, 3], seed: 3)
    let b: Tensor<Double> = seeded([4, 5, 2], seed: 4)
    let found = try a.leastSquares(b)
    #expect(found.solution.shape == [2, 4, 3, 2] && found.residuals.shape == [2, 4, 2])
    #expect(found.rank.shape == [2, 4] && found.singularValues.shape == [2, 4, 3])
    for (i, j) in [(0, 0), (1, 3)] {
      let one = try a[i, 0].leastSquares(b[j])
      expectClose(found.solution[i, j], one.solution)
      expectClose(found.residuals[i, j], one.residuals)
    }
    #expect(try a.leastSquares(seeded([5], seed: 1)).solution.shape == [2, 1, 3])
  }

  @Test func nothingIsSolvedToo() throws {
    let noRows = try Tensor<Double>(zeros: [0, 3]).leastSquares(Tensor(zeros: [0, 2]))
    #expect(noRows.solution == Tensor(zeros: [3, 2]))
    let noColumns = try Tensor<Double>(zeros: [3, 0]).leastSquares([1, 2, 2])
    #expect(noColumns.solution.shape == [0] && noColumns.residuals == Tensor(9))
    let noRights = try Tensor<Double>(identity: 3).leastSquares(Tensor(zeros: [3, 0]))
    #expect(noRights.solution.shape == [3, 0] && noRights.rank == Tensor<Int32>(3))
  }
}
