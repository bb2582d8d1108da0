import TernLayers
import TernOptimizers
import TernTensors

/// Trains a model on a data set: epochs, batches, validation, metrics, schedules, the best model.
///
/// ```swift
/// var trainer = Trainer(model, optimizer: SGD(learningRate: 0.1, momentum: 0.9)) {
///   softmaxCrossEntropy($0, $1)
/// }
/// trainer.epochs = 20
/// try trainer.fit(train, validation: validation, shuffledWith: &rng)
/// print(accuracy(trainer.bestModel(test.inputs), test.labels))
/// ```
///
/// A trainer is a value: a copy of it goes on from where it stands.
public struct Trainer<Model: Layer, Method: Optimizer>: Sendable
where Method.Scalar == Model.Scalar {
  /// The type of the model's numbers.
  public typealias Scalar = Model.Scalar
  /// The mean loss of a batch, from the model's output and the labels.
  public typealias Loss = @Sendable (Tensor<Scalar>, Tensor<Int32>) -> Tensor<Scalar>

  /// The model as it is after the last step.
  public private(set) var model: Model
  /// The model after its best epoch: the first of those that `monitor` thinks best. Its parameters
  /// are finite.
  public private(set) var bestModel: Model
  /// The optimizer with its state.
  public var optimizer: Method
  /// The loss that is minimised.
  public let loss: Loss

  /// How many times the training set is gone through.
  public var epochs = 10
  /// Examples per step.
  public var batchSize = 64
  /// How the examples of a step are chosen.
  public var batching = Batching.shuffled
  /// Training ends after this many steps, though its last epoch be shorter then.
  public var stepLimit: Int?
  /// Whether `loss` sums over the examples of a batch instead of giving their mean. What is
  /// reported of an epoch, or measured on a whole set, is a mean in either case.
  public var lossIsSummed = false
  /// The penalty that the optimizer's `weightDecay` stands for: it is added to the losses of the
  /// steps that are reported, and to nothing else.
  public var penalty: L2Penalty?
  /// After each epoch the loss and the metrics of so many training examples are measured, which are
  /// drawn anew each time.
  public var trainingSampleSize: Int?
  /// What is measured besides the loss.
  public var metrics: [Metric<Scalar>] = [.accuracy]
  /// What makes a model the best.
  public var monitor = Monitor.metric("accuracy")
  /// The learning rate of each step, counted from 0; nil leaves the optimizer's as it is.
  public var schedule: LearningRateSchedule?
  /// Sets the learning rate, and lowers it after epochs without a better loss of the validation set
  /// (or the training set if there is none); for a trainer without a schedule.
  public var plateau: ReduceOnPlateau?
  /// Gradients are scaled so that their norm over all parameters is at most this.
  public var gradientNormLimit: Scalar?
  /// Training ends after this many epochs in a row, 1 or more, without a better model.
  public var patience: Int?

  /// How the examples of a step are chosen.
  public enum Batching: String, Sendable, Hashable, Codable, CaseIterable {
    /// The training set is shuffled for each epoch and gone through; the last batch is smaller where
    /// the examples do not divide evenly.
    case shuffled
    /// Every example is drawn from all by itself, so that some come more than once. An epoch has as
    /// many whole batches as the training set would give.
    case drawn

    /// The number of steps in an epoch.
    public func stepsPerEpoch(examples: Int, batchSize: Int) -> Int {
      switch self {
      case .shuffled: (examples + batchSize - 1) / batchSize
      case .drawn: max(1, examples / batchSize)
      }
    }
  }

  /// What tells whether a model is better than another: measured on the validation set, or on the
  /// training set if there is none.
  public enum Monitor: Sendable, Hashable {
    /// A lower loss is better.
    case loss
    /// A higher value of a metric is better.
    case metric(String)
  }

  /// A trainer for a model.
  public init(_ model: Model, optimizer: Method, loss: @escaping Loss) {
    self.model = model
    bestModel = model
    self.optimizer = optimizer
    self.loss = loss
  }

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
  ///   set included, is not finite any more, and what `report` and `inspect` throw. The model, the optimizer and the best model stay
  ///   as they are then.
  @discardableResult
  public mutating func fit<R: RandomNumberGenerator>(
    _ data: Dataset<Scalar>, validation: Dataset<Scalar>? = nil, test: Dataset<Scalar>? = nil,
    shuffledWith rng: inout R, report: (TrainingEvent) throws -> Void = { _ in },
    inspect: (TrainingEpoch, Model) throws -> Void = { _, _ in }
  ) throws -> TrainingHistory {
    checkSettings()
    try checkFit(data)
    if let validation { try checkFit(validation) }
    if let test { try checkFit(test) }
    if let plateau { optimizer.learningRate = Scalar(double: plateau.rate) }
    let stepsPerEpoch = batching.stepsPerEpoch(examples: data.count, batchSize: batchSize)
    let (product, isTooMany) = epochs.multipliedReportingOverflow(by: stepsPerEpoch)
    var run = Run(stepsPerEpoch: stepsPerEpoch)
    run.steps = min(isTooMany ? .max : product, stepLimit ?? .max)
    try report(
      .started(
        epochs: epochs, stepsPerEpoch: stepsPerEpoch, steps: run.steps, examples: data.count))
    while run.history.epochs.count < epochs && run.history.steps < run.steps
      && run.history.outcome == .completed
    {
      try fitEpoch(data, validation, test, &run, using: &rng, report, inspect)
    }
    try report(.finished(run.history))
    return run.history
  }

  /// What one call of `fit` keeps from epoch to epoch.
  private struct Run {
    let stepsPerEpoch: Int
    /// The steps to do in all.
    var steps = 0
    var history = TrainingHistory()
    /// The best value of the monitor so far.
    var best = -Double.infinity
    var examples = 0
    var learningTime = Duration.zero
  }

  /// Whether the model takes the inputs, and has an output for each label if it classifies.
  private func checkFit(_ data: Dataset<Scalar>) throws {
    let output = try model.outputShape(for: Shape([1] + data.inputShape.dropFirst()))
    guard let classes = output.last, output.count == 2, classes > 1 else { return }
    let wrong = data.labels.withUnsafeBufferPointer { labels in
      labels.firstIndex { $0 < 0 || $0 >= classes }.map { ($0, Int(labels[$0])) }
    }
    if let (index, label) = wrong {
      throw DatasetError.labelOutOfRange(label: label, index: index, classes: classes)
    }
  }

  private func checkSettings() {
    precondition(
      epochs >= 0 && batchSize >= 1,
      "a Trainer needs epochs ≥ 0 and batchSize ≥ 1, got \(epochs) and \(batchSize)")
    precondition(
      patience.map { $0 >= 1 } ?? true, "a Trainer needs patience ≥ 1, got \(patience ?? 0)")
    precondition(
      stepLimit ?? 0 >= 0 && trainingSampleSize ?? 1 >= 1,
      "a Trainer needs stepLimit ≥ 0 and trainingSampleSize ≥ 1, got \(stepLimit ?? 0) and "
        + "\(trainingSampleSize ?? 1)")
    precondition(
      schedule == nil || plateau == nil,
      "a Trainer takes its learning rate from a schedule or from a plateau, not from both")
    if case .metric(let name) = monitor {
      precondition(
        metrics.contains { $0.name == name },
        "a Trainer's monitor, \(name), is none of its metrics \(metrics.map(\.name))")
    }
  }

  /// One pass over the training set, validation, and the choice of the best model.
  private mutating func fitEpoch<R: RandomNumberGenerator>(
    _ data: Dataset<Scalar>, _ validation: Dataset<Scalar>?, _ test: Dataset<Scalar>?,
    _ run: inout Run, using rng: inout R, _ report: (TrainingEvent) throws -> Void,
    _ inspect: (TrainingEpoch, Model) throws -> Void
  ) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let epoch = run.history.epochs.count + 1
    guard let training = try learn(data, epoch: epoch, &run, using: &rng, report) else {
      run.history.outcome = .cancelled
      return
    }
    let measured = try validation.map { data throws(TrainingError) in
      let measured = measure(data)
      guard measured.loss.isFinite else {
        throw .diverged(step: run.history.steps, loss: measured.loss)
      }
      return measured
    }
    let sample = trainingSampleSize.map { size in
      measure(data.sample(of: size, using: &rng))
    }
    let learningRate = optimizer.learningRate.asDouble
    if let rate = plateau?.rate(after: (measured ?? training).loss) {
      optimizer.learningRate = Scalar(double: rate)
    }
    let isBest = keepIfBest(measured ?? training, epoch: epoch, &run)
    let tested = test.map(measure)
    let ended = TrainingEpoch(
      epoch: epoch, steps: run.history.steps, training: training, trainingSample: sample,
      validation: measured, test: tested, learningRate: learningRate,
      seconds: (clock.now - start).inSeconds, isBest: isBest)
    run.history.epochs.append(ended)
    try report(.epoch(ended))
    try inspect(ended, model)
    if let patience, epoch < epochs, epoch - (run.history.bestEpoch ?? 0) >= patience {
      run.history.outcome = .stoppedEarly
    }
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

  /// The batches of an epoch.
  private func batches(
    of data: Dataset<Scalar>, steps: Int, using rng: inout some RandomNumberGenerator
  ) -> Batches<Scalar> {
    switch batching {
    case .shuffled: data.batches(of: batchSize, shuffledWith: &rng)
    case .drawn: data.batches(of: batchSize, steps: steps, drawnWith: &rng)
    }
  }

  /// The steps of an epoch. Returns means over their batches, or nil if the task was cancelled.
  private mutating func learn<R: RandomNumberGenerator>(
    _ data: Dataset<Scalar>, epoch: Int, _ run: inout Run, using rng: inout R,
    _ report: (TrainingEvent) throws -> Void
  ) throws -> Evaluation? {
    let clock = ContinuousClock()
    let start = clock.now
    defer {
      run.learningTime += clock.now - start
      let seconds = run.learningTime.inSeconds
      run.history.examplesPerSecond = seconds > 0 ? Double(run.examples) / seconds : 0
    }
    var tally = Tally(metrics)
    let steps = min(run.stepsPerEpoch, run.steps - run.history.steps)
    for batch in batches(of: data, steps: steps, using: &rng).prefix(steps) {
      if Task.isCancelled { return nil }
      let step = run.history.steps + 1
      let penalty = penalty.map { $0(model).scalar.asDouble } ?? 0
      let loss = try learn(batch, step: step, &tally) + penalty
      run.history.losses.append(loss)
      run.examples += batch.count
      try report(
        .step(
          TrainingStep(
            step: step, epoch: epoch, loss: loss,
            learningRate: optimizer.learningRate.asDouble, examples: batch.count)))
    }
    return tally.evaluation
  }

  /// Keeps the model if no earlier one was as good, and says whether it does.
  private mutating func keepIfBest(
    _ evaluation: Evaluation, epoch: Int, _ run: inout Run
  ) -> Bool {
    let value = monitored(evaluation)
    // Without validation the last step may have spoilt the model unseen.
    guard value > run.best || run.history.bestEpoch == nil && !value.isNaN,
      model.parameters.allSatisfy({ $0.tensor.isFinite().all() })
    else { return false }
    run.best = value
    run.history.bestEpoch = epoch
    bestModel = model
    return true
  }

  /// One step: forward, loss, backward, update. Returns the loss before the update.
  private mutating func learn(
    _ batch: Batch<Scalar>, step: Int, _ tally: inout Tally<Scalar>
  ) throws(TrainingError) -> Double {
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
    if let output {
      let mean = lossIsSummed ? number / Double(batch.count) : number
      tally.add(loss: mean, output, batch.labels)
    }
    return number
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

extension Duration {
  /// The duration as a number of seconds.
  package var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
