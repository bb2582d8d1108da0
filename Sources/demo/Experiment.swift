import Tern

/// A recipe with its settings and data: the fresh network, how it is trained, and how it is tested.
///
/// An experiment is a value, so that many of them can share the data and train at the same time.
struct Experiment: Sendable {
  let recipe: any Recipe
  let settings: Settings
  let data: RecipeData
  let model: Sequential<Float>
  private let rng: Philox

  /// Everything random comes from the seed: the split, the parameters, and later the shuffling.
  ///
  /// - Throws: `Failure` if the settings are none that a training can have; `ShapeError` if the
  ///   network does not take the data.
  init(_ recipe: any Recipe, _ settings: Settings, _ data: RecipeData) throws {
    var settings = settings
    // A run may be older than the choice of its network.
    settings.hidden = settings.hidden ?? recipe.defaults.hidden
    settings.activations = settings.activations ?? recipe.defaults.activations
    if let problem = settings.problem { throw Failure("\(recipe.name): \(problem)") }
    self.recipe = recipe
    self.settings = settings
    self.data = data
    var rng = data.generator(seed: settings.seed)
    model = recipe.model(settings, using: &rng)
    self.rng = rng
    _ = try model.outputShape(for: data.inputShape)
  }

  /// An experiment that reads its data.
  init(_ recipe: any Recipe, _ settings: Settings, data folder: String?) throws {
    try self.init(
      recipe, settings, try RecipeData(recipe, in: folder, seed: settings.seed))
  }

  var splits: Splits { data.splits }

  /// Trains a copy of the network; returns what happened, or what ended the training early, and
  /// the best model so far in either case.
  ///
  /// - Parameters:
  ///   - testing: Whether the test examples, too, are measured after each epoch.
  ///   - checkpoints: Where to save what is needed to go on, and whether to.
  ///   - report: Is called with every event; what it throws ends the training.
  ///   - inspect: Is called after each epoch with the network as it is then.
  func train(
    testing: Bool = true, checkpoints: Checkpoints? = nil,
    _ report: (TrainingEvent) throws -> Void,
    inspect: (TrainingEpoch, Sequential<Float>) throws -> Void = { _, _ in }
  ) -> (Result<TrainingHistory, any Error>, Sequential<Float>) {
    var trainer = trainer
    var rng = rng
    let history = Result {
      let test = testing ? splits.test : nil
      guard let checkpoints else {
        return try trainer.fit(
          splits.train, validation: splits.validation, test: test, shuffledWith: &rng,
          report: report, inspect: inspect)
      }
      return try trainer.fit(
        splits.train, validation: splits.validation, test: test, shuffledWith: &rng,
        checkpoints: checkpoints, report: report, inspect: inspect)
    }
    return (history, trainer.bestModel)
  }

  /// What is minimised.
  private var loss: RecipeLoss { recipe.loss.reduced(settings.reduction) }

  private var trainer: Trainer<Sequential<Float>, SGD<Float>> {
    let loss = loss
    var trainer = Trainer(
      model,
      optimizer: SGD(
        learningRate: Float(settings.learningRate), momentum: Float(settings.momentum),
        weightDecay: Float(settings.penalty.weightDecay))
    ) { loss($0, $1) }
    trainer.lossIsSummed = loss.isSummed
    trainer.batchSize = settings.batchSize
    trainer.batching = settings.batching
    trainer.monitor = recipe.monitor
    let stepsPerEpoch = settings.batching.stepsPerEpoch(
      examples: splits.train.count, batchSize: settings.batchSize)
    if let iterations = settings.iterations {
      trainer.epochs = (iterations + stepsPerEpoch - 1) / stepsPerEpoch
      trainer.stepLimit = iterations
    } else {
      trainer.epochs = settings.epochs
    }
    let steps = settings.iterations ?? settings.epochs * stepsPerEpoch
    trainer.schedule = settings.rates(steps: steps, stepsPerEpoch: stepsPerEpoch)
    if recipe.progress != .epochs {
      trainer.penalty = settings.penalty
      trainer.trainingSampleSize = 1000
    }
    return trainer
  }

  /// Loss and accuracy on the test examples.
  func test(_ model: Sequential<Float>) -> Evaluation { measure(model, splits.test) }

  private func measure(_ model: Sequential<Float>, _ data: Dataset<Float>) -> Evaluation {
    let loss = loss
    return evaluate(model, on: data, loss: { loss.mean($0, $1) })
  }

  /// The figures of a finished training.
  func result(
    of model: Sequential<Float>, _ history: TrainingHistory, part: String? = nil, out: String
  ) -> RunFolder.Result {
    let train = measure(model, splits.train)
    let validation = splits.validation.map { measure(model, $0) }
    let test = test(model)
    return RunFolder.Result(
      recipe: recipe.name, part: part, seed: settings.seed, epochs: history.epochs.count,
      steps: history.steps, bestEpoch: history.bestEpoch, trainLoss: train.loss,
      trainAccuracy: train["accuracy"] ?? 0, validationLoss: validation?.loss,
      validationAccuracy: validation?["accuracy"], testLoss: test.loss,
      testAccuracy: test["accuracy"] ?? 0, seconds: history.epochs.reduce(0) { $0 + $1.seconds },
      samplesPerSecond: history.examplesPerSecond, out: out)
  }
}

extension Settings {
  /// The learning rate of each step.
  func rates(steps: Int, stepsPerEpoch: Int) -> LearningRateSchedule {
    let base: LearningRateSchedule =
      schedule == .cosine ? .cosine(learningRate, over: steps) : .constant(learningRate)
    if decay == 1 { return base }
    let decays = LearningRateSchedule.step(1, every: stepsPerEpoch, factor: decay)
    return LearningRateSchedule { base.rate(atStep: $0) * decays.rate(atStep: $0) }
  }
}
