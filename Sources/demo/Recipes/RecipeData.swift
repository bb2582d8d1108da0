import Tern

/// A recipe's examples, read and split once for any number of trainings.
struct RecipeData: Sendable {
  let splits: Splits
  /// What the split was drawn with.
  let seed: UInt64
  private let rng: Philox

  /// Reads the recipe's files and draws the split.
  init(_ recipe: any Recipe, in folder: String?, seed: UInt64) throws {
    var rng = Philox(seed: seed)
    splits = try recipe.data(in: folder, using: &rng)
    self.seed = seed
    self.rng = rng
  }

  /// The generator for all that comes after the split: the parameters and the shuffling. It goes on
  /// where the split has left it, or begins anew for a training with a seed of its own.
  func generator(seed: UInt64) -> Philox {
    seed == self.seed ? rng : Philox(seed: seed, stream: 1)
  }

  /// The shape of a batch of one.
  var inputShape: Shape { Shape([1] + splits.train.inputShape.dropFirst()) }
}
