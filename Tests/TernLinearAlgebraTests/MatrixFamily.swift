import Tern
import TestSupport
import Testing

/// Kinds of matrices on which factorisations are hard in different ways.
enum MatrixFamily: String, CaseIterable, Sendable {
  case random
  /// 1 / (i + j + 1), whose condition number grows like exp(3.5 n); n up to 12.
  case hilbert
  /// Rows and columns of sizes from 10⁻⁹ to 10⁹.
  case badlyScaled
  /// Half as many independent rows as there are rows.
  case deficient

  /// The families whose square matrices are regular.
  static let regular: [MatrixFamily] = [.random, .hilbert, .badlyScaled]

  /// A matrix of the family, and its size within bounds for which the family is there.
  func matrix<S: FloatingScalar>(_ rows: Int, _ columns: Int, as _: S.Type = S.self) -> Tensor<S> {
    let random: Tensor<S> = seeded([rows, columns], seed: UInt64(rows * 1000 + columns))
    switch self {
    case .random: return random
    case .hilbert:
      return Tensor(shape: [min(rows, 12), min(columns, 12)]) { 1 / S($0[0] + $0[1] + 1) }
    case .badlyScaled:
      return random
        * Tensor(shape: [rows, columns]) { index in
          S(double: [1e-9, 1e-3, 1, 1e4, 1e9][(3 * index[0] + index[1]) % 5])
        }
    case .deficient:
      let half = max(1, min(rows, columns) / 2)
      return (seeded([rows, half], seed: 1) as Tensor<S>).matmul(seeded([half, columns], seed: 2))
    }
  }
}

/// √Σ x², in double precision and without overflow.
func frobenius<S: FloatingScalar>(_ x: Tensor<S>) -> Double {
  let x = x.asType(Double.self)
  let scale = x.scalars.map(\.magnitude).max() ?? 0
  return scale == 0 ? 0 : scale * (x / scale).squared().sum().sqrt().scalar
}

/// Expects a residual to be within 10 · n · ε of a size.
func expectSmall<S: FloatingScalar>(
  _ residual: Tensor<S>, comparedTo size: Double, n: Int, _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let limit = 10 * Double(max(n, 1)) * S.ulpOfOne.asDouble * size
  let found = frobenius(residual)
  if !(found <= limit) {
    Issue.record(
      "a residual of \(found) where \(limit) is allowed \(comment())",
      sourceLocation: sourceLocation)
  }
}

/// A · B in double precision: residuals are not to have errors of their own.
func product<S: FloatingScalar>(_ a: Tensor<S>, _ b: Tensor<S>) -> Tensor<Double> {
  a.asType(Double.self).matmul(b.asType(Double.self))
}

/// Expects a call to throw this error, whose description has these words.
func expectError<R>(
  _ expected: LinearAlgebraError, saying words: String...,
  sourceLocation: SourceLocation = #_sourceLocation,
  from body: () throws(LinearAlgebraError) -> R
) {
  do {
    _ = try body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
  } catch {
    #expect(error == expected, sourceLocation: sourceLocation)
    for word in words {
      #expect(
        error.description.contains(word), "\(error) does not say '\(word)'",
        sourceLocation: sourceLocation)
    }
  }
}
