import TernKernels
import TernLayers
import TernTensors

/// Stochastic gradient descent, with momentum if wanted.
///
/// With the gradient g (plus weightDecay · w):
///
///     v = momentum · v + g            (at first v = g)
///     w = w − learningRate · v        (Nesterov: g + momentum · v instead of v)
///
/// This is PyTorch's form, in which the learning rate does not enter the velocity. At a constant
/// rate, the velocity of v = momentum · v − learningRate · g, w = w + v is −learningRate times it.
/// Polyak, "Some methods of speeding up the convergence of iteration methods" (1964); for
/// Nesterov's, Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and
/// momentum in deep learning" (2013).
public struct SGD<Scalar: FloatingScalar>: Optimizer {
  /// How far a step goes.
  public var learningRate: Scalar
  /// The part of the velocity that is kept from step to step; 0 for none.
  public var momentum: Scalar
  /// Whether to look ahead along the velocity (Nesterov).
  public var nesterov: Bool
  /// lambda of the L2 penalty lambda/2 · ‖w‖², whose derivative is added to the gradient.
  public var weightDecay: Scalar
  /// The parameters that decay.
  public var decaying: DecayedParameters
  /// The velocity of each parameter.
  public var memory = OptimizerMemory<Scalar>()

  /// Gradient descent with these options.
  public init(
    learningRate: Scalar, momentum: Scalar = 0, nesterov: Bool = false, weightDecay: Scalar = 0,
    decaying: DecayedParameters = .weights
  ) {
    precondition(
      momentum >= 0 && weightDecay >= 0,
      "SGD needs momentum and weight decay of 0 or more, got \(momentum) and \(weightDecay)")
    precondition(!nesterov || momentum > 0, "SGD needs momentum to look ahead (nesterov)")
    self.learningRate = learningRate
    self.momentum = momentum
    self.nesterov = nesterov
    self.weightDecay = weightDecay
    self.decaying = decaying
  }

  /// `velocity`, if there is momentum.
  public var memoryNames: [String] { momentum == 0 ? [] : ["velocity"] }

  /// One step of one parameter, in one pass over it, its gradient and its velocity.
  @specialized(where Scalar == Float)
  public func step(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, role: ParameterRole,
    memory: inout [Tensor<Scalar>], number: Int
  ) {
    let count = parameter.count
    let decay = decaying.decay(weightDecay, for: role)
    let (w, g) = (parameter.uniquePointer(), gradient.pointer)
    var v: UnsafeMutablePointer<Scalar>?
    if momentum != 0 {
      if memory.isEmpty { memory.append(Tensor(lastingZeros: parameter.shape)) }
      v = memory[0].uniquePointer()
    }
    ThreadPool.shared.split(count, grain: ThreadPool.weightGrain, multiple: 16) { range in
      let start = range.lowerBound
      Scalar.Kernels.sgd(
        count: range.count, w + start, g + start, velocity: v.map { $0 + start },
        rate: learningRate, momentum: momentum, decay: decay, nesterov: nesterov)
    }
    withExtendedLifetime((parameter, gradient, memory)) {}
  }
}
