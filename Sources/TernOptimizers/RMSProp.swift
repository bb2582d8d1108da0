import TernLayers
import TernTensors

/// Gradients divided by a moving average of their size.
///
/// With the gradient g (plus weightDecay · w):
///
///     s = alpha · s + (1 − alpha) · g²
///     m = alpha · m + (1 − alpha) · g           (centered)
///     d = g / (√s + epsilon)                    (centered: s − m² instead of s)
///     v = momentum · v + d
///     w = w − learningRate · v                  (without momentum: d instead of v)
///
/// Tieleman and Hinton, "Neural networks for machine learning", lecture 6.5 (2012); centered as in
/// Graves, "Generating sequences with recurrent neural networks" (2013).
public struct RMSProp<Scalar: FloatingScalar>: Optimizer {
  /// How far a step goes.
  public var learningRate: Scalar
  /// The decay of the average of squared gradients.
  public var alpha: Scalar
  /// Keeps the denominator from 0.
  public var epsilon: Scalar
  /// The part of the velocity that is kept from step to step; 0 for none.
  public var momentum: Scalar
  /// Whether gradients are divided by their standard deviation instead of their size.
  public let centered: Bool
  /// lambda of the L2 penalty lambda/2 · ‖w‖², whose derivative is added to the gradient.
  public var weightDecay: Scalar
  /// The parameters that decay.
  public var decaying: DecayedParameters
  /// The averages s and m and the velocity of each parameter.
  public var memory = OptimizerMemory<Scalar>()

  /// RMSProp with these options.
  public init(
    learningRate: Scalar = 0.01, alpha: Scalar = 0.99, epsilon: Scalar = 1e-8,
    momentum: Scalar = 0, centered: Bool = false, weightDecay: Scalar = 0,
    decaying: DecayedParameters = .weights
  ) {
    precondition(alpha >= 0 && alpha < 1, "RMSProp needs alpha in 0 ..< 1, got \(alpha)")
    precondition(
      epsilon >= 0 && momentum >= 0 && weightDecay >= 0,
      "RMSProp needs epsilon, momentum and weight decay of 0 or more, got \(epsilon), "
        + "\(momentum) and \(weightDecay)")
    self.learningRate = learningRate
    self.alpha = alpha
    self.epsilon = epsilon
    self.momentum = momentum
    self.centered = centered
    self.weightDecay = weightDecay
    self.decaying = decaying
  }

  /// `square`, `mean` if centered, and `velocity` if there is momentum.
  public var memoryNames: [String] {
    ["square"] + (centered ? ["mean"] : []) + (momentum == 0 ? [] : ["velocity"])
  }

  /// One step of one parameter.
  @specialized(where Scalar == Float)
  public func step(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, role: ParameterRole,
    memory: inout [Tensor<Scalar>], number: Int
  ) {
    if memory.isEmpty {
      memory = (0..<(centered ? 2 : 1)).map { _ in Tensor(lastingZeros: parameter.shape) }
    }
    let gradient = decayed(gradient, of: parameter, decaying.decay(weightDecay, for: role))
    memory[0] *= alpha
    memory[0] += gradient.squared() * (1 - alpha)
    var size = memory[0]
    if centered {
      memory[1] *= alpha
      memory[1] += gradient * (1 - alpha)
      size -= memory[1].squared()
    }
    var direction = gradient / (size.sqrt() + epsilon)
    if momentum != 0 {
      let velocity = centered ? 2 : 1
      if memory.count == velocity { memory.append(Tensor(lastingZeros: parameter.shape)) }
      memory[velocity] *= momentum
      memory[velocity] += direction
      direction = memory[velocity]
    }
    parameter -= direction * learningRate
  }
}
