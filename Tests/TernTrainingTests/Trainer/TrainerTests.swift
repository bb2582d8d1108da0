import Tern
import TestSupport
import Testing

@Suite struct TrainerTests {
  private struct Stop: Error {}

  @Test func learnsWhatCanBeToldApart() throws {
    var trainer = smallTrainer()
    var rng = Philox(seed: 3)
    let history = try trainer.fit(
      blobs(240), validation: blobs(60, seed: 9), shuffledWith: &rng)
    let test = try blobs(90, seed: 17)
    #expect(accuracy(trainer.bestModel(test.inputs), test.labels) == 1)
    #expect(history.outcome == .completed)
    #expect(history.examplesPerSecond > 0)
  }

  @Test func isTheSameForTheSameSeed() throws {
    func run() throws -> ([Double], [[Float]], [Evaluation]) {
      var trainer = smallTrainer()
      var rng = Philox(seed: 3)
      let history = try trainer.fit(blobs(50), shuffledWith: &rng)
      return (history.losses, trainer.model.bits, history.epochs.map(\.training))
    }
    let (a, b) = (try run(), try run())
    #expect(a == b)
  }

  @Test func theModelIsShownAfterEachEpoch() throws {
    let data = try blobs(60)
    var rng = Philox(seed: 4)
    var trainer = smallTrainer(learningRate: 0.05)
    trainer.epochs = 3
    var seen: [(epoch: Int, weights: [[Float]])] = []
    try trainer.fit(data, shuffledWith: &rng) { _ in
    } inspect: { epoch, model in
      seen.append((epoch.epoch, model.bits))
    }
    #expect(seen.map(\.epoch) == [1, 2, 3])
    #expect(seen[2].weights == trainer.model.bits)
    #expect(seen[1].weights != seen[2].weights)
    #expect(throws: Stop.self) {
      try trainer.fit(data, shuffledWith: &rng) { _ in
      } inspect: { _, _ in
        throw Stop()
      }
    }
  }

  /// Examples, the size of a batch, and the sizes of the batches of an epoch.
  @Test(arguments: [
    (50, 16, [16, 16, 16, 2]), (32, 16, [16, 16]), (5, 16, [5]), (3, 1, [1, 1, 1]),
  ])
  func countsStepsAndExamples(count: Int, batchSize: Int, sizes: [Int]) throws {
    var trainer = smallTrainer()
    trainer.batchSize = batchSize
    trainer.epochs = 2
    var steps: [TrainingStep] = []
    var started: [Int] = []
    var finished: [TrainingHistory] = []
    var rng = Philox(seed: 3)
    let history = try trainer.fit(blobs(count), shuffledWith: &rng) { event in
      switch event {
      case .started(let epochs, let stepsPerEpoch, let steps, let examples):
        started = [epochs, stepsPerEpoch, steps, examples]
      case .step(let step): steps.append(step)
      case .epoch: break
      case .finished(let history): finished.append(history)
      case .resumed, .checkpointed, .checkpointDamaged, .checkpointFailed: Issue.record("\(event)")
      }
    }
    #expect(started == [2, sizes.count, 2 * sizes.count, count])
    #expect(steps.map(\.examples) == sizes + sizes)
    #expect(steps.map(\.step) == Array(1...2 * sizes.count))
    #expect(steps.map(\.epoch) == sizes.map { _ in 1 } + sizes.map { _ in 2 })
    #expect(history.losses == steps.map(\.loss))
    #expect(history.steps == 2 * sizes.count)
    #expect(history.epochs.map(\.steps) == [sizes.count, 2 * sizes.count])
    #expect(history.epochs.map(\.epoch) == [1, 2])
    #expect(finished == [history])
    for (epoch, ended) in history.epochs.enumerated() {
      let losses = history.losses[epoch * sizes.count..<(epoch + 1) * sizes.count]
      let sum = zip(losses, sizes).reduce(0) { $0 + $1.0 * Double($1.1) }
      expectClose(ended.training.loss, sum / Double(count))
    }
  }

  @Test func noEpochsChangeNothing() throws {
    var trainer = smallTrainer()
    trainer.epochs = 0
    var rng = Philox(seed: 3)
    let history = try trainer.fit(blobs(20), shuffledWith: &rng)
    #expect(history == TrainingHistory())
    #expect(trainer.model.bits == smallNetwork().bits)
    #expect(rng == Philox(seed: 3))
  }

  @Test func epochsWithoutEndStopEarly() throws {
    var trainer = smallTrainer()
    trainer.epochs = .max
    trainer.patience = 2
    var rng = Philox(seed: 3)
    let history = try trainer.fit(blobs(30), shuffledWith: &rng)
    #expect(history.outcome == .stoppedEarly)
    #expect(history.epochs.count == (history.bestEpoch ?? 0) + 2)
  }

  /// The values that a metric gives epoch by epoch, the best epoch, and how many are done.
  @Test(arguments: [
    ([1, 3, 2, 3, 1], 2, 4), ([5, 4, 3, 2, 1], 1, 3), ([1, 2, 3, 4, 5], 5, 5),
    ([1, 2, 3, 2, 1], 3, 5), ([Double.nan, 1, 2, 1, 0], 3, 5),
  ])
  func keepsTheBestModelAndStops(values: [Double], best: Int, epochs: Int) throws {
    let trained = try follow(values) { _ in }
    #expect(trained.history.bestEpoch == best)
    #expect(trained.history.epochs.count == epochs)
    #expect(trained.history.outcome == (epochs < values.count ? .stoppedEarly : .completed))
    #expect(trained.bestModel.bits == trained.models[best - 1])
    #expect(trained.lastModel.bits == trained.models.last)
  }

  @Test func lossIsBetterWhenLower() throws {
    let trained = try follow([1, 2, 3, 4, 5]) { $0.monitor = .loss }
    let losses = trained.history.epochs.compactMap { $0.validation?.loss }
    #expect(trained.history.bestEpoch.map { losses[$0 - 1] } == losses.min())
  }

  /// Trains with a metric that has given values, validating once an epoch.
  private func follow(
    _ values: [Double], _ adjust: (inout Trainer<Sequential<Float>, SGD<Float>>) -> Void
  ) throws -> (
    history: TrainingHistory, models: [[[Float]]], bestModel: Sequential<Float>,
    lastModel: Sequential<Float>
  ) {
    let data = try blobs(16)
    // The validation set of 20 is told from the batches of 16; each epoch trains once before.
    let epoch = Counter()
    var trainer = smallTrainer()
    trainer.epochs = values.count
    trainer.patience = 2
    trainer.monitor = .metric("given")
    trainer.metrics = [
      Metric(name: "given") { _, labels in
        labels.count == 20 ? values[epoch.next()] * 20 : 0
      }
    ]
    adjust(&trainer)
    // One epoch at a time gives the model after each, by determinism.
    var models: [[[Float]]] = []
    for count in 1...values.count {
      var shorter = smallTrainer()
      shorter.epochs = count
      var rng = Philox(seed: 3)
      try shorter.fit(data, shuffledWith: &rng)
      models.append(shorter.model.bits)
    }
    var rng = Philox(seed: 3)
    let history = try trainer.fit(data, validation: blobs(20, seed: 4), shuffledWith: &rng)
    return (
      history, Array(models.prefix(history.epochs.count)), trainer.bestModel, trainer.model
    )
  }

  @Test(arguments: [1e10, 1e30] as [Float])
  func divergenceKeepsTheBestModel(learningRate: Float) throws {
    var trainer = smallTrainer(learningRate: learningRate)
    trainer.epochs = 50
    var rng = Philox(seed: 3)
    var steps = 0
    let error = #expect(throws: TrainingError.self) {
      try trainer.fit(blobs(160), shuffledWith: &rng) { event in
        if case .step(let step) = event { steps = step.step }
      }
    }
    guard case .diverged(let step, let loss) = error else { return }
    #expect(step == steps + 1 || step == steps)
    #expect(!loss.isFinite)
    #expect(trainer.bestModel.bits.allSatisfy { $0.allSatisfy { $0.isFinite } })
  }

  @Test func validationThatIsNotFiniteIsDivergence() throws {
    var trainer = smallTrainer()
    var rng = Philox(seed: 3)
    let bad = try Dataset<Float>(inputs: Tensor([.nan, 0], shape: [1, 2]), labels: [0])
    let error = #expect(throws: TrainingError.self) {
      try trainer.fit(blobs(32), validation: bad, shuffledWith: &rng)
    }
    guard case .diverged(let step, _) = error else { return }
    #expect(step == 2)
    #expect(trainer.bestModel.bits == smallNetwork().bits)
  }

  @Test func theReportsErrorEndsTraining() throws {
    var trainer = smallTrainer()
    var rng = Philox(seed: 3)
    var steps = 0
    #expect(throws: Stop.self) {
      try trainer.fit(blobs(50), shuffledWith: &rng) { event in
        guard case .step(let step) = event else { return }
        steps = step.step
        if steps == 6 { throw Stop() }
      }
    }
    #expect(steps == 6)
    #expect(trainer.model.bits != trainer.bestModel.bits)
  }

  @Test func cancellationLeavesAUsableModel() async throws {
    let data = try blobs(50)
    let task = Task {
      var trainer = smallTrainer()
      var rng = Philox(seed: 3)
      let history = try trainer.fit(data, shuffledWith: &rng) { event in
        if case .step(let step) = event, step.step == 6 {
          withUnsafeCurrentTask { $0?.cancel() }
        }
      }
      return (history, trainer)
    }
    let (history, trainer) = try await task.value
    #expect(history.outcome == .cancelled)
    #expect(history.steps == 6)
    #expect(history.epochs.count == 1)
    #expect(history.bestEpoch == 1)
    #expect(trainer.model(data.inputs).isFinite().all())
    #expect(trainer.bestModel(data.inputs).isFinite().all())
  }

  @Test func aScheduleSetsEachStepsRate() throws {
    var trainer = smallTrainer()
    let schedule = LearningRateSchedule.cosine(0.1, over: 20).afterWarmUp(over: 3)
    trainer.schedule = schedule
    var rates: [Double] = []
    var rng = Philox(seed: 3)
    try trainer.fit(blobs(50), shuffledWith: &rng) { event in
      if case .step(let step) = event { rates.append(step.learningRate) }
    }
    #expect(rates == (0..<20).map { Double(Float(schedule.rate(atStep: $0))) })
  }

  @Test func aPlateauLowersTheRate() throws {
    var trainer = smallTrainer(learningRate: 7)
    trainer.plateau = ReduceOnPlateau(0.125, factor: 0.5, patience: 0, threshold: 0.9999)
    trainer.epochs = 3
    var rates: [Double] = []
    var rng = Philox(seed: 3)
    let history = try trainer.fit(blobs(16), shuffledWith: &rng) { event in
      if case .step(let step) = event { rates.append(step.learningRate) }
    }
    #expect(rates == [0.125, 0.125, 0.0625])
    #expect(history.epochs.map(\.learningRate) == rates)
  }

  @Test func aNormLimitBoundsTheStep() throws {
    var trainer = smallTrainer()
    trainer.optimizer = SGD(learningRate: 1)
    trainer.gradientNormLimit = 1e-3
    trainer.epochs = 1
    var rng = Philox(seed: 3)
    try trainer.fit(blobs(16), shuffledWith: &rng)
    let moves = zip(trainer.model.bits.joined(), smallNetwork().bits.joined()).map {
      Double($0 - $1)
    }
    expectClose(moves.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1e-3, relative: 1e-3)
  }

  @Test func aCopyGoesOnIndependentlyAndIdentically() throws {
    let data = try blobs(50)
    var trainer = smallTrainer()
    var rng = Philox(seed: 3)
    try trainer.fit(data, shuffledWith: &rng)
    let before = trainer.model.bits
    var (copy, copiedRNG) = (trainer, rng)
    let history = try trainer.fit(data, shuffledWith: &rng)
    #expect(copy.model.bits == before)
    let again = try copy.fit(data, shuffledWith: &copiedRNG)
    #expect(again.losses == history.losses)
    #expect(copy.model.bits == trainer.model.bits)
    #expect(copy.bestModel.bits == trainer.bestModel.bits)
    #expect(trainer.model.bits != before)
  }
}

/// Counts calls from 0.
private final class Counter: @unchecked Sendable {
  private var count = 0

  func next() -> Int {
    defer { count += 1 }
    return count
  }
}
