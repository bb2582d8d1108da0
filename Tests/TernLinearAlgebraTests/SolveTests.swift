import Tern
import TestSupport
import Testing

/// Sizes around those at which another algorithm takes over.
let matrixSizes = [1, 2, 3, 4, 5, 8, 9, 16, 17, 33, 64, 100, 129]

struct SolveTests {
  typealias Oracle = LinearAlgebraOracle

  @Test func solutionsAreThoseOfNumPy() throws {
    let (a, b) = (Oracle.matrix, Oracle.rightSides)
    expectClose(try a.solve(b), Oracle.solution)
    expectClose(try a.solve(b, transposingSelf: true), Oracle.transposedSolution)
    expectClose(try Oracle.batch.solve(Oracle.batchRightSides), Oracle.batchSolution)
    expectClose(try a.inverse(), Oracle.inverse)
    // Vectors are single columns.
    let column = b[.slice(), 1]
    expectClose(try a.solve(column), Oracle.solution[.slice(), 1])
  }

  private func check<S: FloatingScalar>(_: S.Type, _ kind: DemandingMatrix, _ n: Int) throws {
    let a = kind.matrix([n, n], as: S.self)
    let original = a
    for k in [1, 3, 40] {
      let b: Tensor<S> = seeded([n, k], seed: 5)
      for transposed in [false, true] {
        let x = try a.solve(b, transposingSelf: transposed)
        #expect(x.shape == b.shape)
        expectResidual(
          product(transposed ? a.transposed() : a, x), b, size: frobenius(a) * frobenius(x), n: n,
          "\(kind) \(S.self) n \(n) k \(k) transposed \(transposed)")
      }
    }
    let vector: Tensor<S> = seeded([n], seed: 6)
    let x = try a.solve(vector)
    expectResidual(product(a, x), vector, size: frobenius(a) * frobenius(x), n: n)
    #expect(a == original)
  }

  @Test(arguments: DemandingMatrix.regular, matrixSizes)
  func residualsAreSmall(kind: DemandingMatrix, n: Int) throws {
    // Larger Hilbert matrices are singular in double precision, or almost.
    let n = kind == .hilbert ? min(n, 12) : n
    try check(Double.self, kind, n)
    try check(Float.self, kind, n)
  }

  @Test(arguments: matrixSizes) func inversesUndoTheirMatrices(n: Int) throws {
    func check<S: FloatingScalar>(_ a: Tensor<S>) throws {
      let inverse = try a.inverse()
      let size = frobenius(a) * frobenius(inverse)
      expectResidual(product(a, inverse), Tensor<S>(identity: n), size: size, n: n)
      expectResidual(product(inverse, a), Tensor<S>(identity: n), size: size, n: n)
    }
    let a = DemandingMatrix.random.matrix([n, n], as: Double.self) + 3 * Tensor(identity: n)
    try check(a)
    try check(a.asType(Float.self))
  }

  @Test(
    arguments: [
      ([2, 3], []), ([], [4]), ([2, 1], [3]), ([2, 1], [1, 3]), ([5], [5]), ([1], [3]), ([0], [1]),
    ] as [(Shape, Shape)], [1, 3, 9])
  func leadingAxesBroadcast(batches: (Shape, Shape), n: Int) throws {
    let a: Tensor<Double> =
      seeded(Shape(Array(batches.0) + [n, n]), seed: 3) + 5 * Tensor(identity: n)
    let b: Tensor<Double> = seeded(Shape(Array(batches.1) + [n, 2]), seed: 4)
    let batch = naiveBroadcastShape(batches.0, batches.1)
    let x = try a.solve(b)
    #expect(x.shape == Shape(Array(batch) + [n, 2]))
    let (stretchedA, stretchedB) = (
      a.broadcast(to: Shape(Array(batch) + [n, n])), b.broadcast(to: Shape(Array(batch) + [n, 2]))
    )
    for place in indexPaths(of: batch) {
      let indices = place.map { TensorIndex.position($0) }
      let expected = try stretchedA[indices: indices].solve(stretchedB[indices: indices])
      expectClose(x[indices: indices], expected, relative: 1e-12, absolute: 1e-12)
    }
    let vectors = try a.solve(seeded([n], seed: 7))
    #expect(vectors.shape == Shape(Array(batches.0) + [n]))
  }

