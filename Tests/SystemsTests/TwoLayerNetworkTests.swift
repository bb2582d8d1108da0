import Tern
import TestSupport
import Testing

/// The two-layer network on modular layers: 3 examples, 5 inputs, 50 hidden units, 7 classes.
struct TwoLayerNetworkTests {
  private static func ramp(_ start: Double, _ end: Double, _ shape: Shape) -> Tensor<Double> {
    Tensor(linspace: start, end, count: shape.elementCount).reshaped(to: shape)
  }

  private static var network: Sequential<Double> {
    Sequential {
      Linear(weight: ramp(-0.7, 0.3, [5, 50]), bias: ramp(-0.1, 0.9, [50]))
      ReLU()
      Linear(weight: ramp(-0.3, 0.4, [50, 7]), bias: ramp(-0.9, 0.1, [7]))
    }
  }

  private static let inputs = ramp(-5.5, 4.5, [5, 3]).transposed()
  private static let labels: Tensor<Int32> = [0, 5, 1]

  @Test func scores() {
    let published: Tensor<Double> = [
      [11.53165108, 12.2917344, 13.05181771, 13.81190102, 14.57198434, 15.33206765, 16.09215096],
      [12.05769098, 12.74614105, 13.43459113, 14.1230412, 14.81149128, 15.49994135, 16.18839143],
      [12.58373087, 13.20054771, 13.81736455, 14.43418138, 15.05099822, 15.66781506, 16.2846319],
    ]
    expectClose(Self.network(Self.inputs), published, relative: 0, absolute: 5.1e-9)
  }

  @Test(arguments: [(0, 3.4702243556), (1, 26.5948426952)])
  func losses(lambda: Double, published: Double) {
    let network = Self.network
    let loss = softmaxCrossEntropy(network(Self.inputs), Self.labels) + network.l2Penalty(lambda)
    expectClose(loss.scalar, published, relative: 0, absolute: 1e-10)
  }

  @Test func theOtherConventionHasNoHalf() {
    let network = Self.network
    let scores = softmaxCrossEntropy(network(Self.inputs), Self.labels)
    let whole = scores + network.l2Penalty(1, .whole)
    let half = scores + network.l2Penalty(2, .half)
    // softmax + 1 · ΣW², of which ½ · ΣW² is published as 26.5948426952 − 3.4702243556.
    expectClose(whole.scalar, 3.4702243556 + 2 * (26.5948426952 - 3.4702243556), absolute: 3e-10)
    #expect(whole == half)
  }

  @Test(arguments: [0, 0.7], L2Convention.allCases)
  func gradients(lambda: Double, convention: L2Convention) {
    let report = checkGradients(of: Self.network) { network in
      softmaxCrossEntropy(network.training(Self.inputs), Self.labels)
        + network.l2Penalty(lambda, convention)
    }
    #expect(report.passes(tolerance: 1e-7), "\(report)")
  }

  @Test(arguments: L2Convention.allCases)
  func penaltyAndWeightDecayAreTheSame(convention: L2Convention) {
    let (rate, lambda) = (0.1, 0.7)
    var penalised = Self.network
    var decayed = penalised
    let (_, slopes) = valueWithGradient(at: &penalised) { network in
      softmaxCrossEntropy(network.training(Self.inputs), Self.labels)
        + network.l2Penalty(lambda, convention)
    }
    var plain = SGD<Double>(learningRate: rate)
    plain.update(&penalised, with: slopes)
    let (_, gradients) = valueWithGradient(at: &decayed) { network in
      softmaxCrossEntropy(network.training(Self.inputs), Self.labels)
    }
    var decaying = SGD<Double>(
      learningRate: rate, weightDecay: L2Penalty(lambda, convention).weightDecay)
    decaying.update(&decayed, with: gradients)
    for (a, b) in zip(penalised.parameters, decayed.parameters) { expectClose(a.tensor, b.tensor) }
  }

  /// Weights from N(0, scale²), biases of zeros, as the reports draw them.
  @Test(arguments: [1e-3, 1e-2]) func freshWeights(scale: Double) {
    var rng = NumPyRandom(seed: 0)
    let layer = Linear<Double>(
      300, 200, weight: .normal(standardDeviation: scale), using: &rng)
    let count = Double(layer.weight.count)
    // Four standard errors of a mean and of a deviation.
    #expect(abs(layer.weight.mean().scalar) < 4 * scale / count.squareRoot())
    let deviation = layer.weight.standardDeviation(correction: 1).scalar
    #expect(abs(deviation - scale) < 4 * scale / (2 * count).squareRoot())
    #expect(layer.bias == Tensor(zeros: [200]))
  }
}
