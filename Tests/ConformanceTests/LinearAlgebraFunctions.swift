import Tern

extension Call {
  /// Norms, systems, factorisations. Vectors whose signs are arbitrary are multiplied out.
  func linearAlgebra<S: FloatingScalar>(_: S.Type) throws -> (any Outcome)? {
    let x: Tensor<S> = operand()
    switch function {
    case "cross": return x.cross(operand(1))
    case "trace": return x.trace(diagonal: integer("k"))
    case "norm":
      return x.norm(number("order"), along: integersIfGiven("axes"), keepingAxes: flag("keeping"))
    case "matrixNorm":
      let axes = integers("axes")
      return try x.matrixNorm(
        matrixNorm, along: (axes[0], axes[1]), keepingAxes: flag("keeping"))
    case "inverse": return try x.inverse()
    case "determinant": return try x.determinant()
    case "logDeterminant":
      let result = try x.logDeterminant()
      return [result.sign, result.logarithm]
    case "conditionNumber": return try x.conditionNumber(matrixNorm)
    case "expm": return try x.expm()
    case "matrixPower": return try x.matrixPower(integer("exponent"))
    case "solve": return try x.solve(operand(1), transposingSelf: flag("transposing"))
    case "solveVector": return try x.solve(operand(1))
    case "choleskySolve": return try x.cholesky().solve(operand(1))
    case "solveTriangular":
      return try x.solveTriangular(
        operand(1), reading: flag("lower") ? .lower : .upper,
        transposingSelf: flag("transposing"), unitDiagonal: flag("unit"))
    case "leastSquares":
      let found = try x.leastSquares(operand(1))
      return [AnyTensor(found.solution), AnyTensor(found.rank), AnyTensor(found.singularValues)]
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
    case "qr", "completeQR":
      let factors = try x.qr(function == "qr" ? .reduced : .complete)
      return [factors.r.abs(), factors.q.matmul(factors.r)]
    case "pivotedQR":
      let factors = try x.qr(pivoting: true)
      return [AnyTensor(factors.r.abs()), AnyTensor(factors.q.matmul(factors.r))]
        + (factors.permutation.map { [AnyTensor($0)] } ?? [])
    case "orthonormalized": return try x.orthonormalized()
    case "svd", "fullSVD":
      let factors = try x.svd(full: function == "fullSVD")
      return [factors.s, factors.product()]
    case "svdvals": return try x.svdvals()
    case "schur":
      let factors = try x.schur()
      return factors.q.matmul(factors.t).matmul(factors.q, transposingOther: true)
    case "eigvals":
      let values = try x.eigvals()
      return [values.real.sorted(), values.imaginary.sorted()]
    case "eig":
      let (w, v) = (try x.eig().values, try x.eig().vectors)
      let (real, imaginary) = (w.real.expandingAxis(at: -2), w.imaginary.expandingAxis(at: -2))
      return [
        x.matmul(v.real) - (v.real * real - v.imaginary * imaginary),
        x.matmul(v.imaginary) - (v.real * imaginary + v.imaginary * real),
      ]
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
