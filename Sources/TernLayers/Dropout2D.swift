import TernTensors

/// While training, sets whole channels of images `[batch, channels, height, width]` to 0 with a
/// probability and scales the others by 1 / (1 − rate); in inference, does nothing.
///
/// Neighbouring elements of an image say nearly the same, so ``Dropout`` of single ones would hide
/// little. The generator is part of the model's state, as that of ``Dropout``.
///
/// Tompson, Goroshin, Jain, LeCun and Bregler, "Efficient object localization using convolutional
/// networks" (2015).
public struct Dropout2D<Scalar: FloatingScalar>: Layer {
  /// The probability of a channel's being set to 0, from 0 to below 1.
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

  /// x · mask / (1 − rate) with a new mask of a number for each channel of each image; x itself,
  /// and no draw, for a rate of 0.
  public mutating func training(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
    precondition(
      x.rank == 4, "Dropout2D needs images [batch, channels, height, width], got shape \(x.shape)")
    guard rate > 0 else { return x }
    let mask = Tensor<Scalar>(
      randomBernoulli: [x.shape[0], x.shape[1], 1, 1], probability: 1 - rate,
      success: Scalar(double: 1 / (1 - rate)), failure: 0, using: &generator)
    return x * mask
  }

  /// Shows the generator.
  public mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.generator("generator", &generator)
  }

  /// The input's shape.
  public func outputShape(for inputShape: Shape) throws(ShapeError) -> Shape {
    try inputShape.requiringImages(for: description)
  }

  /// The rate.
  public var description: String { "Dropout2D(rate: \(rate))" }
}
