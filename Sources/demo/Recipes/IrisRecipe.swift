import Tern
import TernData

/// Fisher's 150 irises, four measures of each, which come with Tern: 120 to learn from, 30 to test.
struct IrisRecipe: Recipe {
  let name = "iris"
  let summary = "Fisher's irises, built in: 4 → 40 → 3; --activation all compares four"
  let options: [Options.Name] = [.hidden, .activation, .weightScale]
  let defaults = Settings(
    epochs: 300, batchSize: 5, learningRate: 0.01, l2: 1e-2, hidden: [40], activations: [.relu])

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    try IrisRecipe.splits(using: &rng)
  }

  /// The flowers shuffled, standardized by those to learn from.
  static func splits(using rng: inout Philox) throws -> Splits {
    let (train, test) = try Iris.load(as: Float.self).split(0.8, shuffledWith: &rng)
    let standardized = try Standardization(fitting: train.inputs)
    return Splits(train: standardized(train), validation: nil, test: standardized(test))
  }

  func model(_ settings: Settings, using rng: inout Philox) -> Sequential<Float> {
    Sequential(perceptron: 4, classes: 3, settings, using: &rng)
  }
}
