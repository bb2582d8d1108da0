import Tern
import TestSupport
import Testing

/// The two-layer network on a toy problem: 4 inputs, 10 hidden units, 3 classes, 5 examples.
struct ToyNetworkTests {
  private static let labels: Tensor<Int32> = [0, 1, 2, 2, 1]

  /// What is drawn first: 0.1 · randn for the weights, which the report keeps as [outputs, inputs].
  private static func network(using rng: inout NumPyRandom) -> TwoLayers {
    let first: Tensor<Double> = rng.randn([10, 4])
    let second: Tensor<Double> = rng.randn([3, 10])
    return TwoLayers(
      first: Linear(weight: (0.1 * first).transposed(), bias: Tensor(zeros: [10])),
      second: Linear(weight: (0.1 * second).transposed(), bias: Tensor(zeros: [3])))
  }

  private static var network: TwoLayers {
    var rng = NumPyRandom(seed: 0)
    return network(using: &rng)
  }

  private static var inputs: Tensor<Double> {
    var rng = NumPyRandom(seed: 1)
    return 10 * rng.randn([5, 4])
  }

  @Test func scoresToEightDigits() {
    let published: Tensor<Double> = [
      [-1.07260209, 0.05083871, -0.87253915], [-2.02778743, -0.10832494, -1.52641362],
      [-0.74225908, 0.15259725, -0.39578548], [-0.38172726, 0.10835902, -0.17328274],
      [-0.64417314, -0.18886813, -0.41106892],
    ]
    let scores = Self.network(Self.inputs)
    expectClose(scores, published, relative: 0, absolute: 5e-9)
    // The report's own measure, of which it prints 3.381231233889892e-08.
    expectClose((scores - published).abs().sum().scalar, 3.381231e-08, relative: 1e-6, absolute: 0)
  }

  @Test func lossWithPenalty() {
    let network = Self.network
    let loss =
      softmaxCrossEntropy(network(Self.inputs), Self.labels) + network.l2Penalty(0.05)
    expectClose(loss.scalar, 1.071696123862817, relative: 0, absolute: 2e-15)
  }

  @Test func gradients() {
    let report = checkGradients(of: Self.network) { network in
      softmaxCrossEntropy(network.training(Self.inputs), Self.labels) + network.l2Penalty(0.05)
    }
    #expect(
      report.entries.map(\.name) == ["first.weight", "first.bias", "second.weight", "second.bias"])
    #expect(report.maximumRelativeError < 1e-8, "\(report)")
  }

  @Test func trainingForAHundredIterations() {
    let losses = Self.losses()
    #expect(losses.count == 100)
    expectClose(losses[0], 1.10, relative: 0.05, absolute: 0)
    expectClose(losses[99], 0.014497864587765886, relative: 1e-9, absolute: 0)
  }

  /// The report prints 0.014498902952971647. That comes from a derivative of the rectifier which
  /// looks at x · W without the bias; with it, Tern's training ends there, too.
  @Test func thePublishedLossHasAMaskThatIgnoresTheBias() {
    let losses = Self.losses(maskIgnoresBias: true)
    expectClose(losses[99], 0.014498902952971647, relative: 1e-9, absolute: 0)
  }

  /// The losses of a fresh network: batches of 200 drawn with replacement from the generator that
  /// has drawn the weights, a learning rate of 0.1 that decays by 0.95 after every iteration.
  private static func losses(maskIgnoresBias: Bool = false) -> [Double] {
    var rng = NumPyRandom(seed: 0)
    var model = network(using: &rng)
    model.maskIgnoresBias = maskIgnoresBias
    var optimizer = SGD<Double>(learningRate: 0.1)
    return (0..<100).map { _ in
      let batch = rng.choice(5, count: 200)
      let (loss, gradients) = valueWithGradient(at: &model) { model in
        softmaxCrossEntropy(model(inputs.taking(batch)), labels.taking(batch))
          + model.l2Penalty(5e-6)
      }
      optimizer.update(&model, with: gradients)
      optimizer.learningRate *= 0.95
      return loss.scalar
    }
  }
}

/// Two affine layers with a rectifier between them, whose derivative may be the report's.
private struct TwoLayers: Layer {
  var first: Linear<Double>
  var second: Linear<Double>
  var maskIgnoresBias = false

  func callAsFunction(_ x: Tensor<Double>) -> Tensor<Double> {
    guard maskIgnoresBias else { return second(first(x).relu()) }
    let isOpen = (x.matmul(first.weight.detached()) .> 0).asType(Double.self)
    return second(
      differentiable(first(x)) { h in
        h.relu()
      } pullback: { dy, _, _ in
        dy * isOpen
      })
  }

  mutating func visit<Visitor: StateVisitor<Double>>(_ visitor: inout Visitor) {
    visitor.child("first", &first)
    visitor.child("second", &second)
  }
}
