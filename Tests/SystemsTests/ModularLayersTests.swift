import Tern
import TestSupport
import Testing

/// The layers one by one: forward values and relative errors of gradients no larger than published.
struct ModularLayersTests {
  private static func affine(_ inputs: [Tensor<Double>]) -> Tensor<Double> {
    let (x, w, b) = (inputs[0], inputs[1], inputs[2])
    return x.reshaped(to: [x.shape[0], w.shape[0]]).affine(w, b)
  }

  /// x [10, 2, 3], w [6, 5], b [5] and the upstream gradient [10, 5], in this order.
  private static var drawn: (inputs: [Tensor<Double>], upstream: Tensor<Double>) {
    var rng = NumPyRandom(seed: 231)
    let inputs: [Tensor<Double>] = [rng.randn([10, 2, 3]), rng.randn([6, 5]), rng.randn([5])]
    return (inputs, rng.randn([10, 5]))
  }

  @Test func affineForward() {
    let y = Self.affine([
      Tensor(linspace: -0.1, 0.5, count: 240).reshaped(to: [2, 4, 5, 6]),
      Tensor(linspace: -0.2, 0.3, count: 360).reshaped(to: [120, 3]),
      Tensor(linspace: -0.3, 0.1, count: 3),
    ])
    let published: Tensor<Double> = [
      [1.49834967, 1.70660132, 1.91485297], [3.25553199, 3.5141327, 3.77273342],
    ]
    expectClose(y, published, relative: 0, absolute: 5e-9)
  }

  @Test func affineBackward() {
    let (inputs, upstream) = Self.drawn
    let (_, pullback) = valueWithPullback(at: inputs, of: Self.affine)
    let gradients = pullback(upstream)
    expectClose(Array(gradients[0].scalars.prefix(6)), SystemsOracle.affineInputGradient)
    expectClose(Array(gradients[1].scalars.prefix(5)), SystemsOracle.affineWeightGradient)
    expectClose(gradients[2].scalars, SystemsOracle.affineBiasGradient)

    let errors = gradientErrors(at: inputs, upstream: upstream, of: Self.affine)
    // Published: about 1e-10 each in one report; dx, dw and db in the other.
    for (error, published) in zip(errors, [5.2e-10, 3.5e-10, 5.4e-10]) {
      #expect(error <= min(published, 1e-10))
    }
  }

  @Test func rectifierForward() {
    let x = Tensor<Double>(linspace: -0.5, 0.5, count: 12).reshaped(to: [3, 4])
    let printed: Tensor<Double> = [
      [0, 0, 0, 0], [0, 0, 0.04545455, 0.13636364], [0.22727273, 0.31818182, 0.40909091, 0.5],
    ]
    // Nothing but the eight digits of the printed values is left: 4.5e-9.
    #expect(relativeError(x.relu().scalars, printed.scalars) <= 4.55e-9)
  }

  @Test func rectifierBackward() {
    var rng = NumPyRandom(seed: 231)
    let (x, upstream): (Tensor<Double>, Tensor<Double>) = (
      rng.randn([10, 10]), rng.randn([10, 10])
    )
    let errors = gradientErrors(at: [x], upstream: upstream) { $0[0].relu() }
    // Published: about 1e-12 in one report, 2.6e-10 in the other, which has a coarser step.
    #expect(errors[0] <= 4e-12)
  }

  @Test func affineAndRectifier() {
    var rng = NumPyRandom(seed: 231)
    let inputs: [Tensor<Double>] = [rng.randn([2, 3, 4]), rng.randn([12, 10]), rng.randn([10])]
    let errors = gradientErrors(at: inputs, upstream: rng.randn([2, 10])) { inputs in
      Self.affine(inputs).relu()
    }
    // Published: about 1e-10 each in one report; dx, dw and db in the other.
    for (error, published) in zip(errors, [1.2e-9, 7.5e-10, 8.9e-10]) {
      #expect(error <= min(published, 1e-10))
    }
  }

  @Test func fusedLayersGiveTheSame() {
    let (inputs, upstream) = Self.drawn
    let rows = inputs[0].reshaped(to: [10, 6])
    var network = Sequential<Double> {
      Linear(weight: inputs[1], bias: inputs[2])
      ReLU()
    }
    let (_, gradients) = valueWithGradient(at: &network) { ($0.training(rows) * upstream).sum() }
    let (_, pullback) = valueWithPullback(at: inputs) { Self.affine($0).relu() }
    let expected = pullback(upstream)
    expectClose(gradients.tensors[0], expected[1])
    expectClose(gradients.tensors[1], expected[2])
  }

  /// 0.001 · randn(50, 10), then labels, drawn from one generator.
  private static var smallScores: (scores: Tensor<Double>, labels: Tensor<Int32>) {
    var rng = NumPyRandom(seed: 231)
    let scores: Tensor<Double> = 0.001 * rng.randn([50, 10])
    return (scores, Tensor(rng.integers(in: 0..<10, count: 50).map { Int32($0) }))
  }

  @Test func softmaxLossOfSmallScores() {
    let (scores, labels) = Self.smallScores
    let (loss, slope) = valueWithGradient(at: scores) { softmaxCrossEntropy($0, labels) }
    expectClose(loss.scalar, 2.302, relative: 0, absolute: 1e-3)  // published
    expectClose(loss.scalar, SystemsOracle.lossesSoftmax, relative: 1e-14)
    expectClose(
      Array(slope.scalars.prefix(10)), SystemsOracle.lossesSoftmaxGradient, absolute: 1e-10)
    // Published: about 1e-8 in one report, 1.0e-7 in the other.
    #expect(gradientErrors(at: [scores]) { softmaxCrossEntropy($0[0], labels) }[0] <= 1e-8)
  }

  @Test func hingeLossOfSmallScores() {
    let (scores, labels) = Self.smallScores
    let (loss, slope) = valueWithGradient(at: scores) { multiclassHinge($0, labels) }
    expectClose(loss.scalar, 9.000, relative: 0, absolute: 1e-3)  // published
    expectClose(loss.scalar, SystemsOracle.lossesHinge, relative: 1e-14)
    expectClose(
      Array(slope.scalars.prefix(10)), SystemsOracle.lossesHingeGradient, absolute: 1e-9)
    // Published: about 1e-9 in one report, 8.0e-9 in the other.
    #expect(gradientErrors(at: [scores]) { multiclassHinge($0[0], labels) }[0] <= 1e-9)
  }
}
