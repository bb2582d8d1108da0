// Categories drawn by their probabilities, and samples of populations.

extension Tensor where Scalar == Int32 {
  /// A category for each row of probabilities, which lie along the last axis: the result lacks it.
  ///
  /// Probabilities are weights: they need not add up to 1. A category of probability 0 is never
  /// drawn.
  ///
  /// - Precondition: Probabilities are finite and not negative, and each row has a positive one.
  public init<S: FloatingScalar, R: RandomNumberGenerator>(
    randomCategorical probabilities: Tensor<S>, using rng: inout R
  ) {
    let draws = Tensor(randomCategorical: probabilities, count: 1, using: &rng)
    self = draws.reshaped(to: probabilities.shape.removing(probabilities.rank - 1))
  }

  /// Several categories for each row of probabilities, which lie along the last axis: `count` takes
  /// its place.
  ///
  /// - Precondition: Probabilities are finite and not negative, each row has a positive one, and the
  ///   count is not negative.
  public init<S: FloatingScalar, R: RandomNumberGenerator>(
    randomCategorical probabilities: Tensor<S>, count: Int, using rng: inout R
  ) {
    precondition(
      probabilities.rank >= 1, "randomCategorical needs at least one axis, got a number")
    precondition(count >= 0, "randomCategorical: cannot draw \(count) categories")
    let (rank, categories) = (probabilities.rank, probabilities.shape[probabilities.rank - 1])
    let result = probabilities.shape.replacing(rank - 1, with: count)
    let rows = probabilities.shape.elementCount(0..<rank - 1)
    let weights = probabilities.detached().asType(Double.self).scalars
    let distributions = (0..<rows).map { row in
      CumulativeWeights(
        summing: Array(weights[row * categories..<(row + 1) * categories]),
        for: "randomCategorical")
    }
    self.init(uninitialized: result) { out in
      rng.drawParts(count: rows * count) { part, rng in
        for i in part { out[i] = Int32(distributions[i / count].draw(using: &rng)) }
      }
    }
  }

  /// A category for each row of logits, which lie along the last axis: with the probabilities
  /// `softmax(logits)`. The logit −∞ is never drawn.
  ///
  /// - Precondition: No logit is NaN or ∞, and each row has one above −∞.
  public init<S: FloatingScalar, R: RandomNumberGenerator>(
    randomCategoricalLogits logits: Tensor<S>, using rng: inout R
  ) {
    self.init(randomCategorical: logits.probabilities, using: &rng)
  }

  /// Several categories for each row of logits: `count` takes the place of the last axis.
  ///
  /// - Precondition: No logit is NaN or ∞, each row has one above −∞, and the count is not negative.
  public init<S: FloatingScalar, R: RandomNumberGenerator>(
    randomCategoricalLogits logits: Tensor<S>, count: Int, using rng: inout R
  ) {
    self.init(randomCategorical: logits.probabilities, count: count, using: &rng)
  }

  /// `count` of the numbers 0 ..< population, in a random order.
  ///
  /// Without replacement no number comes twice; with weights, each is drawn from those that are
  /// left, in proportion to their weights.
  ///
  /// - Parameters:
  ///   - population: How many numbers there are.
  ///   - count: How many are drawn.
  ///   - replacing: Whether a number can come again.
  ///   - weights: In proportion to probabilities; without them all are equally likely.
  ///
  /// Source: of weights without replacement, Efraimidis and Spirakis, "Weighted random sampling
  /// with a reservoir", Information Processing Letters 97 (2006).
  ///
  /// - Precondition: The count is not negative, nor above the population without replacement (or
  ///   above its positive weights). Weights are as many as the population, finite and not negative.
  public init<R: RandomNumberGenerator>(
    randomChoice population: Int, count: Int, replacing: Bool = true,
    weights: Tensor<Double>? = nil, using rng: inout R
  ) {
    precondition(
      population >= Swift.min(count, 1) && population <= Shape.maximumExtent && count >= 0,
      "randomChoice: cannot choose \(count) of \(population)")
    precondition(
      weights == nil || weights?.shape == [population],
      "randomChoice: weights of shape \(weights?.shape ?? []) for a population of \(population)")
    switch (weights, replacing) {
    case (nil, true):
      self.init(
        randomIntegers: Shape(count), in: 0..<Int32(clamping: population), using: &rng)
    case (nil, false):
      precondition(
        count <= population,
        "randomChoice: cannot choose \(count) of \(population) without replacement")
      self.init(rng.permutation(population).prefix(count).map { Int32($0) })
    case (let weights?, true):
      self.init(randomCategorical: weights, count: count, using: &rng)
    case (let weights?, false):
      self.init(distinct: count, weights: weights.detached(), using: &rng)
    }
  }

