import TernTensors

/// The exponential linear unit: x where it is positive, alpha · (exp(x) − 1) elsewhere.
///
/// Clevert, Unterthiner and Hochreiter, "Fast and accurate deep network learning by exponential
/// linear units" (2016).
public struct ELU<Scalar: FloatingScalar>: ElementwiseLayer {
  /// Minus the value far below 0.
  public let alpha: Scalar

  /// An exponential linear unit.
  public init(alpha: Scalar = 1) { self.alpha = alpha }

  /// x where it is positive, alpha · (exp(x) − 1) elsewhere.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.elu(alpha: alpha) }

  /// The factor.
  public var description: String { "ELU(alpha: \(alpha))" }
}
