extension Tensor where Scalar: FloatingScalar {
  /// Independent draws from the uniform distribution over [lower, upper).
  public init<R: RandomNumberGenerator>(
    randomUniform shape: Shape, in bounds: Range<Scalar> = 0..<1, using rng: inout R
  ) {
    self.init(random: shape) { rng.fillUniform($0, in: bounds) }
  }

  /// Independent draws from the normal distribution.
  public init<R: RandomNumberGenerator>(
    randomNormal shape: Shape, mean: Scalar = 0, standardDeviation: Scalar = 1, using rng: inout R
  ) {
    self.init(random: shape) {
      rng.fillNormal($0, mean: mean, standardDeviation: standardDeviation)
    }
  }

  /// Independent draws from the normal distribution, cut off at bounds in standard deviations.
  public init<R: RandomNumberGenerator>(
    randomTruncatedNormal shape: Shape, mean: Scalar = 0, standardDeviation: Scalar = 1,
    within bounds: ClosedRange<Scalar> = -2...2, using rng: inout R
  ) {
    self.init(random: shape) {
      rng.fillTruncatedNormal(
        $0, mean: mean, standardDeviation: standardDeviation, within: bounds)
    }
  }

  /// Independent draws: `success` with a probability, `failure` otherwise.
  public init<R: RandomNumberGenerator>(
    randomBernoulli shape: Shape, probability: Double, success: Scalar = 1, failure: Scalar = 0,
    using rng: inout R
  ) {
    self.init(random: shape) {
      rng.fillBernoulli($0, probability: probability, success: success, failure: failure)
    }
  }

  /// Uniform draws, from a seed that the system gives.
  public init(randomUniform shape: Shape, in bounds: Range<Scalar> = 0..<1) {
    var rng = Philox()
    self.init(randomUniform: shape, in: bounds, using: &rng)
  }

  /// Normal draws, from a seed that the system gives.
  public init(randomNormal shape: Shape, mean: Scalar = 0, standardDeviation: Scalar = 1) {
    var rng = Philox()
    self.init(
      randomNormal: shape, mean: mean, standardDeviation: standardDeviation, using: &rng)
  }

  /// Truncated normal draws, from a seed that the system gives.
  public init(
    randomTruncatedNormal shape: Shape, mean: Scalar = 0, standardDeviation: Scalar = 1,
    within bounds: ClosedRange<Scalar> = -2...2
  ) {
    var rng = Philox()
    self.init(
      randomTruncatedNormal: shape, mean: mean, standardDeviation: standardDeviation,
      within: bounds, using: &rng)
  }

  /// Bernoulli draws, from a seed that the system gives.
  public init(
    randomBernoulli shape: Shape, probability: Double, success: Scalar = 1, failure: Scalar = 0
  ) {
    var rng = Philox()
    self.init(
      randomBernoulli: shape, probability: probability, success: success, failure: failure,
      using: &rng)
  }

  private init(random shape: Shape, fill: (UnsafeMutableBufferPointer<Scalar>) -> Void) {
    self.init(uninitialized: shape) {
      fill(UnsafeMutableBufferPointer(start: $0, count: shape.elementCount))
    }
  }
}

extension NumPyRandom {
  /// Standard normal draws as `randn` gives them: `numpy.random.RandomState.randn(*shape)`.
  public mutating func randn<Scalar: FloatingScalar>(_ shape: Shape) -> Tensor<Scalar> {
    Tensor(normal(count: shape.elementCount).map { Scalar(double: $0) }, shape: shape)
  }

  /// Uniform draws from [0, 1) as `rand` gives them: `numpy.random.RandomState.rand(*shape)`.
  public mutating func rand<Scalar: FloatingScalar>(_ shape: Shape) -> Tensor<Scalar> {
    Tensor(uniform(count: shape.elementCount).map { Scalar(double: $0) }, shape: shape)
  }
}
