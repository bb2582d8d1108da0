import TernTensors

/// The Gaussian error linear unit, x · Φ(x) with the exact normal distribution function
/// Φ(x) = (1 + erf(x / √2)) / 2.
///
/// Hendrycks and Gimpel, "Gaussian error linear units" (2016).
public struct GELU<Scalar: FloatingScalar>: ElementwiseLayer {
  /// A Gaussian error linear unit.
  public init() {}

  /// x · Φ(x).
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.gelu() }
}
