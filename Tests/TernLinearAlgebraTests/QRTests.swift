import Tern
import TestSupport
import Testing

struct QRTests {
  private func check<S: FloatingScalar>(
    _: S.Type, _ shape: Shape, tolerance: Double
  ) throws {
    let x: Tensor<S> = seeded(shape, seed: 3)
    let q = try x.orthonormalized()
    let columns = shape[1]
    #expect(q.shape == shape)
    expectClose(
      q.matmul(q, transposingSelf: true), Tensor(identity: columns), absolute: tolerance)
    // R = Qᵀ X is upper triangular with a positive diagonal, and Q R is X again.
    let r = q.matmul(x, transposingSelf: true)
    for row in 0..<columns {
      #expect(r[row, row].scalar > 0)
      for column in 0..<row { expectClose(r[row, column].scalar, 0, absolute: 8 * tolerance) }
    }
    expectClose(q.matmul(r), x, absolute: 8 * tolerance)
    // The original is as it was.
    #expect(x == seeded(shape, seed: 3))
  }

  @Test(
    arguments: [[1, 1], [2, 2], [7, 7], [17, 5], [5, 1], [100, 64], [130, 3]] as [Shape])
  func columnsAreOrthonormalAndSpanThoseOfTheMatrix(shape: Shape) throws {
    try check(Double.self, shape, tolerance: 1e-13)
    try check(Float.self, shape, tolerance: 1e-5)
  }

  @Test func knownFactors() throws {
    let q = try Tensor<Double>([[3, 1], [4, 2]]).orthonormalized()
    expectClose(q, [[0.6, -0.8], [0.8, 0.6]])
    let flipped = try Tensor<Double>([[-3, 1], [-4, 2]]).orthonormalized()
    expectClose(flipped, [[-0.6, -0.8], [-0.8, 0.6]])
    #expect(try Tensor<Float>([[-2]]).orthonormalized() == [[-1]])
  }

  @Test(arguments: [3, 40, 200]) func lengthsOfColumnsMayOverflow(n: Int) throws {
    func check<S: FloatingScalar>(_: S.Type, tolerance: Double) throws {
      let signs = (seeded([n, n / 2 + 1]) as Tensor<S>).sign()
      let greatest = S(
        sign: .plus, exponent: S.greatestFiniteMagnitude.exponent, significand: 1)
      expectClose(
        try (signs * greatest).orthonormalized(), try signs.orthonormalized(), absolute: tolerance)
    }
    try check(Double.self, tolerance: 1e-13)
    try check(Float.self, tolerance: 1e-5)
  }

  @Test func columnsOfZerosBecomeThoseOfTheIdentity() throws {
    let q = try Tensor<Double>(zeros: [3, 2]).orthonormalized()
    #expect(q == Tensor(identity: 3, columns: 2))
  }

  @Test func noColumnsAreOrthonormal() throws {
    #expect(try Tensor<Double>(zeros: [3, 0]).orthonormalized().shape == [3, 0])
    #expect(try Tensor<Double>(zeros: [0, 0]).orthonormalized().shape == [0, 0])
  }

  @Test func wideMatricesAreRefused() async {
    expectMessage(
      "orthonormalized needs a matrix with at least as many rows as columns, got [2, 3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = try Tensor<Double>(zeros: [2, 3]).orthonormalized()
      })
  }

  @Test func vectorsAreRefused() async {
    expectMessage(
      "orthonormalized needs a matrix with at least as many rows as columns, got [3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = try Tensor<Double>(zeros: [3]).orthonormalized()
      })
  }
}
