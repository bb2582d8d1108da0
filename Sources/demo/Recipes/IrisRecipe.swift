import Tern
import TernData

/// Fisher's 150 irises, four measures of each, which come with Tern: 120 to learn from, 30 to test.
struct IrisRecipe: PerceptronRecipe {
  let name = "iris"
  let summary = "Fisher's irises, built in: 4 → 40 → 3; --activation all compares four"
  let options: [Options.Name] = [.hidden, .activation, .weightScale]
  let inputCount = 4
  let classCount = 3
  /// Thirty flowers are few: with other seeds up to four of them are mistaken, one on average.
  let defaults = Settings(
    epochs: 300, batchSize: 5, learningRate: 0.005, l2: 1e-2, seed: 3, hidden: [40],
    activations: [.relu])

  var classNames: [String]? { Iris.classNames }
  var featureNames: [String]? { Iris.featureNames.map { "\($0), cm" } }

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    try Self.splits(using: &rng)
  }

  /// The flowers shuffled and divided, their measures in centimetres.
  static func splits(using rng: inout Philox) throws -> Splits {
    let (train, test) = try Iris.load(as: Float.self).split(0.8, shuffledWith: &rng)
    return Splits(train: train, validation: nil, test: test)
  }
}
