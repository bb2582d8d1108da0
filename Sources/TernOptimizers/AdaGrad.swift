import TernLayers
import TernTensors

/// Gradients divided by the root of the sum of all their squares so far.
///
/// With the gradient g (plus weightDecay · w) of step t = 1, 2, …:
///
///     s = s + g²                      (at first s = initialAccumulator)
///     w = w − learningRate / (1 + (t − 1) · learningRateDecay) · g / (√s + epsilon)
///
/// Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic
/// optimization" (2011).
public struct AdaGrad<Scalar: FloatingScalar>: Optimizer {
  /// How far the first step goes.
  public var learningRate: Scalar
  /// How fast steps become shorter, besides the sum.
  public var learningRateDecay: Scalar
  /// The sum of squares before the first step.
  public var initialAccumulator: Scalar
  /// Keeps the denominator from 0.
  public var epsilon: Scalar
  /// lambda of the L2 penalty lambda/2 · ‖w‖², whose derivative is added to the gradient.
  public var weightDecay: Scalar
  /// The parameters that decay.
  public var decaying: DecayedParameters
  /// The sum of squares of each parameter.
  public var memory = OptimizerMemory<Scalar>()

  /// AdaGrad with these options.
  public init(
    learningRate: Scalar = 0.01, learningRateDecay: Scalar = 0, initialAccumulator: Scalar = 0,
    epsilon: Scalar = 1e-10, weightDecay: Scalar = 0, decaying: DecayedParameters = .weights
  ) {
    precondition(
      learningRateDecay >= 0 && initialAccumulator >= 0 && epsilon >= 0 && weightDecay >= 0,
      "AdaGrad needs options of 0 or more, got learning rate decay \(learningRateDecay), initial "
        + "accumulator \(initialAccumulator), epsilon \(epsilon), weight decay \(weightDecay)")
    self.learningRate = learningRate
    self.learningRateDecay = learningRateDecay
    self.initialAccumulator = initialAccumulator
    self.epsilon = epsilon
    self.weightDecay = weightDecay
    self.decaying = decaying
  }

  /// `square`.
  public var memoryNames: [String] { ["square"] }

  /// One step of one parameter.
  @specialized(where Scalar == Float)
  public func step(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, role: ParameterRole,
    memory: inout [Tensor<Scalar>], number: Int
  ) {
    if memory.isEmpty { memory = [Tensor(full: parameter.shape, initialAccumulator)] }
    let gradient = decayed(gradient, of: parameter, decaying.decay(weightDecay, for: role))
    memory[0] += gradient.squared()
    let slowing = 1 + Scalar(double: Double(number - 1)) * learningRateDecay
    parameter -= gradient / (memory[0].sqrt() + epsilon) * (learningRate / slowing)
  }
}
