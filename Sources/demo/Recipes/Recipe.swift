import Tern

/// A network, its data and the settings that train it well.
protocol Recipe: Sendable {
  typealias Monitor = Trainer<Sequential<Float>, SGD<Float>>.Monitor

  var name: String { get }
  var summary: String { get }
  /// The settings for what the user does not say.
  var defaults: Settings { get }
  /// The options that it takes besides those of every recipe: those of its data and its network.
  var options: [Options.Name] { get }
  /// What makes a model the best.
  var monitor: Monitor { get }
  /// What is minimised.
  var loss: RecipeLoss { get }
  /// How progress is printed.
  var progress: ProgressStyle { get }
  /// Whether the best model is saved for NumPy, too: `best_model.npz` with W1, b1, W2 and so on.
  var savesNPZ: Bool { get }
  /// The names of the classes, if they are more than numbers.
  var classNames: [String]? { get }
  /// What the elements of an input are, if they are no pixels.
  var featureNames: [String]? { get }

  /// What a search tries if the user names nothing that varies: arguments of `tern search`; none if
  /// the user has to.
  var searchArguments: [String] { get }

  /// The settings that the options ask for.
  func settings(for options: Options) throws -> Settings
  /// The trainings that make a run, more than one for a comparison.
  func parts(of settings: Settings) -> [RunPart]
  /// The examples; the split is drawn from the generator.
  func data(in folder: String?, using rng: inout Philox) throws -> Splits
  /// The network with fresh parameters.
  func model(_ settings: Settings, using rng: inout Philox) -> Sequential<Float>
  /// What is to be said of a result besides its figures.
  func remark(on result: RunFolder.Result) -> String?
}

extension Recipe {
  var options: [Options.Name] { [] }
  var monitor: Monitor { .loss }
  var loss: RecipeLoss { .crossEntropy }
  var progress: ProgressStyle { .epochs }
  var searchArguments: [String] { [] }
  var savesNPZ: Bool { false }
  var classNames: [String]? { nil }
  var featureNames: [String]? { nil }

  func settings(for options: Options) throws -> Settings { defaults.overridden(by: options) }
  func parts(of settings: Settings) -> [RunPart] { [RunPart(name: nil, settings: settings)] }
  func remark(on result: RunFolder.Result) -> String? { nil }
}

/// One of the trainings of a run.
struct RunPart: Sendable {
  /// The name of its folder in that of the run; nil if it is the whole run.
  let name: String?
  let settings: Settings
}

/// How progress is printed.
enum ProgressStyle: String, Sendable, CaseIterable {
  /// A line an epoch.
  case epochs
  /// `(Iteration 101 / 4900) loss: 1.684505`
  case iterations
  /// `(Time 9.70 sec; Iteration 2401 / 4000) loss: 1.227245`
  case timed
}

/// The examples to learn from, to choose the best model by (none for a recipe that learns from all
/// there are), and to test it with.
struct Splits: Sendable {
  let train: Dataset<Float>
  let validation: Dataset<Float>?
  let test: Dataset<Float>
}

/// All recipes, by name.
enum Recipes {
  static let all: [any Recipe] = [
    DigitsRecipe(), IrisRecipe(), IrisSquaresRecipe(), MNISTRecipe(), MNISTConvolutionsRecipe(),
    CIFARRecipe(), CIFARTwoLayerRecipe(), CIFARSolverRecipe(), OverfitRecipe(), MomentumRecipe(),
  ]

  static func named(_ name: String) throws -> any Recipe {
    guard let recipe = all.first(where: { $0.name == name }) else {
      throw UsageError(unknown: "recipe", name, among: all.map(\.name))
    }
    return recipe
  }
}
