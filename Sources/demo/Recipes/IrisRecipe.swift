import Tern
import TernData

/// Fisher's 150 irises, four measures of each, which come with Tern.
struct IrisRecipe: Recipe {
  let name = "iris"
  let summary = "Fisher's irises, built in: 4 → 40 → 3"
  let defaults = Settings(epochs: 100, batchSize: 5, learningRate: 0.01, l2: 1e-2)

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    guard folder == nil else { throw UsageError("iris has its data built in and takes no --data") }
    let (learning, test) = try Iris.load(as: Float.self).split(0.8, shuffledWith: &rng)
    let (train, validation) = try learning.split(0.85, shuffledWith: &rng)
    let standardized = try Standardization(fitting: train.inputs)
    return Splits(
      train: standardized(train), validation: standardized(validation), test: standardized(test))
  }

  func model(using rng: inout Philox) -> Sequential<Float> {
    Sequential {
      Linear(4, 40, using: &rng)
      ReLU()
      Linear(40, 3, using: &rng)
    }
  }
}
