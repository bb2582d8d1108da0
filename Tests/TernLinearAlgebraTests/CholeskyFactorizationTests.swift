import Tern
import TestSupport
import Testing

struct CholeskyFactorizationTests {
  typealias Oracle = LinearAlgebraOracle

  @Test func factorsAreThoseOfNumPy() throws {
    let factorization = try Oracle.positive.cholesky()
    expectClose(factorization.lower, Oracle.choleskyFactor)
    // The upper triangle is not read.
    let lower = Tensor<Double>(shape: [5, 5]) { index in
      index[1] > index[0] ? 1e9 : Oracle.positive[index[0], index[1]].scalar
    }
    #expect(try lower.cholesky().lower == factorization.lower)
  }

  private func positive<S: FloatingScalar>(_ batch: Shape, _ n: Int, as _: S.Type = S.self)
    -> Tensor<S>
  {
    let x: Tensor<S> = seeded(Shape(Array(batch) + [n, n]), seed: 3)
    return x.matmul(x, transposingOther: true) + Tensor(identity: n)
  }

  private func check<S: FloatingScalar>(_ a: Tensor<S>) throws {
    let (original, n) = (a, a.shape[0])
    let factorization = try a.cholesky()
    let lower = factorization.lower
    expectResidual(product(lower, lower.transposed()), a, size: frobenius(a), n: n)
    for row in 0..<n {
      #expect(lower[row, row].scalar > 0)
      #expect(lower[row, (row + 1)...] == Tensor(zeros: [n - row - 1]))
    }
    let b: Tensor<S> = seeded([n, 3], seed: 5)
    let x = try factorization.solve(b)
    expectResidual(product(a, x), b, size: frobenius(a) * frobenius(x), n: n)
    #expect(a == original)
  }

  @Test(arguments: [1, 2, 16, 31, 128, 129, 200, 333]) func residualsAreSmall(n: Int) throws {
    func check<S: FloatingScalar>(_: S.Type) throws {
      let a: Tensor<S> = positive([], n)
      try self.check(a)
      let scales = Tensor<S>((0..<n).map { S(double: [1e-8, 1, 1e5, 1e8, 1e-3][$0 % 5]) })
      try self.check(a * scales * scales.reshaped(to: [n, 1]))
      for far in [S.leastNormalMagnitude, .greatestFiniteMagnitude] {
        try self.check(a * S(sign: .plus, exponent: far.exponent / 2, significand: 1))
      }
    }
    try check(Double.self)
    try check(Float.self)
  }

  /// Expects a good factor, or an error that names a minor behind this one: what is left after so many
  /// columns is of the size of rounding, which decides.
  private func expectFactorOrMinor<S: FloatingScalar>(_ a: Tensor<S>, behind order: Int) {
    do throws(LinearAlgebraError) {
      let lower = try a.cholesky().lower
      expectResidual(product(lower, lower.transposed()), a, size: frobenius(a), n: a.shape[0])
    } catch {
      guard case .notPositiveDefinite(let minor, []) = error, minor > order else {
        Issue.record(error)
        return
      }
    }
  }

  @Test(arguments: 1...12) func residualsOfHilbertMatricesAreSmall(n: Int) throws {
    try check(DemandingMatrix.hilbert.matrix([n, n], as: Double.self))
    // Rounded to single precision they are positive definite up to 9 rows, as elimination in fractions
    // tells, but from 8 rows on the least eigenvalue is less than a hundredth of ε.
    let single = DemandingMatrix.hilbert.matrix([n, n], as: Float.self)
    if n <= 7 { try check(single) } else { expectFactorOrMinor(single, behind: 7) }
  }

  @Test(arguments: [2, 7, 16, 40, 129]) func deficientMatricesHaveGoodFactorsOrNone(n: Int) {
    func check<S: FloatingScalar>(_: S.Type) {
      let half = DemandingMatrix.deficient.matrix([n, n], as: S.self)
      expectFactorOrMinor(half.matmul(half, transposingOther: true), behind: (n + 1) / 2)
    }
    check(Double.self)
    check(Float.self)
    #expect(throws: LinearAlgebraError.notPositiveDefinite(minor: 2, batch: [])) {
      try Tensor<Float>(ones: [n, n]).cholesky()
    }
  }

  @Test func factorizationsAnswerMoreQuestions() throws {
    let a = positive([2], 4, as: Double.self)
    let factorization = try a.cholesky()
    expectClose(factorization.inverse(), try a.inverse(), relative: 1e-10, absolute: 1e-10)
    expectClose(factorization.determinant(), try a.determinant(), relative: 1e-12)
    expectClose(
      factorization.logDeterminant(), try a.logDeterminant().logarithm, relative: 1e-12)
    let b: Tensor<Double> = seeded([3, 1, 4, 2], seed: 5)
    let x = try factorization.solve(b)
    #expect(x.shape == [3, 2, 4, 2])
    expectClose(x, try a.solve(b), relative: 1e-10, absolute: 1e-10)
    #expect(try factorization.solve(seeded([4], seed: 1)).shape == [2, 4])
    #expect(try Tensor<Double>(zeros: [0, 0]).cholesky().determinant() == Tensor(1))
    #expect(try Tensor<Double>(zeros: [3, 0, 0]).cholesky().lower.shape == [3, 0, 0])
  }

  @Test(arguments: [3, 200]) func theMinorThatIsNotPositiveIsNamed(n: Int) {
    var a = Tensor<Double>(identity: n).broadcast(to: [3, n, n])
    a[2, n - 2, n - 2] = Tensor(-1)
    let original = a
    expectError(
      .notPositiveDefinite(minor: n - 1, batch: [2]), saying: "matrix [2]", "order \(n - 1)",
      "positive"
    ) { () throws(LinearAlgebraError) in try a.cholesky().lower }
    expectError(.notPositiveDefinite(minor: 1, batch: [])) { () throws(LinearAlgebraError) in
      try Tensor<Float>(zeros: [n, n]).cholesky().lower
    }
    #expect(a == original)
  }

  @Test(arguments: [[1, 1], [3, 3], [2, 3, 3]] as [Shape]) func gradients(shape: Shape) {
    let n = shape[shape.rank - 1]
    expectGradients(shape, tolerance: 1e-6) { x in
      recorded(x) { a throws(LinearAlgebraError) in try a.cholesky().lower }
    }
    expectGradients(shape, tolerance: 1e-6) { x in
      recorded(x) { a throws(LinearAlgebraError) in try a.cholesky().logDeterminant() }
    }
    expectGradients(shape, [n, 2], tolerance: 1e-6) { x, b in
      recorded(x) { a throws(LinearAlgebraError) in try a.cholesky().solve(b) }
    }
  }

  /// A function of x xᵀ + 4.
  private func recorded(
    _ x: Tensor<Double>, _ body: (Tensor<Double>) throws(LinearAlgebraError) -> Tensor<Double>
  ) -> Tensor<Double> {
    do {
      return try body(
        x.matmul(x, transposingOther: true) + 4 * Tensor(identity: x.shape[x.rank - 1]))
    } catch {
      Issue.record(error)
      return x
    }
  }

  @Test func theGradientIsSymmetric() throws {
    let a = positive([], 4, as: Double.self)
    let gradient = try gradient(at: a) { a in try a.cholesky().lower.sum() }
    expectClose(gradient, gradient.transposed())
  }
}
