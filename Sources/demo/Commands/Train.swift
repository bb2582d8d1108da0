import Tern
import TernData

/// `tern train RECIPE`: trains a network, or several to compare, and writes the run's folder.
enum Train {
  static func run(_ options: Options) throws {
    let recipe = try Recipes.named(options.operand("the recipe"))
    try options.check(for: recipe)
    let settings = try recipe.settings(for: options)
    if let threads = options.threads { Runtime.threadCount = threads }

    let parts =
      options.comparesActivations ? comparison(settings) : recipe.parts(of: settings)
    for part in parts {
      if let problem = part.settings.problem { throw UsageError("\(recipe.name): \(problem)") }
    }
    let data = try RecipeData(recipe, in: options.data, seed: settings.seed)
    let experiments = try parts.map { ($0.name, try Experiment(recipe, $0.settings, data)) }
    let folder = try RunFolder.create(at: options.out, recipe: recipe.name)
    if parts.count > 1 {
      try folder.write(
        RunFolder.Group(
          recipe: recipe.name, settings: settings, data: options.data.map(RunFolder.absolute),
          parts: parts.compactMap(\.name)))
    }

    Interruption.watch()
    var lines: [Line] = []
    do {
      for (name, experiment) in experiments {
        if let name, !options.isQuiet { output("\(recipe.name), \(name):\n") }
        let result = try train(experiment, part: name, in: try folder.part(name), options)
        lines.append(Line(result: result, settings: experiment.settings))
        if name != nil, !options.isQuiet { output() }
      }
    } catch {
      // A run that ended early has a page, too, of what there is.
      RunPages.write(folder, data, options)
      throw error
    }
    RunPages.write(folder, data, options)
    if options.isJSON {
      output(
        try lines.count == 1
          ? RunFolder.line(lines[0])
          : RunFolder.line(Lines(recipe: recipe.name, out: folder.path, parts: lines)))
    }
  }

  /// What `--json` prints of a training: its figures, and the settings that gave them.
  private struct Line: Encodable {
    let result: RunFolder.Result
    let settings: Settings

    private enum Key: CodingKey { case settings }

    func encode(to encoder: any Encoder) throws {
      try result.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(settings, forKey: .settings)
    }
  }

  /// What `--json` prints of a run of several trainings.
  private struct Lines: Encodable {
    let recipe: String
    let out: String
    let parts: [Line]
  }

  /// A training with each activation.
  private static func comparison(_ settings: Settings) -> [RunPart] {
    Activation.allCases.map { activation in
      var settings = settings
      settings.activations = [activation]
      return RunPart(name: activation.rawValue, settings: settings)
    }
  }

  /// Trains one network and writes its folder.
  private static func train(
    _ experiment: Experiment, part: String?, in folder: RunFolder, _ options: Options
  ) throws -> RunFolder.Result {
    let recipe = experiment.recipe
    try folder.beginMetrics()
    var description = RunFolder.Description(
      recipe: recipe.name, part: part, settings: experiment.settings,
      data: options.data.map(RunFolder.absolute), model: experiment.model.description,
      parameters: experiment.model.parameterCount)
    try folder.write(description)
    if !options.isQuiet {
      output("\(try experiment.model.summary(inputShape: experiment.data.inputShape))\n")
    }

    var printer = TrainingPrinter(options.progress ?? recipe.progress, every: options.printEvery)
    let events = options.writesEvents ? try TrainingEvents(experiment, in: folder.path) : nil
    var bestEpoch: Int?
    var losses: [Double] = []
    var stepCount = 0
    let (history, model) = experiment.train { event in
      if !options.isQuiet { printer.report(event) }
      switch event {
      case .step(let step):
        losses.append(step.loss)
        stepCount = step.step
      case .epoch(let epoch):
        try folder.append(epoch, losses: losses)
        try events?.append(epoch, losses: losses)
        losses.removeAll(keepingCapacity: true)
        if epoch.isBest { bestEpoch = epoch.epoch }
      case .started, .finished: break
      }
      try Interruption.check()
    } inspect: { epoch, model in
      try events?.append(model, step: epoch.steps)
    }
    try model.save(to: folder.modelPath, metadata: ["recipe": recipe.name])
    if recipe.savesNPZ { try NPZ.write(model.numberedParameters, to: folder.arraysPath) }
    try events?.appendFirstLayer(of: model, step: stepCount)
    if case .failure(let error) = history {
      let kept = bestEpoch.map { "the best model, that of epoch \($0)," } ?? "the untrained model"
      printError("tern: ended early; \(kept) is in \(folder.modelPath)")
      throw error
    }

    // What the file holds is what the figures are measured with.
    var loaded = experiment.model
    try loaded.load(from: folder.modelPath)
    let result = experiment.result(of: loaded, try history.get(), part: part, out: folder.path)
    description.result = result
    try folder.write(description)
    if !options.isQuiet || !options.isJSON {
      let name = part.map { "\($0): " } ?? ""
      output(
        "\(name)test accuracy \(rounded(result.testAccuracy, 4)), "
          + "loss \(rounded(result.testLoss, 4)); \(rounded(result.seconds, 2)) s of training, "
          + "\(Int(result.samplesPerSecond)) samples/s; written to \(folder.path)")
      if let remark = recipe.remark(on: result) { output(remark) }
    }
    return result
  }
}

/// Prints progress in the style that is asked for.
private enum TrainingPrinter {
  case epochs(ProgressPrinter)
  case iterations(IterationPrinter)

  init(_ style: ProgressStyle, every interval: Int?) {
    switch style {
    case .epochs: self = .epochs(ProgressPrinter())
    case .iterations, .timed:
      self = .iterations(IterationPrinter(every: interval ?? 100, showsTime: style == .timed))
    }
  }

  mutating func report(_ event: TrainingEvent) {
    switch self {
    case .epochs(var printer):
      printer.report(event)
      self = .epochs(printer)
    case .iterations(var printer):
      printer.report(event)
      self = .iterations(printer)
    }
  }
}
