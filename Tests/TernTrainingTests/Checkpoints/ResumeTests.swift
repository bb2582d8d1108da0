import Tern
import TestSupport
import Testing

/// A training that is stopped and goes on is the same, to the bit, as one that is not.
@Suite struct ResumeTests {
  /// Trainings in which different things have a memory.
  enum Case: String, CaseIterable, CustomTestStringConvertible {
    case dropout, drawn, plateau, normalised, adam, patience, stepLimit, summed

    var testDescription: String { rawValue }
  }

  @Test(arguments: Case.allCases, [1, 3])
  func afterAStopAtEachStep(training: Case, interval: Int) throws {
    switch training {
    case .adam: try check(interval) { adamTrainer() }
    default: try check(interval) { trainer(training) }
    }
  }

  /// Everything that a training leaves, but for times.
  struct Outcome: Equatable {
    var tensors: [[UInt8]]
    var generator: Philox
    var history: TrainingHistory
  }

  private func outcome<Model, Method>(
    _ trainer: Trainer<Model, Method>, _ rng: Philox, _ history: TrainingHistory
  ) -> Outcome {
    let state = trainer.model.state + trainer.bestModel.state + trainer.optimizer.state
    return Outcome(
      tensors: state.map { "\($0.name) \($0.tensor)".utf8.map(\.self) + bytes(of: $0.tensor) },
      generator: rng, history: history.withoutTimes)
  }

  private func bytes(of tensor: AnyTensor) -> [UInt8] {
    if let floats = Tensor<Float>(exactly: tensor) { return floats.scalars.flatMap(\.bytes) }
    if let integers = Tensor<Int64>(exactly: tensor) { return integers.scalars.flatMap(\.bytes) }
    Issue.record("a state of \(tensor.scalarType)")
    return []
  }

  private struct Stop: Error {}

  /// Stops after each number of steps, once by the time of an epoch's report, and goes on from the
  /// last checkpoint in a new trainer.
  private func check<Model, Method>(
    _ interval: Int, _ make: () -> Trainer<Model, Method>
  ) throws where Model.Scalar == Float {
    let (data, validation) = (try blobs(50), try blobs(20, seed: 9))
    func fit(
      _ checkpoints: Checkpoints?, _ report: (TrainingEvent) throws -> Void = { _ in }
    ) throws -> Outcome {
      var trainer = make()
      var rng = Philox(seed: 3)
      let history =
        if let checkpoints {
          try trainer.fit(
            data, validation: validation, shuffledWith: &rng, checkpoints: checkpoints,
            report: report)
        } else {
          try trainer.fit(data, validation: validation, shuffledWith: &rng)
        }
      return outcome(trainer, rng, history)
    }
    let whole = try fit(nil)
    let total = whole.history.steps
    #expect(total >= 8)
    for stop in 1...total {
      let folder = try TemporaryFolder()
      var checkpoints = Checkpoints(in: folder.path, every: .steps(interval))
      // A process that is killed writes nothing on its way out: neither does this one.
      var lost: Outcome?
      let copy = try TemporaryFolder()
      #expect(throws: Stop.self) {
        lost = try fit(checkpoints) { event in
          guard case .step(let step) = event, step.step == stop else { return }
          for name in try folder.names { try copy.write(try folder.data(name), to: name) }
          throw Stop()
        }
      }
      #expect(lost == nil)
      var resumed: [Int] = []
      func goOn(in folder: String) throws {
        checkpoints = Checkpoints(in: folder, every: .steps(interval), resumes: true)
        let outcome = try fit(checkpoints) { event in
          if case .resumed(let history) = event { resumed.append(history.steps) }
        }
        #expect(outcome == whole, "stopped after \(stop) steps")
      }
      // From what was written on the way out, and from what was there before.
      try goOn(in: folder.path)
      #expect(resumed == [stop])
      resumed = []
      try goOn(in: copy.path)
      let last = (stop - 1) / interval * interval
      #expect(resumed == (last > 0 ? [last] : []))
    }
  }

  private func trainer(_ training: Case) -> Trainer<Sequential<Float>, SGD<Float>> {
    var rng = Philox(seed: 5)
    var trainer = smallTrainer()
    trainer.epochs = 3
    trainer.schedule = .cosine(0.1, over: 12)
    switch training {
    case .drawn:
      trainer.batching = .drawn
      trainer.trainingSampleSize = 10
      trainer.penalty = L2Penalty(0.01)
    case .plateau:
      trainer.schedule = nil
      trainer.plateau = ReduceOnPlateau(0.3, factor: 0.5, patience: 0, threshold: 0.5)
    case .normalised:
      trainer = Trainer(
        Sequential<Float> {
          Linear(2, 8, using: &rng)
          BatchNorm(8)
          ReLU()
          Linear(8, 3, using: &rng)
        }, optimizer: SGD(learningRate: 0.1, momentum: 0.9, nesterov: true)
      ) { softmaxCrossEntropy($0, $1) }
      trainer.batchSize = 16
      trainer.epochs = 3
      trainer.gradientNormLimit = 0.5
    case .patience:
      trainer.epochs = 20
      trainer.patience = 2
    case .stepLimit: trainer.stepLimit = 9
    case .summed:
      trainer = Trainer(smallNetwork(), optimizer: SGD(learningRate: 0.01)) {
        softmaxCrossEntropy($0, $1, reduction: .sum)
      }
      trainer.lossIsSummed = true
      trainer.batchSize = 16
      trainer.epochs = 3
      trainer.monitor = .loss
    case .dropout, .adam: break
    }
    return trainer
  }

  private func adamTrainer() -> Trainer<Sequential<Float>, Adam<Float>> {
    var trainer = Trainer(smallNetwork(), optimizer: Adam<Float>(learningRate: 0.02)) {
      softmaxCrossEntropy($0, $1)
    }
    trainer.batchSize = 16
    trainer.epochs = 3
    return trainer
  }
}

extension TrainingHistory {
  /// The same history as if no time had passed.
  var withoutTimes: TrainingHistory {
    var history = self
    history.examplesPerSecond = 0
    history.epochs = epochs.map { epoch in
      TrainingEpoch(
        epoch: epoch.epoch, steps: epoch.steps, training: epoch.training,
        trainingSample: epoch.trainingSample, validation: epoch.validation, test: epoch.test,
        learningRate: epoch.learningRate, seconds: 0, isBest: epoch.isBest)
    }
    return history
  }
}

extension Float {
  fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bitPattern, Array.init) }
}

extension Int64 {
  fileprivate var bytes: [UInt8] { withUnsafeBytes(of: self, Array.init) }
}
