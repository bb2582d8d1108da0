import Tern
import TestSupport
import Testing

struct TriangularSolveTests {
  typealias Oracle = LinearAlgebraOracle

  @Test func solutionsAreThoseOfSciPy() throws {
    let (a, b) = (Oracle.matrix, Oracle.rightSides)
    expectClose(try a.solveTriangular(b, reading: .lower), Oracle.lowerSolution, relative: 1e-13)
    expectClose(try a.solveTriangular(b, reading: .upper), Oracle.upperSolution, relative: 1e-13)
    expectClose(
      try a.solveTriangular(b, reading: .lower, transposingSelf: true),
      Oracle.transposedLowerSolution, relative: 1e-13)
    expectClose(
      try a.solveTriangular(b, reading: .upper, unitDiagonal: true), Oracle.unitUpperSolution,
      relative: 1e-13)
  }

  /// The triangle of a matrix as a matrix.
  private func triangle<S: FloatingScalar>(
    _ a: Tensor<S>, _ part: TriangularPart, unit: Bool
  ) -> Tensor<S> {
    Tensor(shape: a.shape) { index in
      let (i, j) = (index[0], index[1])
      if i == j && unit { return 1 }
      return (part == .lower ? i >= j : i <= j) ? a[i, j].scalar : 0
    }
  }

  private func check<S: FloatingScalar>(_: S.Type, _ n: Int, _ k: Int) throws {
    let a = seeded([n, n], seed: 3) / S(n) + 2 * Tensor<S>(identity: n)
    let b: Tensor<S> = seeded([n, k], seed: 5)
    for part in [TriangularPart.lower, .upper] {
      for transposed in [false, true] {
        for unit in [false, true] {
          let x = try a.solveTriangular(
            b, reading: part, transposingSelf: transposed, unitDiagonal: unit)
          let t = triangle(a, part, unit: unit)
          expectResidual(
            product(transposed ? t.transposed() : t, x), b, size: frobenius(t) * frobenius(x), n: n,
            "\(part) transposed \(transposed) unit \(unit)")
        }
      }
    }
  }

  @Test(arguments: [1, 2, 7, 32, 33, 100], [1, 5, 70]) func residualsAreSmall(n: Int, k: Int) throws
  {
    try check(Double.self, n, k)
    try check(Float.self, n, k)
  }

  @Test func theOtherTriangleIsNotRead() throws {
    let t = Tensor<Double>([[2, .nan], [1, 4]])
    #expect(try t.solveTriangular([2, 9], reading: .lower) == [1, 2])
    let infinite = Tensor<Double>([[2, .infinity], [1, 4]])
    expectError(
      .notFinite(
        operation: "solveTriangular", operand: "the matrix", index: [0, 1], value: .infinity),
      saying: "[0, 1]", "inf"
    ) { () throws(LinearAlgebraError) in try infinite.solveTriangular([2, 9], reading: .upper) }
  }

  @Test func smallestNumbersAreDividedBy() throws {
    // 1e−310, whose reciprocal is infinite; a literal would warn that it is not exact.
    let subnormal = 1e-300 * 1e-10
    let t = Tensor([subnormal, 1]) * Tensor(identity: 2)
    let x = try t.solveTriangular(Tensor([3 * subnormal, 1]), reading: .lower)
    expectClose(x, [3, 1], relative: 1e-12)
  }

  @Test func theDiagonalOfOnesIsNotRead() throws {
    let t = Tensor<Float>([[[0, 7], [3, .nan]], [[1, 7], [5, 0]]])
    #expect(
      try t.solveTriangular([1, 1], reading: .lower, unitDiagonal: true) == [[1, -2], [1, -4]])
    #expect(throws: LinearAlgebraError.singular(pivot: 0, batch: [])) {
      try Tensor<Float>([[0, 7], [3, 1]]).solveTriangular([1, 1], reading: .lower)
    }
  }

  @Test(
    arguments: [TriangularPart.lower, .upper],
    [(false, false), (false, true), (true, false), (true, true)])
  func gradients(part: TriangularPart, flags: (transposed: Bool, unit: Bool)) {
    expectGradients([2, 3, 3], [3, 2], tolerance: 1e-6) { x, b in
      do {
        return try (x + 4 * Tensor(identity: 3)).solveTriangular(
          b, reading: part, transposingSelf: flags.transposed, unitDiagonal: flags.unit)
      } catch {
        Issue.record(error)
        return b
      }
    }
  }
}
