import Tern

/// A recipe with its settings: the data, the fresh network, and how both are put together.
struct Experiment {
  let recipe: any Recipe
  let settings: Settings
  let splits: Splits
  let model: Sequential<Float>
  private let rng: Philox

  /// Everything random comes from the seed: the split, the parameters, and later the shuffling.
  init(_ recipe: any Recipe, _ settings: Settings, data folder: String?) throws {
    self.recipe = recipe
    self.settings = settings
    var rng = Philox(seed: settings.seed)
    splits = try recipe.data(in: folder, using: &rng)
    model = recipe.model(using: &rng)
    self.rng = rng
    _ = try model.outputShape(for: inputShape)
  }

  /// The shape of a batch of one.
  var inputShape: Shape { Shape([1] + splits.train.inputShape.dropFirst()) }

  /// Trains a copy of the network; returns what happened, or what ended the training early, and
  /// the best model so far in either case.
  func train(
    _ report: (TrainingEvent) throws -> Void
  ) -> (Result<TrainingHistory, any Error>, Sequential<Float>) {
    var trainer = Trainer(
      model,
      optimizer: SGD(
        learningRate: Float(settings.learningRate), momentum: Float(settings.momentum),
        weightDecay: Float(settings.l2)),
      loss: Self.loss)
    trainer.epochs = settings.epochs
    trainer.batchSize = settings.batchSize
    trainer.monitor = .loss
    let stepsPerEpoch = (splits.train.count + settings.batchSize - 1) / settings.batchSize
    trainer.schedule = .cosine(settings.learningRate, over: settings.epochs * stepsPerEpoch)
    var rng = rng
    let history = Result {
      try trainer.fit(
        splits.train, validation: splits.validation, shuffledWith: &rng, report: report)
    }
    return (history, trainer.bestModel)
  }

  /// Loss and accuracy on the test examples.
  func test(_ model: Sequential<Float>) -> Evaluation {
    evaluate(model, on: splits.test, loss: Self.loss)
  }

  @Sendable
  private static func loss(_ output: Tensor<Float>, _ labels: Tensor<Int32>) -> Tensor<Float> {
    softmaxCrossEntropy(output, labels)
  }

  /// The figures of a finished run.
  func result(
    of model: Sequential<Float>, _ history: TrainingHistory, out: String
  ) -> RunFolder.Result {
    let train = evaluate(model, on: splits.train, loss: Self.loss)
    let validation = splits.validation.map { evaluate(model, on: $0, loss: Self.loss) }
    let test = test(model)
    return RunFolder.Result(
      recipe: recipe.name, seed: settings.seed, epochs: history.epochs.count,
      steps: history.steps, trainLoss: train.loss, trainAccuracy: train["accuracy"] ?? 0,
      validationAccuracy: validation?["accuracy"], testLoss: test.loss,
      testAccuracy: test["accuracy"] ?? 0, seconds: history.epochs.reduce(0) { $0 + $1.seconds },
      samplesPerSecond: history.examplesPerSecond, out: out)
  }
}
