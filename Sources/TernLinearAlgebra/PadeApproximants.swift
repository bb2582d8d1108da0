import TernTensors

/// Padé approximants [d/d] of the exponential, and how far from 0 each can be used.
struct PadeApproximants {
  /// The degrees d in use, ascending, each with the greatest size of a matrix for which the backward
  /// error is below the unit roundoff: θ of Higham (2005), tables 2.3; of degree 13 that of Al-Mohy
  /// and Higham (2009).
  let degrees: [(degree: Int, greatestSize: Double)]
  /// ε / 2.
  let unitRoundoff: Double

  /// Those for a scalar type.
  static func of<Scalar: FloatingScalar>(_: Scalar.Type) -> PadeApproximants {
    Scalar.scalarType == .float32
      ? PadeApproximants(
        degrees: [
          (3, 4.258730016922831e-1), (5, 1.880152677804762), (7, 3.925724783138660),
        ], unitRoundoff: 0x1p-24)
      : PadeApproximants(
        degrees: [
          (3, 1.495585217958292e-2), (5, 2.539398330063230e-1), (7, 9.504178996162932e-1),
          (9, 2.097847961257068), (13, 4.25),
        ], unitRoundoff: 0x1p-53)
  }

  /// The coefficients b₀ … b_d of the numerator: b_k = (2d − k)! d! / ((2d)! (d − k)! k!), times
  /// (2d)! / d!, which makes them integers.
  static func coefficients(_ degree: Int) -> [Double] {
    var coefficients = [1.0]
    for k in stride(from: degree, to: 0, by: -1) {
      // b_(k−1) = b_k · (2d − k + 1) k / (d − k + 1)
      let next = coefficients[0] * Double((2 * degree - k + 1) * k) / Double(degree - k + 1)
      coefficients.insert(next, at: 0)
    }
    return coefficients
  }

  /// The magnitude of the first coefficient of the backward error's series,
  /// (d!)² / ((2d)! (2d + 1)!).
  static func errorCoefficient(_ degree: Int) -> Double {
    func factorial(_ n: Int) -> Double { (1...n).reduce(1) { $0 * Double($1) } }
    let d = factorial(degree)
    return d / factorial(2 * degree) * (d / factorial(2 * degree + 1))
  }
}
