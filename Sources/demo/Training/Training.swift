import Tern
import TernData

/// One training of `tern train`, and what it writes to its folder.
struct Training {
  private let experiment: Experiment
  private let part: String?
  private let folder: RunFolder
  /// The path of the whole run.
  private let runPath: String
  private let request: TrainRequest
  private let options: Options

  /// A training in a folder of its own or, if it is the only one, in that of the run.
  init(
    _ experiment: Experiment, part: String?, in folder: RunFolder, of run: RunFolder,
    _ request: TrainRequest, _ options: Options
  ) {
    self.experiment = experiment
    self.part = part
    self.folder = folder
    runPath = run.path
    self.request = request
    self.options = options
  }

  /// Trains, or goes on with it; returns the figures.
  func run() throws -> RunFolder.Result {
    try TextFile.makeFolder(folder.path)
    try folder.write(description)
    if !options.isQuiet {
      output("\(try experiment.model.summary(inputShape: experiment.data.inputShape))\n")
    }
    do {
      let result = try train()
      var description = description
      description.result = result
      try folder.write(description)
      try? checkpoints.remove()
      return result
    } catch {
      if !(error is TrainingError), TextFile.exists(checkpoints.path) {
        printError("tern: go on with: tern train --resume \(runPath)")
      }
      throw error
    }
  }

  private var description: RunFolder.Description {
    RunFolder.Description(
      recipe: request.recipe.name, part: part, settings: experiment.settings,
      data: request.data.map(RunFolder.absolute), model: experiment.model.description,
      parameters: experiment.model.parameterCount)
  }

  private var checkpoints: Checkpoints {
    let settings = experiment.settings.words.map { ($0.key.title, $0.value) }
    return Checkpoints(
      in: folder.path, every: options.checkpointInterval ?? .seconds(60),
      resumes: request.goesOn,
      identity: Dictionary(settings) { $1 }.merging(["recipe": request.recipe.name]) { $1 })
  }

  private func train() throws -> RunFolder.Result {
    let recipe = request.recipe
    var printer = TrainingPrinter(options.progress ?? recipe.progress, every: options.printEvery)
    var metrics = MetricsFile(path: folder.metricsPath)
    var events =
      options.writesEvents
      ? try TrainingEvents(experiment, in: folder.path, goesOn: request.goesOn) : nil
    // Training goes on where pictures of it cannot be written.
    func record(_ body: (TrainingEvents) throws -> Void) {
      do {
        try events.map(body)
      } catch {
        printError("tern: no more events: \(error)")
        events = nil
      }
    }
    var bestEpoch: Int?
    var losses: [Double] = []
    var stepCount = 0
    let (history, model) = experiment.train(checkpoints: checkpoints) { event in
      if !options.isQuiet { printer.report(event) }
      switch event {
      case .started: metrics.begin()
      case .resumed(let history):
        metrics.begin(with: history)
        losses = Array(history.losses[(history.epochs.last?.steps ?? 0)...])
        stepCount = history.steps
        bestEpoch = history.bestEpoch
      case .step(let step):
        losses.append(step.loss)
        stepCount = step.step
        try Interruption.check()
      case .epoch(let epoch):
        metrics.append(epoch, losses: losses)
        record { try $0.append(epoch, losses: losses) }
        losses.removeAll(keepingCapacity: true)
        if epoch.isBest { bestEpoch = epoch.epoch }
      case .checkpointFailed(_, let reason):
        if options.isQuiet { printError("tern: no checkpoint: \(reason)") }
      case .checkpointDamaged(let reason):
        if options.isQuiet { printError("tern: \(reason)") }
      case .checkpointed, .finished: break
      }
    } inspect: { epoch, model in
      record { try $0.append(model, step: epoch.steps) }
      try Interruption.check()
    }
    if case .failure(let error) = history, error is CheckpointError { throw error }
    try model.save(to: folder.modelPath, metadata: ["recipe": recipe.name])
    if recipe.savesNPZ { try NPZ.write(model.numberedParameters, to: folder.arraysPath) }
    record { try $0.appendFirstLayer(of: model, step: stepCount) }
    if case .failure(let error) = history {
      let kept = bestEpoch.map { "the best model, that of epoch \($0)," } ?? "the untrained model"
      printError("tern: ended early; \(kept) is in \(folder.modelPath)")
      throw error
    }

    try metrics.finish()
    // What the file holds is what the figures are measured with.
    var loaded = experiment.model
    try loaded.load(from: folder.modelPath)
    return experiment.result(of: loaded, try history.get(), part: part, out: folder.path)
  }
}
