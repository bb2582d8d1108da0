import Tern

/// `tern train RECIPE`: trains a network and writes the run's folder.
enum Train {
  static func run(_ options: Options) throws {
    let recipe = try Recipes.named(options.operand("the recipe"))
    let settings = recipe.defaults.overridden(by: options)
    if let threads = options.threads { Runtime.threadCount = threads }

    let experiment = try Experiment(recipe, settings, data: options.data)
    let folder = try RunFolder.create(at: options.out, recipe: recipe.name)
    var description = RunFolder.Description(
      recipe: recipe.name, settings: settings, data: options.data,
      model: experiment.model.description, parameters: experiment.model.parameterCount)
    try folder.write(description)
    if !options.isQuiet {
      print(try experiment.model.summary(inputShape: experiment.inputShape), terminator: "\n\n")
    }

    var progress = ProgressPrinter()
    let (history, model) = try experiment.train { event in
      if !options.isQuiet { progress.report(event) }
      if case .epoch(let epoch) = event { try folder.append(epoch) }
    }
    try model.save(to: folder.modelPath, metadata: ["recipe": recipe.name])

    let result = experiment.result(of: model, history, out: folder.path)
    description.result = result
    try folder.write(description)
    if !options.isQuiet {
      print(
        "test accuracy \(rounded(result.testAccuracy, 4)), loss \(rounded(result.testLoss, 4)); "
          + "\(rounded(result.seconds, 2)) s of training, "
          + "\(Int(result.samplesPerSecond)) samples/s; written to \(folder.path)")
    }
    if options.isJSON { print(try RunFolder.line(result)) }
  }
}
