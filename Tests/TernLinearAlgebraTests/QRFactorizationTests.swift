import Tern
import TestSupport
import Testing

struct QRFactorizationTests {
  typealias Oracle = LinearAlgebraOracle

  /// 1e−310, of which a literal would warn that it is not exact.
  private static let subnormal = 1e-300 * 1e-10

  @Test func factorsAreThoseOfNumPyAndSciPy() throws {
    func expect(
      _ factorization: QRFactorization<Double>, _ q: Tensor<Double>, _ r: Tensor<Double>
    ) {
      expectClose(factorization.q, q, absolute: 1e-13)
      expectClose(factorization.r, r, absolute: 1e-13)
    }
    expect(try Oracle.tall.qr(), Oracle.tallQ, Oracle.tallR)
    expect(try Oracle.wide.qr(), Oracle.wideQ, Oracle.wideR)
    expect(try Oracle.tall.qr(.complete), Oracle.completeQ, Oracle.completeR)
    let pivoted = try Oracle.tall.qr(pivoting: true)
    expect(pivoted, Oracle.pivotedQ, Oracle.pivotedR)
    #expect(pivoted.permutation?.scalars.map(Double.init) == Oracle.columnOrder.scalars)
    #expect(try Oracle.tall.qr().permutation == nil)
  }

  private func check<S: FloatingScalar>(
    _: S.Type, _ kind: DemandingMatrix, _ rows: Int, _ columns: Int
  ) throws {
    let a = kind.matrix([rows, columns], as: S.self)
    let original = a
    let n = max(rows, columns)
    for mode in [QRMode.reduced, .complete] {
      for pivoting in [false, true] {
        let factorization = try a.qr(mode, pivoting: pivoting)
        let (q, r) = (factorization.q, factorization.r)
        let width = mode == .complete ? rows : min(rows, columns)
        #expect(q.shape == [rows, width] && r.shape == [width, columns])
        let sorted = factorization.permutation.map { a.taking($0, along: 1) } ?? a
        let comment = "\(kind) \(S.self) \(a.shape) \(mode) pivoting \(pivoting)"
        expectResidual(product(q, r), sorted, size: frobenius(a), n: n, comment)
        expectOrthonormalColumns(q, comment)
        let below = r * Tensor(shape: r.shape) { $0[0] > $0[1] ? 1 : 0 }
        #expect(frobenius(below) == 0)
        if pivoting { expectDescending(r, within: 1 + 100 * Double(n) * S.ulpOfOne.asDouble) }
      }
    }
    #expect(a == original)
  }

  /// Expects the diagonal not to grow, but for what rounding does to one that is almost nothing.
  private func expectDescending<S: FloatingScalar>(_ r: Tensor<S>, within factor: Double) {
    let diagonal = (0..<min(r.shape[0], r.shape[1])).map { r[$0, $0].scalar.magnitude.asDouble }
    let noise = (factor - 1) * (diagonal.first ?? 0)
    for (one, next) in zip(diagonal, diagonal.dropFirst()) {
      #expect(next <= one * factor + noise)
    }
  }

  @Test(
    arguments: DemandingMatrix.allCases,
    [
      (1, 1), (4, 4), (7, 3), (3, 7), (16, 16), (17, 40), (40, 17), (64, 64), (90, 90), (70, 150),
      (150, 70),
    ])
  func productsAreTheMatrices(kind: DemandingMatrix, size: (Int, Int)) throws {
    try check(Double.self, kind, size.0, size.1)
    try check(Float.self, kind, size.0, size.1)
  }

  @Test(arguments: [1e-300, 1e300, subnormal]) func hugeAndTinyNumbersAreNoTrouble(scale: Double)
    throws
  {
    let a: Tensor<Double> = seeded([20, 20], seed: 3) * scale
    let factorization = try a.qr()
    let q = factorization.q
    expectOrthonormalColumns(q)
    // Subnormal numbers have fewer digits.
    expectResidual(
      q.matmul(factorization.r) / scale, a / scale, size: frobenius(a / scale),
      n: scale == Self.subnormal ? 10_000_000 : 20)
  }

  @Test func zerosHaveFactors() throws {
    for shape in [[3, 0], [0, 3], [0, 0]] as [Shape] {
      for mode in [QRMode.reduced, .complete] {
        for pivoting in [false, true] {
          let factorization = try Tensor<Double>(zeros: shape).qr(mode, pivoting: pivoting)
          #expect(factorization.q.matmul(factorization.r).shape == shape)
          #expect(factorization.permutation?.shape == (pivoting ? [shape[1]] : nil))
        }
      }
    }
    let zeros = try Tensor<Double>(zeros: [3, 2]).qr()
    #expect(zeros.r == Tensor(zeros: [2, 2]))
    #expect(zeros.q == Tensor(identity: 3, columns: 2))
  }

  @Test(arguments: [false, true]) func batchesAreFactorisedOneByOne(pivoting: Bool) throws {
    let a: Tensor<Double> = seeded([2, 3, 5, 4], seed: 3)
    let all = try a.qr(pivoting: pivoting)
    for (i, j) in [(0, 0), (0, 2), (1, 1)] {
      let one = try a[i, j].qr(pivoting: pivoting)
      expectClose(all.q[i, j], one.q)
      expectClose(all.r[i, j], one.r)
      #expect(all.permutation?[i, j] == one.permutation)
    }
  }

  @Test(
    arguments: [[2, 2], [3, 3], [5, 3], [3, 5], [2, 3, 2], [2, 2, 3]] as [Shape], [false, true])
  func gradients(shape: Shape, pivoting: Bool) {
    for part in [\QRFactorization<Double>.q, \.r] {
      expectGradients(shape, tolerance: 1e-6) { x in
        do { return try x.qr(pivoting: pivoting)[keyPath: part] } catch {
          Issue.record(error)
          return x
        }
      }
    }
  }

  @Test func gradientsOfCompleteFactorsOfTallMatricesAreRefused() async {
    expectMessage(
      "qr: gradients flow through the complete factorisation of square and wide matrices",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = try gradient(at: Tensor<Double>([[1], [2]])) { x in try x.qr(.complete).r.sum() }
      })
  }
}
