import Tern

/// The network that the oracle trains: tanh(x · W1 + b1) · W2 + b2 on six rows.
struct TinyNetwork<Scalar: FloatingScalar>: Layer {
  var first: Linear<Scalar>
  var second: Linear<Scalar>

  init() {
    first = Linear(
      weight: Self.tensor(OptimizerOracle.weight1, [3, 4]),
      bias: Self.tensor(OptimizerOracle.bias1, [4]))
    second = Linear(
      weight: Self.tensor(OptimizerOracle.weight2, [4, 2]),
      bias: Self.tensor(OptimizerOracle.bias2, [2]))
  }

  func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { second(first(x).tanh()) }

  mutating func visit<Visitor: StateVisitor<Scalar>>(_ visitor: inout Visitor) {
    visitor.child("first", &first)
    visitor.child("second", &second)
  }

  /// The mean squared error on the oracle's data, and its gradients.
  mutating func lossWithGradients() -> (loss: Scalar, gradients: Gradients<Scalar>) {
    let x = Self.tensor(OptimizerOracle.x, [6, 3])
    let y = Self.tensor(OptimizerOracle.y, [6, 2])
    let (loss, gradients) = valueWithGradient(at: &self) { model in
      (model(x) - y).squared().mean()
    }
    return (loss.scalar, gradients)
  }

  /// Steps of an optimizer; gives the loss before each.
  @discardableResult
  mutating func train(with optimizer: inout some Optimizer<Scalar>, steps: Int) -> [Scalar] {
    (0..<steps).map { _ in
      let (loss, gradients) = lossWithGradients()
      optimizer.update(&self, with: gradients)
      return loss
    }
  }

  /// All parameters, one after the other.
  var numbers: [Scalar] { parameters.flatMap(\.tensor.scalars) }

  private static func tensor(_ numbers: [Double], _ shape: Shape) -> Tensor<Scalar> {
    Tensor(numbers.map { Scalar($0) }, shape: shape)
  }
}

/// The oracle's optimizers by their names there. All decay biases, too, as PyTorch does.
func oracleOptimizers<S: FloatingScalar>(_: S.Type = S.self) -> [String: any Optimizer<S>] {
  [
    "sgd": SGD(learningRate: 0.1),
    "sgdDecay": SGD(learningRate: 0.1, weightDecay: 0.05, decaying: .all),
    "sgdMomentum": SGD(learningRate: 0.1, momentum: 0.9),
    "sgdNesterov": SGD(learningRate: 0.1, momentum: 0.8, nesterov: true),
    "sgdNesterovDecay": SGD(
      learningRate: 0.1, momentum: 0.8, nesterov: true, weightDecay: 0.05, decaying: .all),
    "adam": Adam(learningRate: 0.05),
    "adamOptions": Adam(
      learningRate: 0.05, beta1: 0.8, beta2: 0.95, epsilon: 1e-3, weightDecay: 0.05,
      decaying: .all),
    "adamW": AdamW(learningRate: 0.05, decaying: .all),
    "adamWOptions": AdamW(
      learningRate: 0.05, beta1: 0.8, beta2: 0.95, epsilon: 1e-3, weightDecay: 0.2,
      decaying: .all),
    "rmsProp": RMSProp(),
    "rmsPropMomentum": RMSProp(alpha: 0.9, momentum: 0.7),
    "rmsPropCentered": RMSProp(alpha: 0.9, epsilon: 1e-3, centered: true),
    "rmsPropAll": RMSProp(
      alpha: 0.9, epsilon: 1e-3, momentum: 0.7, centered: true, weightDecay: 0.05,
      decaying: .all),
    "adaGrad": AdaGrad(learningRate: 0.1),
    "adaGradOptions": AdaGrad(
      learningRate: 0.1, learningRateDecay: 0.1, initialAccumulator: 0.2, epsilon: 1e-3,
      weightDecay: 0.05, decaying: .all),
  ]
}

/// The names of the oracle's optimizers, for tests of each.
let oracleNames = oracleOptimizers(Double.self).keys.sorted()

/// An optimizer of a test's own, without memory.
struct SignDescent<Scalar: FloatingScalar>: Optimizer {
  var learningRate: Scalar
  var memory = OptimizerMemory<Scalar>()

  func step(
    _ parameter: inout Tensor<Scalar>, gradient: Tensor<Scalar>, role: ParameterRole,
    memory: inout [Tensor<Scalar>], number: Int
  ) {
    parameter -= gradient.sign() * learningRate
  }
}
