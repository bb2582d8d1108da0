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
          let residual = product(transposed ? t.transposed() : t, x) - b.asType(Double.self)
          expectSmall(
            residual.asType(S.self), comparedTo: frobenius(t) * frobenius(x), n: n,
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
    // 1 / 1e−310 is infinite.
    let t = Tensor<Double>([[1e-310, 0], [0, 1]])
    expectClose(try t.solveTriangular([3e-310, 1], reading: .lower), [3, 1], relative: 1e-12)
  }

  @Test func errors() {
    let t = Tensor<Float>([[[1, 0], [3, 1]], [[1, 0], [5, 0]]])
    expectError(.singular(pivot: 1, batch: [1]), saying: "matrix [1]", "pivot 1") {
      () throws(LinearAlgebraError) in try t.solveTriangular([1, 1], reading: .lower)
    }
    #expect(throws: Never.self) {
      try t.solveTriangular([1, 1], reading: .lower, unitDiagonal: true)
    }
    expectError(.notSquare(operation: "solveTriangular", shape: [1, 2])) {
      () throws(LinearAlgebraError) in
      try Tensor<Float>([[1, 2]]).solveTriangular([1, 1], reading: .lower)
    }
    expectError(
      .sizesDiffer(
        operation: "solveTriangular", shape: [2, 2, 2], other: [3],
        expected: "[2], or […, 2, k] with leading axes that broadcast")
    ) { () throws(LinearAlgebraError) in try t.solveTriangular([1, 1, 1], reading: .lower) }
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