  /// The numbers whose exponential times, of rates in proportion to the weights, are over first.
  private init<R: RandomNumberGenerator>(
    distinct count: Int, weights: Tensor<Double>, using rng: inout R
  ) {
    precondition(
      ((weights .>= 0) .& weights.isFinite()).all(),
      "randomChoice: a weight is negative or infinite")
    let positive = (weights .> 0).trueCount()
    precondition(
      count <= positive,
      "randomChoice: cannot choose \(count) of \(positive) positive weights without replacement")
    let times = Tensor<Double>(randomExponential: weights.shape, using: &rng) / weights
    self = times.topK(count, largest: false).indices
  }
}

extension Tensor {
  /// `count` slices along an axis in a random order, as ``init(randomChoice:count:replacing:weights:using:)``
  /// chooses them. Differentiable.
  public func sampled<R: RandomNumberGenerator>(
    _ count: Int, along axis: Int = 0, replacing: Bool = true, weights: Tensor<Double>? = nil,
    using rng: inout R
  ) -> Tensor {
    let axis = shape.axis(axis, of: "sampled")
    let indices = Tensor<Int32>(
      randomChoice: shape[axis], count: count, replacing: replacing, weights: weights, using: &rng)
    return taking(indices, along: axis)
  }

  /// `count` slices along an axis in a random order, from a seed that the system gives.
  public func sampled(
    _ count: Int, along axis: Int = 0, replacing: Bool = true, weights: Tensor<Double>? = nil
  ) -> Tensor {
    var rng = Philox()
    return sampled(count, along: axis, replacing: replacing, weights: weights, using: &rng)
  }
}

extension Tensor where Scalar == Int32 {
  /// A category for each row of probabilities, from a seed that the system gives.
  public init<S: FloatingScalar>(randomCategorical probabilities: Tensor<S>) {
    var rng = Philox()
    self.init(randomCategorical: probabilities, using: &rng)
  }

  /// Several categories for each row of probabilities, from a seed that the system gives.
  public init<S: FloatingScalar>(randomCategorical probabilities: Tensor<S>, count: Int) {
    var rng = Philox()
    self.init(randomCategorical: probabilities, count: count, using: &rng)
  }

  /// A category for each row of logits, from a seed that the system gives.
  public init<S: FloatingScalar>(randomCategoricalLogits logits: Tensor<S>) {
    var rng = Philox()
    self.init(randomCategoricalLogits: logits, using: &rng)
  }

  /// Several categories for each row of logits, from a seed that the system gives.
  public init<S: FloatingScalar>(randomCategoricalLogits logits: Tensor<S>, count: Int) {
    var rng = Philox()
    self.init(randomCategoricalLogits: logits, count: count, using: &rng)
  }

  /// A choice of numbers, from a seed that the system gives.
  public init(
    randomChoice population: Int, count: Int, replacing: Bool = true,
    weights: Tensor<Double>? = nil
  ) {
    var rng = Philox()
    self.init(
      randomChoice: population, count: count, replacing: replacing, weights: weights, using: &rng)
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// The softmax of logits, none of which is NaN or ∞: every probability would be NaN.
  fileprivate var probabilities: Tensor {
    let scalars = self.scalars
    if let index = scalars.firstIndex(where: { !($0 < .infinity) }) {
      preconditionFailure(
        "randomCategorical: logit \(scalars[index].isNaN ? .nan : scalars[index]) of category "
          + "\(index % Swift.max(shape.last ?? 1, 1))")
    }
    return detached().softmax()
  }
}
