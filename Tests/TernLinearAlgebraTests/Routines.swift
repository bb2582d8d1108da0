import Tern

/// Every routine of linear algebra that takes one operand and may refuse it.
enum Routine: String, CaseIterable, Sendable {
  case solve, solveTransposed, solveTriangular, leastSquares
  case inverse, pseudoInverse, determinant, logDeterminant
  case cholesky, lu, qr, qrComplete, qrPivoted
  case svd, svdFull, svdvals, eigh, eigvalsh, eig, eigvals, schur
  case expm, matrixPower, matrixPowerNegative, matrixRank
  case conditionNumber, conditionNumberOne
  case nuclearNorm, spectralNorm, leastSingularValue
  case orthonormalized

  /// What errors call it.
  var reported: String {
    switch self {
    case .solveTransposed: "solve"
    case .qrComplete, .qrPivoted: "qr"
    case .svdFull: "svd"
    case .matrixPowerNegative: "matrixPower"
    case .conditionNumberOne: "conditionNumber"
    case .nuclearNorm, .spectralNorm, .leastSingularValue: "matrixNorm"
    default: rawValue
    }
  }

  var needsSquare: Bool {
    switch self {
    case .leastSquares, .pseudoInverse, .lu, .qr, .qrComplete, .qrPivoted, .svd, .svdFull, .svdvals,
      .matrixRank, .conditionNumber, .nuclearNorm, .spectralNorm, .leastSingularValue,
      .orthonormalized:
      false
    default: true
    }
  }

  /// Whether a shape of no matrices is a mistake of the caller, which traps.
  var trapsWithoutMatrices: Bool {
    switch self {
    case .nuclearNorm, .spectralNorm, .leastSingularValue, .orthonormalized: true
    default: false
    }
  }

  /// Those that take matrices of a batch.
  static let batched = allCases.filter { $0 != .orthonormalized }

  /// Calls it, with right sides that fit where it needs them.
  func run<S: FloatingScalar>(_ a: Tensor<S>) throws(LinearAlgebraError) {
    let b = Tensor<S>(ones: [a.rank < 2 ? 1 : a.shape[a.rank - 2]])
    switch self {
    case .solve: _ = try a.solve(b)
    case .solveTransposed: _ = try a.solve(b, transposingSelf: true)
    case .solveTriangular: _ = try a.solveTriangular(b, reading: .lower)
    case .leastSquares: _ = try a.leastSquares(b)
    case .inverse: _ = try a.inverse()
    case .pseudoInverse: _ = try a.pseudoInverse()
    case .determinant: _ = try a.determinant()
    case .logDeterminant: _ = try a.logDeterminant()
    case .cholesky: _ = try a.cholesky()
    case .lu: _ = try a.lu()
    case .qr: _ = try a.qr()
    case .qrComplete: _ = try a.qr(.complete)
    case .qrPivoted: _ = try a.qr(pivoting: true)
    case .svd: _ = try a.svd()
    case .svdFull: _ = try a.svd(full: true)
    case .svdvals: _ = try a.svdvals()
    case .eigh: _ = try a.eigh()
    case .eigvalsh: _ = try a.eigvalsh()
    case .eig: _ = try a.eig()
    case .eigvals: _ = try a.eigvals()
    case .schur: _ = try a.schur()
    case .expm: _ = try a.expm()
    case .matrixPower: _ = try a.matrixPower(3)
    case .matrixPowerNegative: _ = try a.matrixPower(-2)
    case .matrixRank: _ = try a.matrixRank()
    case .conditionNumber: _ = try a.conditionNumber()
    case .conditionNumberOne: _ = try a.conditionNumber(.one)
    case .nuclearNorm: _ = try a.matrixNorm(.nuclear)
    case .spectralNorm: _ = try a.matrixNorm(.two)
    case .leastSingularValue: _ = try a.matrixNorm(.minusTwo)
    case .orthonormalized: _ = try a.orthonormalized()
    }
  }
}

/// What a factorisation of square matrices can be asked, each a routine that may refuse.
enum FactorizationRoutine: CaseIterable, Sendable {
  case luSolve, luSolveTransposed, luInverse, luDeterminant, luLogDeterminant

  /// What errors call it.
  var reported: String {
    switch self {
    case .luSolve, .luSolveTransposed: "solve"
    case .luInverse: "inverse"
    case .luDeterminant: "determinant"
    case .luLogDeterminant: "logDeterminant"
    }
  }

  /// Those that need an inverse.
  static let ofRegular: [FactorizationRoutine] = [.luSolve, .luSolveTransposed, .luInverse]

  func run<S: FloatingScalar>(_ a: Tensor<S>) throws(LinearAlgebraError) {
    let lu = try a.lu()
    let b = Tensor<S>(ones: [a.shape[a.rank - 2]])
    switch self {
    case .luSolve: _ = try lu.solve(b)
    case .luSolveTransposed: _ = try lu.solve(b, transposingSelf: true)
    case .luInverse: _ = try lu.inverse()
    case .luDeterminant: _ = try lu.determinant()
    case .luLogDeterminant: _ = try lu.logDeterminant()
    }
  }
}

/// Every routine that takes right sides.
enum Solver: CaseIterable, Sendable {
  case solve, solveTransposed, luSolve, choleskySolve, triangularLower, triangularUpper
  case leastSquares

  /// What errors call it.
  var reported: String {
    switch self {
    case .solve, .solveTransposed, .luSolve, .choleskySolve: "solve"
    case .triangularLower, .triangularUpper: "solveTriangular"
    case .leastSquares: "leastSquares"
    }
  }

  func run<S: FloatingScalar>(_ a: Tensor<S>, _ b: Tensor<S>) throws(LinearAlgebraError) {
    switch self {
    case .solve: _ = try a.solve(b)
    case .solveTransposed: _ = try a.solve(b, transposingSelf: true)
    case .luSolve: _ = try a.lu().solve(b)
    case .choleskySolve: _ = try a.cholesky().solve(b)
    case .triangularLower: _ = try a.solveTriangular(b, reading: .lower)
    case .triangularUpper: _ = try a.solveTriangular(b, reading: .upper)
    case .leastSquares: _ = try a.leastSquares(b)
    }
  }
}
