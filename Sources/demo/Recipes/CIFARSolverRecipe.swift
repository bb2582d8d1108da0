import Tern
import TernData

/// CIFAR-10 by a network of one hidden layer and a solver that ends with the parameters of the best
/// validation epoch.
struct CIFARSolverRecipe: CIFARPerceptronRecipe {
  let name = "cifar-solver"
  let summary = "CIFAR-10 from --data DIR: 3072 → 200 → 10, printed iteration by iteration"
  let options: [Options.Name] = [.data, .hidden, .activation, .weightScale]
  let monitor = Monitor.metric("accuracy")
  let progress = ProgressStyle.iterations
  let savesNPZ = true
  let defaults = Settings(
    epochs: 20, batchSize: 200, batching: .drawn, learningRate: 1e-3, schedule: .constant,
    decay: 0.95, momentum: 0, l2: 0.5, hidden: [200], activations: [.relu], weightScale: 1e-3)

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    try CIFARSplits.centred(from: folder, for: name)
  }
}
