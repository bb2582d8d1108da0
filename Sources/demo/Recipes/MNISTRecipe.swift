import Tern
import TernData

/// 70,000 handwritten digits of 28×28 pixels, from a folder.
struct MNISTRecipe: PerceptronRecipe {
  let name = "mnist-mlp"
  let summary = "MNIST from --data DIR: 784 → 512 → 10"
  let options: [Options.Name] = [.data, .reduction, .hidden, .activation, .weightScale]
  let inputCount = 28 * 28
  let classCount = 10
  let savesNPZ = true
  let defaults = Settings(
    epochs: 10, batchSize: 64, learningRate: 0.1, l2: 1e-5, hidden: [512], activations: [.relu])
  /// A published grid, whose gradients are sums over a batch: the larger learning rates leave
  /// nothing but dead units, and an accuracy of 0.1135.
  let searchArguments = [
    "--hidden=64,128,256,512", "--learning-rate=0.001,0.005,0.01,0.05,0.1",
    "--l2=0.001,0.005,0.01,0.05,0.1", "--reduction=sum", "--momentum=0", "--epochs=10",
  ]

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    guard let folder else {
      throw UsageError("mnist-mlp needs --data DIR, the folder with the four files of MNIST")
    }
    let mnist = try MNIST.load(from: folder, flattened: true)
    let (train, validation) = try mnist.train.split(11.0 / 12, shuffledWith: &rng)
    return Splits(train: train, validation: validation, test: mnist.test)
  }
}
