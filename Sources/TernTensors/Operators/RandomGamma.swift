// Positive numbers: exponential, gamma and beta distributions. All are drawn in double precision.

extension Tensor where Scalar: FloatingScalar {
  /// Independent draws from the exponential distribution, of density `e^(−x / scale) / scale`.
  ///
  /// The scale is the mean, as for NumPy; PyTorch's rate is one over it.
  ///
  /// - Precondition: The scale is not negative.
  public init<R: RandomNumberGenerator>(
    randomExponential shape: Shape, scale: Scalar = 1, using rng: inout R
  ) {
    precondition(scale >= 0, "randomExponential: scale \(scale) is negative")
    let scale = scale.asDouble
    self = Tensor<Double>(drawing: shape, using: &rng) { _, rng in scale * rng.exponential() }
      .asType(Scalar.self)
  }

  /// Independent draws from the gamma distribution, of density
  /// `x^(α − 1) e^(−x / scale) / (Γ(α) scale^α)`, α being the distribution's `concentration`.
  ///
  /// Source: Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26
  /// (2000).
  ///
  /// - Precondition: The concentration is positive and finite, the scale not negative.
  public init<R: RandomNumberGenerator>(
    randomGamma shape: Shape, concentration: Scalar, scale: Scalar = 1, using rng: inout R
  ) {
    precondition(scale >= 0, "randomGamma: scale \(scale) is negative")
    let concentration = Self.checked(concentration.asDouble, for: "randomGamma")
    let scale = scale.asDouble
    self = Tensor<Double>(drawing: shape, using: &rng) { _, rng in
      scale * rng.gamma(shape: concentration)
    }.asType(Scalar.self)
  }

  /// Independent draws from gamma distributions of scale 1, each with its own concentration.
  ///
  /// - Precondition: Concentrations are positive and finite.
  public init<R: RandomNumberGenerator>(
    randomGamma concentrations: Tensor<Scalar>, using rng: inout R
  ) {
    let concentrations = concentrations.detached().asType(Double.self)
    self = Tensor<Double>(drawing: concentrations.shape, using: &rng) { i, rng in
      rng.gamma(shape: Self.checked(concentrations.pointer[i], for: "randomGamma"))
    }.asType(Scalar.self)
  }

  /// Independent draws from the beta distribution, of density proportional to
  /// `x^(α − 1) (1 − x)^(β − 1)` in 0 ... 1, as `x / (x + y)` of two gamma numbers.
  ///
  /// - Precondition: Both parameters are positive and finite.
  public init<R: RandomNumberGenerator>(
    randomBeta shape: Shape, _ alpha: Scalar, _ beta: Scalar, using rng: inout R
  ) {
    let alpha = Self.checked(alpha.asDouble, for: "randomBeta")
    let beta = Self.checked(beta.asDouble, for: "randomBeta")
    self = Tensor<Double>(drawing: shape, using: &rng) { _, rng in rng.beta(alpha, beta) }
      .asType(Scalar.self)
  }

  /// Exponential draws, from a seed that the system gives.
  public init(randomExponential shape: Shape, scale: Scalar = 1) {
    var rng = Philox()
    self.init(randomExponential: shape, scale: scale, using: &rng)
  }

  /// Gamma draws, from a seed that the system gives.
  public init(randomGamma shape: Shape, concentration: Scalar, scale: Scalar = 1) {
    var rng = Philox()
    self.init(randomGamma: shape, concentration: concentration, scale: scale, using: &rng)
  }

  /// Gamma draws, each with its own concentration, from a seed that the system gives.
  public init(randomGamma concentrations: Tensor<Scalar>) {
    var rng = Philox()
    self.init(randomGamma: concentrations, using: &rng)
  }

  /// Beta draws, from a seed that the system gives.
  public init(randomBeta shape: Shape, _ alpha: Scalar, _ beta: Scalar) {
    var rng = Philox()
    self.init(randomBeta: shape, alpha, beta, using: &rng)
  }

  private static func checked(_ parameter: Double, for operation: StaticString) -> Double {
    precondition(
      parameter > 0 && parameter.isFinite, "\(operation): parameter \(parameter) is not positive")
    return parameter
  }
}
