import Tern
import TernData

/// CIFAR-10 by a network of two hidden layers, which is chosen on a tenth of the training images.
struct CIFARRecipe: CIFARPerceptronRecipe {
  let name = "cifar-mlp"
  let summary = "CIFAR-10 from --data DIR: 3072 → 512 → 256 → 10"
  let options: [Options.Name] = [.data, .hidden, .activation, .weightScale]
  let monitor = Monitor.metric("accuracy")
  let savesNPZ = true
  let defaults = Settings(
    epochs: 12, batchSize: 64, learningRate: 1e-2, l2: 3e-3, hidden: [512, 256],
    activations: [.relu])
  let searchArguments = [
    "--hidden=256/128,512/256", "--learning-rate=0.003,0.01", "--l2=0.001,0.003",
  ]

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    try CIFARSplits.tenth(from: folder, for: name, using: &rng)
  }
}
