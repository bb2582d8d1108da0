import Tern

/// A network, its data and the settings that train it well.
protocol Recipe: Sendable {
  var name: String { get }
  var summary: String { get }
  /// The settings for what the user does not say.
  var defaults: Settings { get }
  /// The examples; the split is drawn from the generator.
  func data(in folder: String?, using rng: inout Philox) throws -> Splits
  /// The network with fresh parameters.
  func model(using rng: inout Philox) -> Sequential<Float>
}

/// What can be set for a run.
struct Settings: Codable, Equatable {
  var epochs: Int
  var batchSize: Int
  var learningRate: Double
  var momentum = 0.9
  var l2: Double
  var seed: UInt64 = 42

  /// The settings with those that the user gave.
  func overridden(by options: Options) -> Settings {
    var settings = self
    settings.epochs = options.epochs ?? epochs
    settings.batchSize = options.batchSize ?? batchSize
    settings.learningRate = options.learningRate ?? learningRate
    settings.l2 = options.l2 ?? l2
    settings.seed = options.seed ?? seed
    return settings
  }
}

/// The examples to learn from, to choose the best model by (none for a recipe that learns from all
/// there are), and to test it with.
struct Splits {
  let train: Dataset<Float>
  let validation: Dataset<Float>?
  let test: Dataset<Float>
}

/// All recipes, by name.
enum Recipes {
  static let all: [any Recipe] = [
    DigitsRecipe(), IrisRecipe(), MNISTRecipe(), MNISTConvolutionsRecipe(),
  ]

  static func named(_ name: String) throws -> any Recipe {
    guard let recipe = all.first(where: { $0.name == name }) else {
      throw UsageError(unknown: "recipe", name, among: all.map(\.name))
    }
    return recipe
  }
}
