import Tern
import TernData

/// MNIST by a network of five convolutions, which learns from all 60,000 examples: the accuracy on
/// the 10,000 others is published for this network.
struct MNISTConvolutionsRecipe: Recipe {
  let name = "mnist-cnn"
  let summary = "MNIST from --data DIR: five convolutions with batch norm, 1024 → 128 → 128 → 10"
  let options: [Options.Name] = [.data]
  let defaults = Settings(epochs: 20, batchSize: 64, learningRate: 0.05, l2: 5e-4)

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    guard let folder else {
      throw UsageError("mnist-cnn needs --data DIR, the folder with the four files of MNIST")
    }
    let mnist = try MNIST.load(from: folder)
    return Splits(train: mnist.train, validation: nil, test: mnist.test)
  }

  func model(_ settings: Settings, using rng: inout Philox) -> Sequential<Float> {
    Sequential {
      Conv2D(1, 16, kernel: 3, using: &rng)
      BatchNorm(16)
      ReLU()
      Conv2D(16, 16, kernel: 3, using: &rng)
      BatchNorm(16)
      ReLU()
      MaxPool2D(2)
      Conv2D(16, 64, kernel: 3, using: &rng)
      BatchNorm(64)
      ReLU()
      Conv2D(64, 64, kernel: 3, using: &rng)
      BatchNorm(64)
      ReLU()
      Conv2D(64, 64, kernel: 3, padding: 1, using: &rng)
      BatchNorm(64)
      ReLU()
      MaxPool2D(2)
      Flatten()
      Linear(1024, 128, using: &rng)
      ReLU()
      Linear(128, 128, using: &rng)
      ReLU()
      Linear(128, 10, using: &rng)
    }
  }
}
