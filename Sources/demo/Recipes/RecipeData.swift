import Tern

/// A recipe's examples, read and split once for any number of trainings.
struct RecipeData: Sendable {
  let splits: Splits
  /// What the split was drawn with.
  let seed: UInt64
  private let rng: Philox

  private init(splits: Splits, seed: UInt64, rng: Philox) {
    self.splits = splits
    self.seed = seed
    self.rng = rng
  }

  /// Reads the recipe's files and draws the split.
  init(_ recipe: any Recipe, in folder: String?, seed: UInt64) throws {
    var rng = Philox(seed: seed)
    splits = try recipe.data(in: folder, using: &rng)
    self.seed = seed
    self.rng = rng
  }

  /// The same data with a validation set: that of the recipe, or 15% of the training examples, drawn
  /// with the same seed, if it has none.
  func withValidation() throws -> RecipeData {
    if splits.validation != nil { return self }
    var drawing = Philox(seed: seed, stream: 3)
    let (train, validation) = try splits.train.split(0.85, shuffledWith: &drawing)
    return RecipeData(
      splits: Splits(train: train, validation: validation, test: splits.test), seed: seed, rng: rng)
  }

  /// The generator for all that comes after the split: the parameters and the shuffling. It goes on
  /// where the split has left it, or begins anew for a training with a seed of its own.
  func generator(seed: UInt64) -> Philox {
    seed == self.seed ? rng : Philox(seed: seed, stream: 1)
  }

  /// The shape of a batch of one.
  var inputShape: Shape { Shape([1] + splits.train.inputShape.dropFirst()) }
}
