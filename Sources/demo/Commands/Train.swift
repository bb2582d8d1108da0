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
      recipe: recipe.name, settings: settings, data: options.data.map(RunFolder.absolute),
      model: experiment.model.description, parameters: experiment.model.parameterCount)
    try folder.write(description)
    if !options.isQuiet {
      output("\(try experiment.model.summary(inputShape: experiment.inputShape))\n")
    }

    Interruption.watch()
    var progress = ProgressPrinter()
    var bestEpoch: Int?
    let (history, model) = experiment.train { event in
      if !options.isQuiet { progress.report(event) }
      if case .epoch(let epoch) = event {
        try folder.append(epoch)
        if epoch.isBest { bestEpoch = epoch.epoch }
      }
      try Interruption.check()
    }
    try model.save(to: folder.modelPath, metadata: ["recipe": recipe.name])
    if case .failure(let error) = history {
      let kept = bestEpoch.map { "the best model, that of epoch \($0)," } ?? "the untrained model"
      printError("tern: ended early; \(kept) is in \(folder.modelPath)")
      throw error
    }

    let result = experiment.result(of: model, try history.get(), out: folder.path)
    description.result = result
    try folder.write(description)
    if !options.isQuiet || !options.isJSON {
      output(
        "test accuracy \(rounded(result.testAccuracy, 4)), loss \(rounded(result.testLoss, 4)); "
          + "\(rounded(result.seconds, 2)) s of training, "
          + "\(Int(result.samplesPerSecond)) samples/s; written to \(folder.path)")
    }
    if options.isJSON { output(try RunFolder.line(result)) }
  }
}
