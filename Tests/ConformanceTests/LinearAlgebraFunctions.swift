import Tern

extension Call {
  /// Products, norms, factorisations. Vectors whose signs are arbitrary are multiplied out.
  func linearAlgebra<S: FloatingScalar>(_: S.Type) throws -> (any Outcome)? {
    let x: Tensor<S> = operand()
    switch function {
    case "matmul": return x.matmul(operand(1))
    case "dot": return x.dot(operand(1))
    case "cross": return x.cross(operand(1))
    case "trace": return x.trace(diagonal: integer("k"))
    case "norm": return x.norm(number("order"), along: integer("axis"))
    case "matrixNorm": return try x.matrixNorm(matrixNorm)
    case "inverse": return try x.inverse()
    case "determinant": return try x.determinant()
    case "logDeterminant":
      let result = try x.logDeterminant()
      return [result.sign, result.logarithm]
    case "conditionNumber": return try x.conditionNumber()
    case "expm": return try x.expm()
    case "matrixPower": return try x.matrixPower(integer("exponent"))
    case "solve": return try x.solve(operand(1))
    case "solveTriangular":
      return try x.solveTriangular(
        operand(1), reading: flag("lower") ? .lower : .upper,
        transposingSelf: flag("transposing"), unitDiagonal: flag("unit"))
    case "leastSquares": return try x.leastSquares(operand(1)).solution
    case "pseudoInverse": return try x.pseudoInverse()
    case "matrixRank": return try x.matrixRank()
    default: return try factorization(x)
    }
  }

  private func factorization<S: FloatingScalar>(_ x: Tensor<S>) throws -> (any Outcome)? {
    switch function {
    case "cholesky": return try x.cholesky().lower
    case "lu":
      let factors = try x.lu()
      return [factors.lower, factors.upper]
    case "qr":
      let (q, r) = (try x.qr().q, try x.qr().r)
      return [r.abs(), q.matmul(r)]
    case "svd":
      let factors = try x.svd()
      return [factors.s, factors.product()]
    case "schur":
      let factors = try x.schur()
      return factors.q.matmul(factors.t).matmul(factors.q, transposingOther: true)
    case "eigvals":
      let values = try x.eigvals()
      return [values.real.sorted(), values.imaginary.sorted()]
    case "eigvalsh": return try symmetric(x).eigvalsh()
    case "eigh":
      let factors = try symmetric(x).eigh()
      return [factors.values, factors.product()]
    default: return nil
    }
  }

  private func symmetric<S: FloatingScalar>(_ x: Tensor<S>) -> Tensor<S> {
    (x + x.swappingAxes(-1, -2)) * 0.5
  }

  private var matrixNorm: MatrixNorm {
    switch word("order") {
    case "nuc": .nuclear
    case "1": .one
    case "2": .two
    case "-1": .minusOne
    case "-2": .minusTwo
    case "inf": .infinity
    case "-inf": .minusInfinity
    default: .frobenius
    }
  }
}
