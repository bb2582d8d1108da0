import Tern
import TernData

/// Fifty images of CIFAR-10 learned by heart: a network that cannot do that has a mistake in it.
struct OverfitRecipe: CIFARPerceptronRecipe {
  let name = "overfit"
  let summary = "50 images of CIFAR-10 from --data DIR learned by heart, --layers 3 or 5"
  let options: [Options.Name] = [.data, .layers, .activation, .weightScale]
  let progress = ProgressStyle.iterations
  let defaults = Settings(
    epochs: 20, batchSize: 25, learningRate: 3e-3, schedule: .constant, momentum: 0, l2: 0,
    hidden: [100, 100], activations: [.relu], weightScale: 2e-2)

  /// Five layers need larger first weights for anything to reach the last.
  private var fiveLayers: Settings {
    var settings = defaults
    settings.hidden = [100, 100, 100, 100]
    settings.weightScale = 7e-2
    return settings
  }

  func settings(for options: Options) throws -> Settings {
    switch options.layers {
    case nil, 3: return defaults.overridden(by: options)
    case 5: return fiveLayers.overridden(by: options)
    case .some(let layers): throw UsageError("overfit has --layers 3 or 5, not \(layers)")
    }
  }

  /// The images are those to choose the best model by and to test with, too.
  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    let images = try CIFARSplits.centred(from: folder, for: name)
    let few = try CIFARSplits.first(50, of: images.train)
    return Splits(train: few, validation: few, test: few)
  }

  func remark(on result: RunFolder.Result) -> String? {
    let right = Int((result.testAccuracy * 50).rounded())
    return "the saved model, loaded again, knows \(right) of the 50 images"
  }
}
