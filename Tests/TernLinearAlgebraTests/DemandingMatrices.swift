import Tern
import TestSupport

/// Matrices that are hard on a factorisation, each of any extents.
enum DemandingMatrix: CaseIterable, Sendable {
  case random
  /// 1 / (i + j + 1): the condition number grows by a factor of about 30 with each row.
  case hilbert
  /// Of rank min(rows, columns) / 2, rounded up.
  case deficient
  /// Rows and columns of magnitudes from 10⁻⁸ to 10⁸.
  case badlyScaled
  /// Equal singular values.
  case identity
  case zero
  /// Far below 1, where squares underflow.
  case tiny
  /// Far above 1, where squares overflow.
  case huge

  /// Kinds of which square matrices have inverses.
  static let regular: [DemandingMatrix] = [
    .random, .hilbert, .badlyScaled, .identity, .tiny, .huge,
  ]

  /// The rank of a matrix as far as rounding leaves no doubt of it.
  func rank(_ rows: Int, _ columns: Int) -> Int? {
    switch self {
    case .random, .identity, .tiny, .huge: min(rows, columns)
    case .deficient: (min(rows, columns) + 1) / 2
    case .zero: 0
    case .hilbert, .badlyScaled: nil
    }
  }

  /// The matrix, or a batch of such matrices.
  func matrix<S: FloatingScalar>(_ shape: Shape, seed: UInt64 = 0, as _: S.Type) -> Tensor<S> {
    let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
    let leading = Array(shape.dropLast(2))
    func drawn(_ rows: Int, _ columns: Int, seed: UInt64) -> Tensor<S> {
      seeded(Shape(leading + [rows, columns]), seed: seed)
    }
    func magnitudes(_ count: Int) -> [S] {
      (0..<count).map { i in (0..<(5 * i % 9)).reduce(1e-8) { x, _ in x * 100 } }
    }
    switch self {
    case .random: return drawn(rows, columns, seed: seed)
    case .hilbert: return Tensor(shape: shape) { i in 1 / S(i[i.count - 2] + i[i.count - 1] + 1) }
    case .deficient:
      let rank = (min(rows, columns) + 1) / 2
      return drawn(rows, rank, seed: seed).matmul(drawn(rank, columns, seed: seed + 1))
    case .badlyScaled:
      return drawn(rows, columns, seed: seed) * Tensor(magnitudes(rows), shape: [rows, 1])
        * Tensor(magnitudes(columns), shape: [1, columns])
    case .identity: return Tensor(identity: rows, columns: columns).broadcast(to: shape)
    case .zero: return Tensor(zeros: shape)
    case .tiny: return drawn(rows, columns, seed: seed) * power(S.leastNormalMagnitude.exponent)
    case .huge: return drawn(rows, columns, seed: seed) * power(S.greatestFiniteMagnitude.exponent)
    }
  }

  /// 2 to three quarters of an exponent.
  private func power<S: FloatingScalar>(_ exponent: S.Exponent) -> S {
    S(sign: .plus, exponent: exponent * 3 / 4, significand: 1)
  }
}
