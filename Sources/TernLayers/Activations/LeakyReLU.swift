import TernTensors

/// x where it is positive, slope · x elsewhere.
///
/// Maas, Hannun and Ng, "Rectifier nonlinearities improve neural network acoustic models" (2013).
public struct LeakyReLU<Scalar: FloatingScalar>: ElementwiseLayer {
  /// The derivative below 0.
  public let slope: Scalar

  /// A rectifier that lets some of the negative side through.
  public init(slope: Scalar = 0.01) { self.slope = slope }

  /// x where it is positive, slope · x elsewhere.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x.leakyReLU(slope: slope) }

  /// The slope.
  public var description: String { "LeakyReLU(slope: \(slope))" }
}
