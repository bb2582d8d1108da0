import TernLayers
import TernOptimizers
import TernTensors

extension Trainer {
  /// Trains for `epochs` epochs.
  ///
  /// Returns early when the surrounding task is cancelled or after `patience` epochs without a
  /// better model; the history says which. Another call goes on with the model and the optimizer as
  /// they are, and counts epochs, steps and the best model anew.
  ///
  /// - Parameters:
  ///   - data: What to learn.
  ///   - validation: What to choose the best model by.
  ///   - test: What else to measure after each epoch; nothing is chosen by it.
  ///   - rng: Shuffles or draws the examples of each epoch, and the training sample.
  ///   - report: Is called with every event; what it throws ends the training.
  ///   - inspect: Is called after each epoch with the model as it is then, such as to record its
  ///     weights; what it throws ends the training.
  /// - Throws: `ShapeError` if the model does not take such inputs, `DatasetError.labelOutOfRange` if
  ///   a label is none of its classes, `TrainingError.diverged` when a loss, that of the validation
  ///   set included, is not finite any more, and what `report` and `inspect` throw. The model, the
  ///   optimizer and the best model stay as they are then.
  @discardableResult
  public mutating func fit<R: RandomNumberGenerator>(
    _ data: Dataset<Scalar>, validation: Dataset<Scalar>? = nil, test: Dataset<Scalar>? = nil,
    shuffledWith rng: inout R, report: (TrainingEvent) throws -> Void = { _ in },
    inspect: (TrainingEpoch, Model) throws -> Void = { _, _ in }
  ) throws -> TrainingHistory {
    let sets = Sets(training: data, validation: validation, test: test)
    return try fit(sets, &rng, nil, report, inspect)
  }

  /// Trains for `epochs` epochs, and saves all that is needed to go on after being stopped.
  ///
  /// A training that was stopped, in whatever way, and goes on (`checkpoints.resumes`) ends with the
  /// same bits as one that was not: model, best model, optimizer, generator and history, but for the
  /// times in it. The caller makes the same trainer, data sets and kind of generator again; the
  /// values of parameters and generator come from the checkpoint.
  ///
  /// Besides at its intervals, a checkpoint is written when the task is cancelled and when `report`
  /// or `inspect` throws. One that cannot be written is reported as
  /// ``TrainingEvent/checkpointFailed(step:reason:)``, and training goes on; the last good ones stay.
  ///
  /// - Parameters:
  ///   - checkpoints: Where and how often to save, and whether to go on from there.
  ///   - data, validation, test, rng, report, inspect: As without checkpoints.
  /// - Throws: ``CheckpointError`` if there are checkpoints to go on from and both are damaged, or that
  ///   is another training's; and what `fit` throws without checkpoints.
  @discardableResult
  public mutating func fit<R: RandomNumberGenerator & Codable>(
    _ data: Dataset<Scalar>, validation: Dataset<Scalar>? = nil, test: Dataset<Scalar>? = nil,
    shuffledWith rng: inout R, checkpoints: Checkpoints,
    report: (TrainingEvent) throws -> Void = { _ in },
    inspect: (TrainingEpoch, Model) throws -> Void = { _, _ in }
  ) throws -> TrainingHistory {
    let sets = Sets(training: data, validation: validation, test: test)
    return try fit(sets, &rng, CheckpointKeeper(checkpoints), report, inspect)
  }

  /// The examples of a training.
  struct Sets {
    let training: Dataset<Scalar>
    let validation: Dataset<Scalar>?
    let test: Dataset<Scalar>?
  }

