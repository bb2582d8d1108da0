// Coins, and counts of events.

extension Tensor where Scalar == Bool {
  /// Independent draws: true with a probability.
  ///
  /// - Precondition: The probability is in 0 ... 1.
  public init<R: RandomNumberGenerator>(
    randomBernoulli shape: Shape, probability: Double, using rng: inout R
  ) {
    self.init(uninitialized: shape) { out in
      rng.fillBernoulli(
        UnsafeMutableBufferPointer(start: out, count: shape.elementCount),
        probability: probability, success: true, failure: false)
    }
  }

  /// Independent draws: each true with its own probability.
  ///
  /// - Precondition: Probabilities are in 0 ... 1.
  public init<S: FloatingScalar, R: RandomNumberGenerator>(
    randomBernoulli probabilities: Tensor<S>, using rng: inout R
  ) {
    let probabilities = probabilities.detached()
    precondition(
      ((probabilities .>= 0) .& (probabilities .<= 1)).all(),
      "randomBernoulli: a probability is not in 0 ... 1")
    self = Tensor<S>(randomUniform: probabilities.shape, using: &rng) .< probabilities
  }

  /// Bernoulli draws, from a seed that the system gives.
  public init(randomBernoulli shape: Shape, probability: Double) {
    var rng = Philox()
    self.init(randomBernoulli: shape, probability: probability, using: &rng)
  }

  /// Bernoulli draws, each with its own probability, from a seed that the system gives.
  public init<S: FloatingScalar>(randomBernoulli probabilities: Tensor<S>) {
    var rng = Philox()
    self.init(randomBernoulli: probabilities, using: &rng)
  }
}

extension Tensor {
  /// Independent draws from the Poisson distribution, k with the probability `rate^k e^-rate / k!`.
  ///
  /// They are drawn as doubles; what an integer type cannot hold becomes its greatest number.
  ///
  /// Source: for rates of 10 and more Hörmann, "The transformed rejection method for generating
  /// Poisson random variables" (1993), below that Knuth's products of uniform numbers.
  ///
  /// - Precondition: The rate is in 0 ... 2^53.
  public init<R: RandomNumberGenerator>(
    randomPoisson shape: Shape, rate: Double, using rng: inout R
  ) {
    Self.checkPoisson(rate)
    self = Tensor<Double>(drawing: shape, using: &rng) { _, rng in rng.poisson(rate: rate) }
      .asType(Scalar.self)
  }

  /// Independent draws from Poisson distributions, each with its own rate.
  ///
  /// - Precondition: Rates are in 0 ... 2^53.
  public init<S: FloatingScalar, R: RandomNumberGenerator>(
    randomPoisson rates: Tensor<S>, using rng: inout R
  ) {
    let rates = rates.detached().asType(Double.self)
    self = Tensor<Double>(drawing: rates.shape, using: &rng) { i, rng in
      Self.checkPoisson(rates.pointer[i])
      return rng.poisson(rate: rates.pointer[i])
    }.asType(Scalar.self)
  }

  /// Poisson draws, from a seed that the system gives.
  public init(randomPoisson shape: Shape, rate: Double) {
    var rng = Philox()
    self.init(randomPoisson: shape, rate: rate, using: &rng)
  }

  /// Poisson draws, each with its own rate, from a seed that the system gives.
  public init<S: FloatingScalar>(randomPoisson rates: Tensor<S>) {
    var rng = Philox()
    self.init(randomPoisson: rates, using: &rng)
  }

  private static func checkPoisson(_ rate: Double) {
    precondition((0...0x1p53).contains(rate), "randomPoisson: rate \(rate) is not in 0 ... 2^53")
  }
}
