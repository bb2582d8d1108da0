import Tern

/// How near results have to be to NumPy's. Shapes and types have to be the same, NaN is where NaN is,
/// and infinities are equal. Zeros are equal whatever their sign.
enum Agreement {
  case exact
  /// So many units in the last place of each expected element.
  case units(Double)
  /// So many units in the last place of the greatest element, of operands and results: of sums,
  /// whose error is that of their terms.
  case unitsOfGreatest(Double)

  /// Of functions that calculate. What is not here moves, compares or counts, and is exact.
  private static let ofFunctions: [String: Agreement] = [
    "arange": .units(1), "linspace": .unitsOfGreatest(2), "logspace": .units(4),
    "exp": .units(2), "expm1": .units(3), "log": .units(2), "log1p": .units(3), "sin": .units(3),
    "cos": .units(3), "tanh": .units(3), "erf": .units(4), "sigmoid": .units(4),
    "softplus": .units(4),
    "exp2": .units(2), "log2": .units(2), "log10": .units(2), "cubeRoot": .units(2),
    "tan": .units(4), "asin": .units(3), "acos": .units(3), "atan": .units(3), "sinh": .units(3),
    "cosh": .units(3), "asinh": .units(3), "acosh": .units(3), "atanh": .units(3),
    "hypot": .units(2), "atan2": .units(4), "logAddExp": .unitsOfGreatest(4),
    "integerMean": .unitsOfGreatest(2),
    "reciprocal": .units(1), "power": .units(4), "rsqrt": .units(2), "elu": .units(3),
    "leakyReLU": .units(1), "silu": .units(4), "gelu": .unitsOfGreatest(8),
    "addAlong": .unitsOfGreatest(8),
    "overNumber": .units(1), "numberOver": .units(1),
    "cumulativeSum": .unitsOfGreatest(16), "cumulativeProduct": .units(32),
    "linearRecurrence": .unitsOfGreatest(16),
    "quantile": .unitsOfGreatest(2), "median": .units(1), "histogramDensity": .units(4),
    "covariance": .unitsOfGreatest(1_000), "correlation": .unitsOfGreatest(32),
    "sum": .unitsOfGreatest(16), "mean": .unitsOfGreatest(8), "product": .units(32),
    "sumOfSquares": .units(32), "variance": .unitsOfGreatest(32),
    "sampleVariance": .unitsOfGreatest(32), "standardDeviation": .unitsOfGreatest(32),
    "logSumExp": .unitsOfGreatest(8), "softmax": .units(32), "logSoftmax": .unitsOfGreatest(16),
    "matmul": .unitsOfGreatest(64), "dot": .unitsOfGreatest(128), "cross": .unitsOfGreatest(16),
    "trace": .unitsOfGreatest(8), "norm": .units(32), "matrixNorm": .unitsOfGreatest(64),
    "inverse": .unitsOfGreatest(1_000), "determinant": .unitsOfGreatest(500),
    "logDeterminant": .unitsOfGreatest(500), "conditionNumber": .unitsOfGreatest(10_000),
    // SciPy's errors here: those of Tern are a thousandth.
    "expm": .unitsOfGreatest(20_000),
    "eigvals": .unitsOfGreatest(10_000),
    "eig": .unitsOfGreatest(64), "eigvalsh": .unitsOfGreatest(64), "eigh": .unitsOfGreatest(64),
    "schur": .unitsOfGreatest(64),
    "cholesky": .unitsOfGreatest(64), "solve": .unitsOfGreatest(10_000),
    "solveVector": .unitsOfGreatest(10_000), "choleskySolve": .unitsOfGreatest(10_000),
    "solveTriangular": .unitsOfGreatest(2_000), "leastSquares": .unitsOfGreatest(10_000),
    "lu": .unitsOfGreatest(200), "qr": .unitsOfGreatest(64), "completeQR": .unitsOfGreatest(64),
    "pivotedQR": .unitsOfGreatest(64), "orthonormalized": .unitsOfGreatest(64),
    "svd": .unitsOfGreatest(64), "fullSVD": .unitsOfGreatest(64), "svdvals": .unitsOfGreatest(64),
    "pseudoInverse": .unitsOfGreatest(10_000), "matrixPower": .unitsOfGreatest(20_000),
  ]

  /// Why what a call gives is not what NumPy gives; nil where it is.
  static func objection(to found: [AnyTensor], _ call: Call) -> String? {
    guard found.count == call.expected.count else {
      return "\(found.count) results instead of \(call.expected.count)"
    }
    let rule = ofFunctions[call.function] ?? .exact
    for (found, expected) in zip(found, call.expected) {
      guard found.shape == expected.shape, found.scalarType == expected.scalarType else {
        return "\(found.scalarType) \(found.shape), not \(expected.scalarType) \(expected.shape)"
      }
      let isSame =
        switch expected.scalarType {
        case .float32: rule.holds(Tensor<Float>(exactly: found), Tensor(exactly: expected), call)
        case .float64: rule.holds(Tensor<Double>(exactly: found), Tensor(exactly: expected), call)
        case .int32: Tensor<Int32>(exactly: found) == Tensor<Int32>(exactly: expected)
        case .int64: Tensor<Int64>(exactly: found) == Tensor<Int64>(exactly: expected)
        case .uint8: Tensor<UInt8>(exactly: found) == Tensor<UInt8>(exactly: expected)
        case .bool: Tensor<Bool>(exactly: found) == Tensor<Bool>(exactly: expected)
        }
      if !isSame {
        return "\(found.text) instead of \(expected.text) of \(call.operands.map(\.text))"
      }
    }
    return nil
  }

  private func holds<S: FloatingScalar>(
    _ found: Tensor<S>?, _ expected: Tensor<S>?, _ call: Call
  ) -> Bool {
    guard let found, let expected else { return false }
    let greatest =
      (call.operands.compactMap { Tensor<S>(exactly: $0) } + [expected])
      .flatMap(\.scalars).filter(\.isFinite).map(\.magnitude).max() ?? 0
    return zip(found.scalars, expected.scalars).allSatisfy { found, expected in
      if found == expected || (found.isNaN && expected.isNaN) { return true }
      guard found.isFinite, expected.isFinite else { return false }
      let distance = (found - expected).magnitude
      return switch self {
      case .exact: false
      case .units(let units): distance <= S(units) * expected.ulp
      case .unitsOfGreatest(let units): distance <= S(units) * greatest.ulp
      }
    }
  }
}

extension AnyTensor {
  /// Type, shape and elements.
  var text: String { "\(scalarType) \(shape) \(elements)" }

  private var elements: String {
    switch scalarType {
    case .float32: "\(Tensor<Float>(exactly: self)?.scalars ?? [])"
    case .float64: "\(Tensor<Double>(exactly: self)?.scalars ?? [])"
    case .int32: "\(Tensor<Int32>(exactly: self)?.scalars ?? [])"
    case .int64: "\(Tensor<Int64>(exactly: self)?.scalars ?? [])"
    case .uint8: "\(Tensor<UInt8>(exactly: self)?.scalars ?? [])"
    case .bool: "\(Tensor<Bool>(exactly: self)?.scalars ?? [])"
    }
  }
}