  private mutating func fit<R: RandomNumberGenerator>(
    _ sets: Sets, _ rng: inout R, _ keeper: CheckpointKeeper<R>?,
    _ report: (TrainingEvent) throws -> Void, _ inspect: (TrainingEpoch, Model) throws -> Void
  ) throws -> TrainingHistory {
    checkSettings()
    for data in [sets.training, sets.validation, sets.test] {
      if let data { try checkFit(data) }
    }
    let stepsPerEpoch = batching.stepsPerEpoch(examples: sets.training.count, batchSize: batchSize)
    let (product, isTooMany) = epochs.multipliedReportingOverflow(by: stepsPerEpoch)
    var progress = TrainingProgress<Scalar>(
      stepsPerEpoch: stepsPerEpoch, steps: min(isTooMany ? .max : product, stepLimit ?? .max))
    var keeper = keeper
    var damage: [String] = []
    let isResumed =
      try keeper?.restore(&self, &progress, &rng, sets, damaged: &damage) ?? false
    if !isResumed, let plateau { optimizer.learningRate = Scalar(double: plateau.rate) }
    do {
      try report(
        .started(
          epochs: epochs, stepsPerEpoch: stepsPerEpoch, steps: progress.steps,
          examples: sets.training.count))
      for reason in damage { try report(.checkpointDamaged(reason: reason)) }
      if isResumed { try report(.resumed(progress.history)) }
      while goesOn(&progress) {
        try fitEpoch(sets, &progress, &rng, &keeper, report, inspect)
      }
      try report(.finished(progress.history))
    } catch {
      // What the caller throws may be the user's wish to stop here and go on later.
      try? keeper?.save(self, progress, rng, sets).map(report)
      throw error
    }
    return progress.history
  }

  /// Whether there is more to do; notes it if it is patience that has ended.
  private func goesOn(_ progress: inout TrainingProgress<Scalar>) -> Bool {
    let history = progress.history
    guard history.outcome == .completed, history.epochs.count < epochs,
      history.steps < progress.steps || progress.epoch != nil
    else { return false }
    if progress.epoch == nil, let patience,
      history.epochs.count - (history.bestEpoch ?? 0) >= patience
    {
      progress.history.outcome = .stoppedEarly
      return false
    }
    return true
  }

  /// What is left of an epoch, or a whole one: a pass over the training set, measurements, and the
  /// choice of the best model.
  private mutating func fitEpoch<R: RandomNumberGenerator>(
    _ sets: Sets, _ progress: inout TrainingProgress<Scalar>, _ rng: inout R,
    _ keeper: inout CheckpointKeeper<R>?, _ report: (TrainingEvent) throws -> Void,
    _ inspect: (TrainingEpoch, Model) throws -> Void
  ) throws {
    let epoch = progress.epoch ?? beginning(of: sets.training, progress, using: &rng)
    progress.epoch = epoch
    guard try learn(sets, &progress, rng, &keeper, report) else {
      try keeper?.save(self, progress, rng, sets).map(report)
      progress.history.outcome = .cancelled
      return
    }
    let training = (progress.epoch ?? epoch).tally.evaluation
    let steps = progress.history.steps
    let validation = try sets.validation.map { data throws(TrainingError) in
      let measured = measure(data)
      guard measured.loss.isFinite else { throw .diverged(step: steps, loss: measured.loss) }
      return measured
    }
    let sample = trainingSampleSize.map { size in
      measure(sets.training.sample(of: size, using: &rng))
    }
    let learningRate = optimizer.learningRate.asDouble
    if let rate = plateau?.rate(after: (validation ?? training).loss) {
      optimizer.learningRate = Scalar(double: rate)
    }
    let number = progress.history.epochs.count + 1
    let isBest = keepIfBest(validation ?? training, epoch: number, &progress)
    let ended = TrainingEpoch(
      epoch: number, steps: steps, training: training, trainingSample: sample,
      validation: validation, test: sets.test.map(measure), learningRate: learningRate,
      seconds: (ContinuousClock.now - epoch.start).inSeconds, isBest: isBest)
    progress.history.epochs.append(ended)
    progress.epoch = nil
    try report(.epoch(ended))
    try inspect(ended, model)
    try keeper?.saveIfDue(self, progress, rng, sets).map(report)
  }

  /// The state in which the next epoch begins.
  private func beginning(
    of data: Dataset<Scalar>, _ progress: TrainingProgress<Scalar>,
    using rng: inout some RandomNumberGenerator
  ) -> TrainingProgress<Scalar>.Epoch {
    let steps = min(progress.stepsPerEpoch, progress.steps - progress.history.steps)
    let order =
      switch batching {
      case .shuffled: data.shuffledOrder(using: &rng)
      case .drawn: data.drawnOrder(count: steps * batchSize, using: &rng)
      }
    return .init(order: order, steps: steps, start: ContinuousClock.now, tally: Tally(metrics))
  }

