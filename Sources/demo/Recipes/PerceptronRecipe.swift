import Tern
import TernData

/// A recipe of a perceptron, whose hidden layers are those of the settings.
protocol PerceptronRecipe: Recipe {
  /// The numbers of an input.
  var inputCount: Int { get }
  /// The classes, with an output for each.
  var classCount: Int { get }
}

extension PerceptronRecipe {
  func model(_ settings: Settings, using rng: inout Philox) -> Sequential<Float> {
    Sequential(perceptron: inputCount, classes: classCount, settings, using: &rng)
  }
}

/// A recipe of a perceptron for CIFAR-10.
protocol CIFARPerceptronRecipe: PerceptronRecipe {}

extension CIFARPerceptronRecipe {
  var inputCount: Int { 3 * 32 * 32 }
  var classCount: Int { 10 }
  var classNames: [String]? { CIFAR10.usualClassNames }
}
