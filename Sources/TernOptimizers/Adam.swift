import TernKernels
import TernLayers
import TernTensors

/// Adam: steps of a size that adapts to each number of a parameter.
///
/// With the gradient g (plus weightDecay · w) of step t = 1, 2, …:
///
///     m = beta1 · m + (1 − beta1) · g
///     v = beta2 · v + (1 − beta2) · g²
///     w = w − learningRate · m / (1 − beta1ᵗ) / (√(v / (1 − beta2ᵗ)) + epsilon)
///
/// Kingma and Ba, "Adam: a method for stochastic optimization" (2015).
public struct Adam<Scalar: FloatingScalar>: Optimizer {
  /// About how far a step moves each number.
  public var learningRate: Scalar
  /// The decay of the average of gradients.
  public var beta1: Scalar
  /// The decay of the average of squared gradients.
  public var beta2: Scalar
  /// Keeps the denominator from 0.
  public var epsilon: Scalar
  /// lambda of the L2 penalty lambda/2 · ‖w‖², whose derivative is added to the gradient. For decay
  /// that does not adapt with the gradient see ``AdamW``.
  public var weightDecay: Scalar
  /// The parameters that decay.
  public var decaying: DecayedParameters
  /// The averages m and v of each parameter.
  public var memory = OptimizerMemory<Scalar>()

  /// Adam with these options.
  public init(
    learningRate: Scalar = 0.001, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar = 1e-8, weightDecay: Scalar = 0, decaying: DecayedParameters = .weights
  ) {
    checkAdamOptions("Adam", beta1, beta2, epsilon, weightDecay)
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decaying = decaying
  }

  /// `mean` and `square`.
  public var memoryNames: [String] { ["mean", "square"] }

  /// One step of one parameter, in one pass over it, its gradient and both averages.
  @specialized(where Scalar == Float)
  public func step(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, role: ParameterRole,
    memory: inout [Tensor<Scalar>], number: Int
  ) {
    let step = AdamStep(
      number, rate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
      decay: decaying.decay(weightDecay, for: role), decoupledDecay: 0)
    step.apply(to: &parameter, gradient: gradient, memory: &memory)
  }
}

/// Adam with weight decay that acts on the parameter itself, not through the gradient.
///
/// As ``Adam``, with w = w − learningRate · weightDecay · w before the step. Loshchilov and Hutter,
/// "Decoupled weight decay regularization" (2019).
public struct AdamW<Scalar: FloatingScalar>: Optimizer {
  /// About how far a step moves each number.
  public var learningRate: Scalar
  /// The decay of the average of gradients.
  public var beta1: Scalar
  /// The decay of the average of squared gradients.
  public var beta2: Scalar
  /// Keeps the denominator from 0.
  public var epsilon: Scalar
  /// The part of a parameter, times the learning rate, that is taken away in each step.
  public var weightDecay: Scalar
  /// The parameters that decay.
  public var decaying: DecayedParameters
  /// The averages m and v of each parameter.
  public var memory = OptimizerMemory<Scalar>()

  /// AdamW with these options.
  public init(
    learningRate: Scalar = 0.001, beta1: Scalar = 0.9, beta2: Scalar = 0.999,
    epsilon: Scalar = 1e-8, weightDecay: Scalar = 0.01, decaying: DecayedParameters = .weights
  ) {
    checkAdamOptions("AdamW", beta1, beta2, epsilon, weightDecay)
    self.learningRate = learningRate
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decaying = decaying
  }

  /// `mean` and `square`.
  public var memoryNames: [String] { ["mean", "square"] }

  /// One step of one parameter, in one pass over it, its gradient and both averages.
  @specialized(where Scalar == Float)
  public func step(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, role: ParameterRole,
    memory: inout [Tensor<Scalar>], number: Int
  ) {
    let step = AdamStep(
      number, rate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon, decay: 0,
      decoupledDecay: decaying.decay(weightDecay, for: role))
    step.apply(to: &parameter, gradient: gradient, memory: &memory)
  }
}

private func checkAdamOptions<Scalar: FloatingScalar>(
  _ name: String, _ beta1: Scalar, _ beta2: Scalar, _ epsilon: Scalar, _ weightDecay: Scalar
) {
  precondition(
    beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1,
    "\(name) needs betas in 0 ..< 1, got \(beta1) and \(beta2)")
  precondition(
    epsilon >= 0 && weightDecay >= 0,
    "\(name) needs epsilon and weight decay of 0 or more, got \(epsilon) and \(weightDecay)")
}

extension AdamStep where Scalar: FloatingScalar {
  /// The numbers of the step `number`, counted from 1.
  fileprivate init(
    _ number: Int, rate: Scalar, beta1: Scalar, beta2: Scalar, epsilon: Scalar, decay: Scalar,
    decoupledDecay: Scalar
  ) {
    self.init(
      rate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, decay: decay,
      decoupledDecay: decoupledDecay,
      correction1: Scalar(double: 1 - power(beta1.asDouble, number)),
      correction2: Scalar(double: 1 - power(beta2.asDouble, number)))
  }

  fileprivate func apply(
    to parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, memory: inout [Tensor<Scalar>]
  ) {
    if memory.isEmpty {
      memory = [Tensor(lastingZeros: parameter.shape), Tensor(lastingZeros: parameter.shape)]
    }
    let count = parameter.count
    let (w, g) = (parameter.uniquePointer(), gradient.pointer)
    let (m, v) = (memory[0].uniquePointer(), memory[1].uniquePointer())
    ThreadPool.shared.split(count, grain: ThreadPool.weightGrain, multiple: 16) { range in
      let start = range.lowerBound
      Scalar.Kernels.adam(count: range.count, w + start, g + start, m + start, v + start, self)
    }
    withExtendedLifetime((parameter, gradient, memory)) {}
  }
}

/// base to the power of exponent ≥ 0, by squaring.
private func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, square, rest) = (1.0, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result *= square }
    square *= square
    rest >>= 1
  }
  return result
}