  @Test(arguments: [1, 2, 4, 8]) func manySystemsAreSolvedAtOnce(n: Int) throws {
    let a: Tensor<Float> = seeded([1003, n, n], seed: 3) + Float(3 * n) * Tensor(identity: n)
    let b: Tensor<Float> = seeded([1003, n, 1], seed: 4)
    let x = try a.solve(b)
    expectClose(a.matmul(x), b, absolute: 1e-4)
    expectClose(
      a.matmul(try a.inverse()), Tensor(identity: n).broadcast(to: a.shape), absolute: 1e-4)
  }

  @Test func nothingIsSolvedToo() throws {
    let empty = Tensor<Double>(zeros: [0, 0])
    #expect(try empty.solve(Tensor(zeros: [0])).shape == [0])
    #expect(try empty.solve(Tensor(zeros: [0, 3])).shape == [0, 3])
    #expect(try empty.inverse().shape == [0, 0])
    #expect(try Tensor<Double>(identity: 3).solve(Tensor(zeros: [3, 0])).shape == [3, 0])
    #expect(try Tensor<Float>(zeros: [0, 4, 4]).inverse().shape == [0, 4, 4])
    #expect(try Tensor<Float>(zeros: [0, 12, 12]).inverse().shape == [0, 12, 12])
  }

  @Test(arguments: [2, 3, 12]) func singularMatricesAreNamed(n: Int) {
    var a: Tensor<Double> = seeded([2, 3, n, n], seed: 3) + 5 * Tensor(identity: n)
    let b: Tensor<Double> = seeded([n], seed: 4)
    let regular = a
    a[1, 2, n - 1] = a[1, 2, 0] * 2
    let original = a
    let error = LinearAlgebraError.singular(pivot: n - 1, batch: [1, 2])
    expectError(error, saying: "matrix [1, 2]", "pivot \(n - 1)", "independent") {
      () throws(LinearAlgebraError) in try a.solve(b)
    }
    expectError(error) { () throws(LinearAlgebraError) in try a.inverse() }
    expectError(error) { () throws(LinearAlgebraError) in try a.lu().solve(b) }
    expectError(error) { () throws(LinearAlgebraError) in try a.lu().inverse() }
    #expect(a == original)
    #expect(throws: Never.self) { try regular.solve(b) }
    expectError(.singular(pivot: 0, batch: []), saying: "the matrix is singular") {
      () throws(LinearAlgebraError) in try Tensor<Float>(zeros: [n, n]).inverse()
    }
  }

  @Test(arguments: [[], [2], [2, 1]] as [Shape], [false, true])
  func gradients(batch: Shape, transposed: Bool) {
    let n = 3
    expectGradients(
      shapes: [Shape(Array(batch) + [n, n]), [2, n, 2]], tolerance: 1e-6
    ) { inputs in
      solved(inputs[0] + 4 * Tensor(identity: n), inputs[1], transposing: transposed)
    }
    expectGradients(shapes: [[n, n], [n]], tolerance: 1e-6) { inputs in
      solved(inputs[0] + 4 * Tensor(identity: n), inputs[1], transposing: transposed)
    }
  }

  @Test(arguments: [[3, 3], [2, 2, 2]] as [Shape]) func inverseGradients(shape: Shape) {
    expectGradients(shape, tolerance: 1e-6) { x in
      do { return try (x + 4 * Tensor(identity: shape[shape.rank - 1])).inverse() } catch {
        Issue.record(error)
        return x
      }
    }
  }

  private func solved(
    _ a: Tensor<Double>, _ b: Tensor<Double>, transposing: Bool
  ) -> Tensor<Double> {
    do { return try a.solve(b, transposingSelf: transposing) } catch {
      Issue.record(error)
      return b
    }
  }
}
