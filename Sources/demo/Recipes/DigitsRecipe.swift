import Tern
import TernData

/// 1,797 real handwritten digits of 8×8 pixels, which come with Tern.
struct DigitsRecipe: Recipe {
  let name = "digits"
  let summary = "real 8×8 handwritten digits, built in: 64 → 128 → 64 → 10"
  let defaults = Settings(epochs: 40, batchSize: 32, learningRate: 0.05, l2: 1e-3)

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    let (learning, test) = try Digits.load(as: Float.self, flattened: true).split(0.8, shuffledWith: &rng)
    let (train, validation) = try learning.split(0.9, shuffledWith: &rng)
    return Splits(train: train, validation: validation, test: test)
  }

  func model(using rng: inout Philox) -> Sequential<Float> {
    Sequential {
      Linear(64, 128, using: &rng)
      ReLU()
      Linear(128, 64, using: &rng)
      ReLU()
      Linear(64, 10, using: &rng)
    }
  }
}
