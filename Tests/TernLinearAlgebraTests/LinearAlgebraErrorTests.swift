import Tern
import TestSupport
import Testing

/// What every routine says of operands that it cannot take: what was wrong and where. Operands stay
/// as they were.
struct LinearAlgebraErrorTests {
  /// Sizes of which other algorithms are in charge.
  private static let sizes = [3, 12]

  private func bits<S: FloatingScalar>(_ x: Tensor<S>) -> [UInt64] {
    x.scalars.map { $0.asDouble.bitPattern }
  }

  /// Expects a call to throw an error with this message, and to leave its operands alone.
  private func expect<S: FloatingScalar>(
    _ message: String, _ expected: LinearAlgebraError?, operands: [Tensor<S>],
    sourceLocation: SourceLocation = #_sourceLocation,
    from body: () throws(LinearAlgebraError) -> Void
  ) {
    let before = operands.map(bits)
    do throws(LinearAlgebraError) {
      try body()
      Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    } catch {
      #expect("\(error)" == message, sourceLocation: sourceLocation)
      // NaN is not equal to itself.
      if let expected { #expect(error == expected, sourceLocation: sourceLocation) }
    }
    let areUntouched = operands.map(bits) == before
    #expect(areUntouched, sourceLocation: sourceLocation)
  }

  // MARK: - Elements

  @Test(arguments: Routine.allCases, [Double.nan, .infinity, -.infinity])
  func elementsThatAreNotFiniteAreNamed(routine: Routine, value: Double) {
    func check<S: FloatingScalar>(_: S.Type, _ n: Int) {
      func expect(_ a: Tensor<S>, at index: [Int]) {
        let error = LinearAlgebraError.notFinite(
          operation: routine.reported, operand: "the matrix", index: index, value: value)
        self.expect(
          "\(routine.reported): element \(index) of the matrix is \(value); all elements have to be "
            + "finite", value.isNaN ? nil : error, operands: [a]
        ) { () throws(LinearAlgebraError) in try routine.run(a) }
      }
      // In the lower triangle, which all read.
      var matrix: Tensor<S> = seeded([n, n])
      matrix[n - 1, 1] = Tensor(S(double: value))
      expect(matrix, at: [n - 1, 1])
      guard Routine.batched.contains(routine) else { return }
      var batch: Tensor<S> = seeded([2, 2, n, n])
      batch[1, 0] = matrix
      expect(batch, at: [1, 0, n - 1, 1])
    }
    for n in Self.sizes {
      check(Double.self, n)
      check(Float.self, n)
    }
  }

  @Test(arguments: Solver.allCases, [Double.nan, .infinity, -.infinity])
  func rightSidesThatAreNotFiniteAreNamed(solver: Solver, value: Double) {
    func check<S: FloatingScalar>(_: S.Type, _ n: Int) {
      let a = Tensor<S>(identity: n) * 2
      var b: Tensor<S> = seeded([2, n, 2])
      b[1, n - 1, 0] = Tensor(S(double: value))
      let error = LinearAlgebraError.notFinite(
        operation: solver.reported, operand: "the right sides", index: [1, n - 1, 0], value: value)
      expect(
        "\(solver.reported): element [1, \(n - 1), 0] of the right sides is \(value); all elements "
          + "have to be finite", value.isNaN ? nil : error, operands: [a, b]
      ) { () throws(LinearAlgebraError) in try solver.run(a, b) }
    }
    for n in Self.sizes {
      check(Double.self, n)
      check(Float.self, n)
    }
  }

  // MARK: - Shapes

  @Test(arguments: Routine.allCases.filter { !$0.trapsWithoutMatrices })
  func shapesWithoutMatricesAreNamed(routine: Routine) {
    for shape in [[], [2]] as [Shape] {
      let a = Tensor<Double>(ones: shape)
      expect(
        "\(routine.reported) needs matrices, […, rows, columns], got shape \(shape)",
        .notMatrices(operation: routine.reported, shape: shape), operands: [a]
      ) { () throws(LinearAlgebraError) in try routine.run(a) }
    }
  }

  @Test(arguments: Routine.batched) func shapesThatAreNotSquareAreNamed(routine: Routine) {
    let wide: Tensor<Double> = seeded([4, 2, 3])
    guard routine.needsSquare else {
      #expect(throws: Never.self) { try routine.run(wide) }
      return
    }
    expect(
      "\(routine.reported) needs square matrices, […, n, n], got shape [4, 2, 3]",
      .notSquare(operation: routine.reported, shape: [4, 2, 3]), operands: [wide]
    ) { () throws(LinearAlgebraError) in try routine.run(wide) }
  }

  @Test(arguments: FactorizationRoutine.allCases)
  func factorizationsOfRectanglesHaveNoSolutions(routine: FactorizationRoutine) {
    let wide: Tensor<Float> = seeded([2, 3])
    expect(
      "\(routine.reported) needs square matrices, […, n, n], got shape [2, 3]",
      .notSquare(operation: routine.reported, shape: [2, 3]), operands: [wide]
    ) { () throws(LinearAlgebraError) in try routine.run(wide) }
  }

  @Test(
    arguments: Solver.allCases,
    [
      ([3, 3], [4]), ([3, 3], [4, 1]), ([3, 3], []), ([2, 3, 3], [4, 3, 2]), ([2, 3, 3], [2]),
    ] as [(Shape, Shape)])
  func rightSidesThatDoNotFitAreNamed(solver: Solver, shapes: (Shape, Shape)) {
    let a = Tensor<Double>(identity: 3).broadcast(to: shapes.0)
    let b = Tensor<Double>(ones: shapes.1)
    let right = "[3], or […, 3, k] with leading axes that broadcast"
    expect(
      "\(solver.reported): shape \(shapes.1) does not fit shape \(shapes.0); it should be \(right)",
      .sizesDiffer(
        operation: solver.reported, shape: shapes.0, other: shapes.1, expected: right),
      operands: [a, b]
    ) { () throws(LinearAlgebraError) in try solver.run(a, b) }
  }

  // MARK: - Matrices without what was asked for

  /// Expects a routine to name a matrix that has no inverse, alone and in a batch.
  private func expectSingular<S: FloatingScalar>(
    _: S.Type, _ n: Int, from body: (Tensor<S>) throws(LinearAlgebraError) -> Void
  ) {
    var matrix = Tensor<S>(identity: n)
    matrix[n - 1, n - 1] = Tensor(0)
    var batch = Tensor<S>(identity: n).broadcast(to: [2, 2, n, n])
    batch[1, 0] = matrix
    for (a, name, place) in [
      (matrix, "the matrix", []), (batch, "matrix [1, 0] of the batch", [1, 0]),
    ] {
      expect(
        "\(name) is singular: pivot \(n - 1) is 0; only a matrix whose rows are independent has an "
          + "inverse (leastSquares solves what can be solved)",
        .singular(pivot: n - 1, batch: place), operands: [a]
      ) { () throws(LinearAlgebraError) in try body(a) }
    }
  }

  @Test(
    arguments: [
      Routine.solve, .solveTransposed, .solveTriangular, .inverse, .matrixPowerNegative,
    ])
  func singularMatricesAreNamed(routine: Routine) {
    for n in Self.sizes {
      expectSingular(Double.self, n) { a throws(LinearAlgebraError) in try routine.run(a) }
      expectSingular(Float.self, n) { a throws(LinearAlgebraError) in try routine.run(a) }
    }
  }

  @Test(arguments: FactorizationRoutine.ofRegular)
  func singularMatricesThatAreFactorizedAreNamed(routine: FactorizationRoutine) {
    for n in Self.sizes {
      expectSingular(Double.self, n) { a throws(LinearAlgebraError) in try routine.run(a) }
      expectSingular(Float.self, n) { a throws(LinearAlgebraError) in try routine.run(a) }
    }
  }

  @Test(arguments: sizes) func minorsThatAreNotPositiveAreNamed(n: Int) {
    func check<S: FloatingScalar>(_: S.Type) {
      var matrix = Tensor<S>(identity: n)
      matrix[1, 1] = Tensor(-1)
      var batch = Tensor<S>(identity: n).broadcast(to: [2, 2, n, n])
      batch[1, 0] = matrix
      for (a, name, place) in [
        (matrix, "the matrix", []), (batch, "matrix [1, 0] of the batch", [1, 0]),
      ] {
        expect(
          "\(name) is not positive definite: its leading minor of order 2 is not positive; a "
            + "Cholesky factor needs all of them to be",
          .notPositiveDefinite(minor: 2, batch: place), operands: [a]
        ) { () throws(LinearAlgebraError) in _ = try a.cholesky() }
      }
    }
    check(Double.self)
    check(Float.self)
  }

  // MARK: - Numbers at the ends of the range

  /// Elements that are as large or as small as they can be, or both.
  private func extremes<S: FloatingScalar>(_ n: Int, as _: S.Type) -> [Tensor<S>] {
    let random: Tensor<S> = seeded([n, n], in: -1...1)
    let most = S.greatestFiniteMagnitude.exponent
    let mixed = random.scalars.map { x in
      S(
        sign: x < 0 ? .minus : .plus, exponent: S.Exponent((x * S(Int(most) - 1)).asDouble),
        significand: 1)
    }
    return [
      Tensor(full: [n, n], S.greatestFiniteMagnitude), random.sign() * .greatestFiniteMagnitude,
      Tensor(full: [n, n], S.leastNonzeroMagnitude), random.sign() * .leastNonzeroMagnitude,
      Tensor(mixed, shape: [n, n]),
    ]
  }

  /// The result may be beyond the range, but nothing traps, and no error is LAPACK's.
  @Test(arguments: Routine.allCases, [3, 4, 25, 40])
  func extremeNumbersHaveResultsOrNoInverse(routine: Routine, n: Int) {
    func check<S: FloatingScalar>(_: S.Type) {
      for a in extremes(n, as: S.self) {
        let before = bits(a)
        do throws(LinearAlgebraError) { try routine.run(a) } catch {
          switch error {
          case .singular, .notPositiveDefinite: break
          default: Issue.record(error)
          }
        }
        let isUntouched = bits(a) == before
        #expect(isUntouched)
      }
    }
    check(Double.self)
    check(Float.self)
  }
}
