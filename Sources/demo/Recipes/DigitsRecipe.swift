import Tern
import TernData

/// 1,797 real handwritten digits of 8×8 pixels, which come with Tern.
struct DigitsRecipe: Recipe {
  let name = "digits"
  let summary = "real 8×8 handwritten digits, built in: 64 → 256 → 256 → 10, dropout"
  let defaults = Settings(epochs: 150, batchSize: 32, learningRate: 0.1, l2: 3e-4)

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    let (learning, test) = try Digits.load(as: Float.self, flattened: true).split(
      0.8, shuffledWith: &rng)
    let (train, validation) = try learning.split(0.9, shuffledWith: &rng)
    return Splits(train: train, validation: validation, test: test)
  }

  func model(_ settings: Settings, using rng: inout Philox) -> Sequential<Float> {
    Sequential {
      Linear(64, 256, using: &rng)
      ReLU()
      Dropout(rate: 0.3, using: &rng)
      Linear(256, 256, using: &rng)
      ReLU()
      Dropout(rate: 0.3, using: &rng)
      Linear(256, 10, using: &rng)
    }
  }
}