  /// The steps of an epoch that are left. Returns false if the task was cancelled.
  private mutating func learn<R: RandomNumberGenerator>(
    _ sets: Sets, _ progress: inout TrainingProgress<Scalar>, _ rng: R,
    _ keeper: inout CheckpointKeeper<R>?, _ report: (TrainingEvent) throws -> Void
  ) throws -> Bool {
    guard let epoch = progress.epoch else { return true }
    let batches = Batches(sets.training, size: batchSize, dropsLast: false, order: epoch.order)
    let start = ContinuousClock.now
    var examples = 0
    defer { progress.addLearned(examples, in: ContinuousClock.now - start) }
    for position in epoch.position..<epoch.steps {
      if Task.isCancelled { return false }
      let step = try learn(batches[position], &progress)
      examples += step.examples
      try report(.step(step))
      try keeper?.saveIfDue(self, progress, rng, sets).map(report)
    }
    return true
  }

  /// One step: forward, loss, backward, update.
  private mutating func learn(
    _ batch: Batch<Scalar>, _ progress: inout TrainingProgress<Scalar>
  ) throws(TrainingError) -> TrainingStep {
    let step = progress.history.steps + 1
    let penalty = penalty.map { $0(model).scalar.asDouble } ?? 0
    // If the training ends within the step, what there is then is no state to go on from.
    progress.isBetweenSteps = false
    let (loss, output) = try update(batch, step: step)
    let mean = lossIsSummed ? loss / Double(batch.count) : loss
    if let output { progress.epoch?.tally.add(loss: mean, output, batch.labels) }
    progress.epoch?.position += 1
    progress.history.losses.append(loss + penalty)
    progress.isBetweenSteps = true
    return TrainingStep(
      step: step, epoch: progress.history.epochs.count + 1, loss: loss + penalty,
      learningRate: optimizer.learningRate.asDouble, examples: batch.count)
  }

  /// Moves the parameters. Returns the loss before that, and the model's output.
  private mutating func update(
    _ batch: Batch<Scalar>, step: Int
  ) throws(TrainingError) -> (loss: Double, output: Tensor<Scalar>?) {
    if let schedule {
      optimizer.learningRate = Scalar(double: schedule.rate(atStep: step - 1))
    }
    let loss = self.loss
    var output: Tensor<Scalar>?
    var (value, gradients) = valueWithGradient(at: &model) { model in
      let prediction = model.training(batch.inputs)
      output = prediction.detached()
      return loss(prediction, batch.labels)
    }
    let number = value.scalar.asDouble
    guard number.isFinite else { throw .diverged(step: step, loss: number) }
    if let gradientNormLimit {
      // Gradients may overflow before the loss does.
      let norm = gradients.clip(toNorm: gradientNormLimit)
      guard norm.isFinite else { throw .diverged(step: step, loss: number) }
    }
    optimizer.update(&model, with: gradients)
    return (number, output)
  }

  /// Loss and metrics of the model as it is.
  private func measure(_ data: Dataset<Scalar>) -> Evaluation {
    guard lossIsSummed else { return evaluate(model, on: data, loss: loss, metrics: metrics) }
    let loss = self.loss
    return evaluate(
      model, on: data,
      loss: { output, labels in
        loss(output, labels) / Scalar(double: Double(labels.count))
      }, metrics: metrics)
  }

  /// Keeps the model if no earlier one was as good, and says whether it does.
  private mutating func keepIfBest(
    _ evaluation: Evaluation, epoch: Int, _ progress: inout TrainingProgress<Scalar>
  ) -> Bool {
    let value = monitored(evaluation)
    // Without validation the last step may have spoilt the model unseen.
    guard value > progress.best || progress.history.bestEpoch == nil && !value.isNaN,
      model.parameters.allSatisfy({ $0.tensor.isFinite().all() })
    else { return false }
    progress.best = value
    progress.history.bestEpoch = epoch
    bestModel = model
    return true
  }

  /// The monitor's value; more is better.
  private func monitored(_ evaluation: Evaluation) -> Double {
    switch monitor {
    case .loss: return -evaluation.loss
    case .metric(let name):
      // `checkSettings` has made sure that there is one.
      return evaluation[name] ?? -.infinity
    }
  }
}
