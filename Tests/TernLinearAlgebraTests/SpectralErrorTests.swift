import Tern
import TestSupport
import Testing

/// What every routine says of operands that it cannot take.
struct SpectralErrorTests {
  /// A routine and what its errors call it.
  struct Routine: Sendable, CustomTestStringConvertible {
    let name: String
    /// What its errors call it: another routine may do the work.
    let reported: String
    let needsSquare: Bool
    let run: @Sendable (Tensor<Double>) throws -> Void

    init(
      _ name: String, reported: String? = nil, needsSquare: Bool,
      _ run: @escaping @Sendable (Tensor<Double>) throws -> Void
    ) {
      self.name = name
      self.reported = reported ?? name
      self.needsSquare = needsSquare
      self.run = run
    }

    var testDescription: String { name }
  }

  static let routines: [Routine] = [
    Routine("svd", needsSquare: false) { _ = try $0.svd() },
    Routine("svd(full:)", reported: "svd", needsSquare: false) { _ = try $0.svd(full: true) },
    Routine("svdvals", needsSquare: false) { _ = try $0.svdvals() },
    Routine("pseudoInverse", needsSquare: false) { _ = try $0.pseudoInverse() },
    Routine("matrixRank", needsSquare: false) { _ = try $0.matrixRank() },
    Routine("conditionNumber", needsSquare: false) { _ = try $0.conditionNumber() },
    Routine("conditionNumber(.one)", reported: "conditionNumber", needsSquare: true) {
      _ = try $0.conditionNumber(.one)
    },
    Routine("eigh", needsSquare: true) { _ = try $0.eigh() },
    Routine("eigvalsh", needsSquare: true) { _ = try $0.eigvalsh() },
    Routine("eig", needsSquare: true) { _ = try $0.eig() },
    Routine("eigvals", needsSquare: true) { _ = try $0.eigvals() },
    Routine("schur", needsSquare: true) { _ = try $0.schur() },
    Routine("expm", needsSquare: true) { _ = try $0.expm() },
    Routine("matrixPower", needsSquare: true) { _ = try $0.matrixPower(3) },
    Routine("matrixPower(-1)", reported: "matrixPower", needsSquare: true) {
      _ = try $0.matrixPower(-1)
    },
  ]

  private func error(_ routine: Routine, _ x: Tensor<Double>) -> LinearAlgebraError? {
    do {
      try routine.run(x)
      return nil
    } catch {
      return error as? LinearAlgebraError
    }
  }

  @Test(arguments: routines, [Double.nan, .infinity, -.infinity])
  func elementThatIsNotFiniteIsNamed(routine: Routine, value: Double) {
    var matrix: Tensor<Double> = seeded([3, 3])
    matrix[2, 1] = Tensor(value)
    let original = matrix.scalars.map(\.bitPattern)
    guard case .notFinite(let operation, _, let index, let found)? = error(routine, matrix) else {
      Issue.record("no .notFinite")
      return
    }
    #expect(operation == routine.reported)
    #expect(index == [2, 1])
    #expect(found.bitPattern == value.bitPattern)
    var batch: Tensor<Double> = seeded([2, 3, 3])
    batch[1] = matrix
    guard case .notFinite(_, _, let place, _)? = error(routine, batch) else {
      Issue.record("no .notFinite in a batch")
      return
    }
    #expect(place == [1, 2, 1])
    let isUntouched = matrix.scalars.map(\.bitPattern) == original
    #expect(isUntouched)
  }

  @Test(arguments: routines) func shapesAreNamed(routine: Routine) {
    #expect(
      error(routine, Tensor([1, 2])) == .notMatrices(operation: routine.reported, shape: [2]))
    #expect(error(routine, Tensor(1)) == .notMatrices(operation: routine.reported, shape: []))
    let wide = error(routine, Tensor(ones: [4, 2, 3]))
    #expect(
      wide
        == (routine.needsSquare
          ? .notSquare(operation: routine.reported, shape: [4, 2, 3]) : nil))
  }

  @Test(arguments: [MatrixNorm.nuclear, .two, .minusTwo])
  func normsBySingularValuesAreNotThoseOfNaN(order: MatrixNorm) {
    #expect(throws: LinearAlgebraError.self) {
      try Tensor<Double>([[1, .nan]]).matrixNorm(order)
    }
  }

  @Test func messagesSayWhatWhereAndWhatWouldBeRight() throws {
    let eig = try #require(Self.routines.first { $0.name == "eig" })
    #expect(
      "\(try #require(error(eig, Tensor(ones: [2, 3]))))"
        == "eig needs square matrices, […, n, n], got shape [2, 3]")
    #expect(
      "\(LinearAlgebraError.noConvergence(operation: "svd", remaining: 2, batch: [1]))"
        == "svd: the iteration on matrix [1] of the batch did not converge, with 2 values left to "
        + "find")
  }
}
