import Tern
import TernData

/// CIFAR-10 by a network of one hidden layer, whose batches are drawn with replacement: the exercise
/// in choosing settings.
struct CIFARTwoLayerRecipe: CIFARPerceptronRecipe {
  let name = "cifar-two-layer"
  let summary = "CIFAR-10 from --data DIR: 3072 → 50 → 10, drawn batches; settings to be chosen"
  let options: [Options.Name] = [.data, .hidden, .activation, .weightScale]
  let monitor = Monitor.metric("accuracy")
  let progress = ProgressStyle.iterations
  let savesNPZ = true
  let defaults = Settings(
    epochs: 15, iterations: 3500, batchSize: 200, batching: .drawn, learningRate: 3e-3,
    momentum: 0, l2: 0.55, hidden: [50], activations: [.relu], weightScale: 1e-4)
  /// The published rates, of which the greatest diverge, and the published decay.
  let searchArguments = [
    "--learning-rate=0.0001,0.001,0.003,0.005,0.01,0.03,0.05,0.1", "--decay=0.95",
  ]

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    try CIFARSplits.centred(from: folder, for: name)
  }
}
