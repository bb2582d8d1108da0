import Tern

/// Five examples of four numbers in three classes, and what was published about a network on them.
enum ToyProblem {
  private static let labels: Tensor<Int32> = [0, 1, 2, 2, 1]

  private static let scores: [[Double]] = [
    [-1.07260209, 0.05083871, -0.87253915], [-2.02778743, -0.10832494, -1.52641362],
    [-0.74225908, 0.15259725, -0.39578548], [-0.38172726, 0.10835902, -0.17328274],
    [-0.64417314, -0.18886813, -0.41106892],
  ]

  /// Every published figure with Tern's.
  static var figures: [Figure] {
    var rng = NumPyRandom(seed: 0)
    let network = ToyNetwork(using: &rng)
    let found = network(inputs)
    func loss(_ network: ToyNetwork) -> Tensor<Double> {
      softmaxCrossEntropy(network(inputs), labels) + network.l2Penalty(0.05)
    }
    let gradients = checkGradients(of: network) { loss($0) }
    let trained = 0.014497864587765886
    let trainedWithoutBias = 0.014498902952971647
    return scores.enumerated().map { row, published in
      Figure("scores of example \(row + 1)", published: published, found: found[row].scalars)
    } + [
      Figure(
        "loss", published: 1.071696123862817, found: loss(network).scalar, tolerance: 2e-15)
    ]
      + gradients.entries.map { entry in
        Figure("gradient of \(entry.name)", atMost: 1e-8, found: entry.relativeError)
      } + [
        Figure(
          "loss after training", published: trained, found: lastLoss(), tolerance: 1e-9 * trained),
        Figure(
          "… with the report's mask", published: trainedWithoutBias,
          found: lastLoss(maskIgnoresBias: true), tolerance: 1e-9 * trainedWithoutBias),
      ]
  }

  private static var inputs: Tensor<Double> {
    var rng = NumPyRandom(seed: 1)
    return 10 * rng.randn([5, 4])
  }

  /// The loss of the last of 100 iterations: batches of 200 drawn with replacement, a learning rate
  /// of 0.1 that decays by 0.95 after each, λ 5e-6.
  private static func lastLoss(maskIgnoresBias: Bool = false) -> Double {
    let inputs = inputs
    var rng = NumPyRandom(seed: 0)
    var network = ToyNetwork(using: &rng)
    network.maskIgnoresBias = maskIgnoresBias
    var optimizer = SGD<Double>(learningRate: 0.1)
    var last = Double.nan
    for _ in 0..<100 {
      let batch = rng.choice(5, count: 200)
      let (loss, gradients) = valueWithGradient(at: &network) { network in
        softmaxCrossEntropy(network(inputs.taking(batch)), labels.taking(batch))
          + network.l2Penalty(5e-6)
      }
      optimizer.update(&network, with: gradients)
      optimizer.learningRate *= 0.95
      last = loss.scalar
    }
    return last
  }
}
