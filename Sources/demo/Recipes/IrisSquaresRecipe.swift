import Tern
import TernData

/// The irises by half the sum of squared errors against one-hot rows and plain gradient descent, as
/// one would write it by hand.
struct IrisSquaresRecipe: PerceptronRecipe {
  let name = "iris-mse"
  let summary = "the irises by squared errors and plain descent: 4 → 40 sigmoid → 3 linear"
  let options: [Options.Name] = [.hidden, .activation, .weightScale]
  let inputCount = 4
  let classCount = 3
  let loss = RecipeLoss.summedSquares
  let defaults = Settings(
    epochs: 800, batchSize: 5, learningRate: 3e-3, schedule: .constant, momentum: 0, l2: 1e-3,
    seed: 3,
    hidden: [40], activations: [.sigmoid])

  var classNames: [String]? { Iris.classNames }
  var featureNames: [String]? { IrisRecipe().featureNames }

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    try IrisRecipe.splits(using: &rng)
  }
}
