import TernTensors

/// While training, sets each element to 0 with a probability and scales the others by
/// 1 / (1 − rate), so that the expectation stays; in inference, does nothing.
///
/// Every layer has a generator of its own, which is part of the model's state: a checkpoint draws
/// the same masks again, and so does a copy.
///
/// Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov, "Dropout: a simple way to prevent
/// neural networks from overfitting" (2014).
public struct Dropout<Scalar: FloatingScalar>: ElementwiseLayer {
  /// The probability of an element's being set to 0, from 0 to below 1.
  public let rate: Double
  private var generator: Philox

  /// A layer whose generator is seeded from another one.
  public init(rate: Double, using rng: inout some RandomNumberGenerator) {
    precondition(rate >= 0 && rate < 1, "a dropout rate is 0 or more and below 1, got \(rate)")
    self.rate = rate
    let seed = rng.next()
    generator = Philox(seed: seed, stream: rng.next())
  }

  /// A layer whose generator is seeded by the system.
  public init(rate: Double) {
    var rng = Philox()
    self.init(rate: rate, using: &rng)
  }

  /// x: inference needs no noise.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { x }

  /// x · mask / (1 − rate) with a new mask; x itself, and no draw, for a rate of 0.
  public mutating func training(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    guard rate > 0 else { return x }
    let mask = Tensor<Scalar>(
      randomBernoulli: x.shape, probability: 1 - rate, success: Scalar(double: 1 / (1 - rate)),
      failure: 0, using: &generator)
    return x * mask
  }

  /// Shows the generator.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.generator("generator", &generator)
  }

  /// The rate.
  public var description: String { "Dropout(rate: \(rate))" }
}
