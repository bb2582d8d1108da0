import Tern
import TernData

/// Plain descent against descent with momentum: the same network of six layers from the same first
/// weights, trained with each on 4,000 images of CIFAR-10.
struct MomentumRecipe: CIFARPerceptronRecipe {
  let name = "momentum"
  let summary = "SGD against momentum: six layers on 4,000 images of CIFAR-10 from --data DIR"
  let options: [Options.Name] = [.data, .layers, .activation, .weightScale]
  let monitor = Monitor.metric("accuracy")
  let progress = ProgressStyle.iterations
  let defaults = Settings(
    epochs: 5, batchSize: 100, learningRate: 1e-2, schedule: .constant, l2: 0,
    hidden: Array(repeating: 100, count: 5), activations: [.relu], weightScale: 5e-2)

  func settings(for options: Options) throws -> Settings {
    var settings = defaults.overridden(by: options)
    if settings.momentum == 0 {
      throw UsageError("momentum compares with --momentum 0 and needs another one")
    }
    if let layers = options.layers { settings.hidden = Array(repeating: 100, count: layers - 1) }
    return settings
  }

  func parts(of settings: Settings) -> [RunPart] {
    var plain = settings
    plain.momentum = 0
    return [RunPart(name: "sgd", settings: plain), RunPart(name: "momentum", settings: settings)]
  }

  func data(in folder: String?, using rng: inout Philox) throws -> Splits {
    let images = try CIFARSplits.centred(from: folder, for: name)
    return Splits(
      train: try CIFARSplits.first(4000, of: images.train), validation: images.validation,
      test: images.test)
  }
}
