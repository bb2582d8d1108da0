import Foundation
import Tern
import TestSupport
import Testing

/// What becomes of checkpoints that cannot be written, are damaged, or are those of another training.
@Suite struct CheckpointTests {
  private static let interval = Checkpoints.Interval.steps(2)

  /// Trains; returns the model's numbers, the steps that a resumed training had behind it, and what
  /// could not be written.
  @discardableResult
  private func train(
    in folder: String, resumes: Bool = false, identity: [String: String] = [:],
    _ trainer: Trainer<Sequential<Float>, SGD<Float>> = tinyTrainer()
  ) throws -> (bits: [[Float]], resumed: Int?, failures: [String]) {
    var trainer = trainer
    var rng = Philox(seed: 3)
    var resumed: Int?
    var failures: [String] = []
    try trainer.fit(
      blobs(6), shuffledWith: &rng,
      checkpoints: Checkpoints(
        in: folder, every: Self.interval, resumes: resumes, identity: identity)
    ) { event in
      switch event {
      case .resumed(let history): resumed = history.steps
      case .checkpointDamaged(let reason), .checkpointFailed(_, let reason): failures.append(reason)
      default: break
      }
    }
    return (trainer.model.bits, resumed, failures)
  }

  @Test func theLastTwoAreKept() throws {
    let folder = try TemporaryFolder()
    let whole = try train(in: folder.path)
    #expect(whole.failures.isEmpty)
    let checkpoints = Checkpoints(in: folder.path)
    #expect(try folder.names == ["checkpoint.previous.safetensors", "checkpoint.safetensors"])
    #expect(try train(in: folder.path, resumes: true).resumed == 6)
    try checkpoints.remove()
    try checkpoints.remove()
    #expect(try folder.names == [])
    // Nothing to go on from: from the beginning.
    let again = try train(in: folder.path, resumes: true)
    #expect(again.resumed == nil && again.bits == whole.bits)
  }

  /// What a power cut may leave of the newest checkpoint: training goes on from the one before.
  @Test func everyTruncationOfTheNewest() throws {
    let folder = try TemporaryFolder()
    let whole = try train(in: folder.path)
    let newest = try folder.data("checkpoint.safetensors")
    let previous = try folder.data("checkpoint.previous.safetensors")
    #if DEBUG
      let lengths = stride(from: 0, to: newest.count, by: 11)
    #else
      let lengths = stride(from: 0, to: newest.count, by: 1)
    #endif
    for length in lengths {
      try folder.write(newest[..<length], to: "checkpoint.safetensors")
      try folder.write(previous, to: "checkpoint.previous.safetensors")
      let again = try train(in: folder.path, resumes: true)
      #expect(again.resumed == 4 && again.bits == whole.bits, "\(length) bytes")
    }
  }

  /// A damaged checkpoint does not take the place of a good one.
  @Test func theNewestMayBeCutAgainAndAgain() throws {
    let folder = try TemporaryFolder()
    let whole = try train(in: folder.path)
    for expected in [4, 4, 4] {
      try folder.write(
        try folder.data("checkpoint.safetensors").prefix(100), to: "checkpoint.safetensors")
      var trainer = tinyTrainer()
      var rng = Philox(seed: 3)
      var resumed: Int?
      try trainer.fit(
        blobs(6), shuffledWith: &rng,
        checkpoints: Checkpoints(in: folder.path, every: Self.interval, resumes: true)
      ) { if case .resumed(let history) = $0 { resumed = history.steps } }
      #expect(resumed == expected && trainer.model.bits == whole.bits)
    }
  }

  /// Whichever bit is wrong, it is found: the training goes on from the checkpoint before.
  @Test func aFlippedBitAtEveryByteOfTheNewest() throws {
    let folder = try TemporaryFolder()
    let whole = try train(in: folder.path)
    let newest = try folder.data("checkpoint.safetensors")
    let previous = try folder.data("checkpoint.previous.safetensors")
    var damaged = newest
    var found = 0
    #if DEBUG
      let step = 11
    #else
      let step = 1
    #endif
    for index in stride(from: 0, to: newest.count, by: step) {
      damaged[index] ^= 1 << (index / step % 8)
      try folder.write(damaged, to: "checkpoint.safetensors")
      try folder.write(previous, to: "checkpoint.previous.safetensors")
      damaged[index] = newest[index]
      do {
        let again = try train(in: folder.path, resumes: true)
        #expect(again.bits == whole.bits, "byte \(index)")
        if again.resumed == 4 { found += 1 }
      } catch CheckpointError.otherVersion {
        // Another digit of the version is another version.
        found += 1
      }
    }
    // Spaces at the end of the header may be other white space, and no more.
    #expect(found >= (newest.count + step - 1) / step - 8)
  }

  @Test func aDamagedFirstOneIsTheBeginning() throws {
    let folder = try TemporaryFolder()
    let whole = try train(in: folder.path)
    try folder.write("cut", to: "checkpoint.safetensors")
    try FileManager.default.removeItem(atPath: Checkpoints(in: folder.path).previousPath)
    let again = try train(in: folder.path, resumes: true)
    #expect(again.resumed == nil && again.bits == whole.bits)
    #expect(again.failures.count == 1 && again.failures[0].contains("found 3 bytes"))
  }

  @Test func withoutAWholeOneTheReasonsAreGiven() throws {
    let folder = try TemporaryFolder()
    try train(in: folder.path)
    try folder.write("cut", to: "checkpoint.safetensors")
    try folder.write("", to: "checkpoint.previous.safetensors")
    let error = #expect(throws: CheckpointError.self) {
      try train(in: folder.path, resumes: true)
    }
    let text = "\(try #require(error))"
    #expect(text.contains("checkpoint.safetensors: expected a length of the header"), "\(text)")
    #expect(text.contains("found 3 bytes") && text.contains("found 0 bytes"), "\(text)")
  }

  @Test func otherFilesAreNoCheckpoints() throws {
    let folder = try TemporaryFolder()
    for path in [Checkpoints(in: folder.path).path, Checkpoints(in: folder.path).previousPath] {
      try smallNetwork().save(to: path)
    }
    let error = #expect(throws: CheckpointError.self) {
      try train(in: folder.path, resumes: true)
    }
    #expect("\(try #require(error))".contains("expected a checkpoint with 'format', found none"))
  }

  @Test func otherVersionsAreRefused() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/checkpoint.safetensors"
    try Safetensors.write([], metadata: ["format": "tern-checkpoint", "version": "2"], to: path)
    #expect(
      throws: CheckpointError.otherVersion(path: path, version: "2", supported: "1")
    ) { try train(in: folder.path, resumes: true) }
  }

  @Test func anotherTrainingIsRefusedWithAllThatDiffers() throws {
    let folder = try TemporaryFolder()
    try train(in: folder.path, identity: ["recipe": "triangles", "author": "a"])
    var other = tinyTrainer()
    other.batchSize = 4
    other.monitor = .loss
    let path = "\(folder.path)/checkpoint.safetensors"
    let before = try folder.data("checkpoint.safetensors")
    #expect(
      throws: CheckpointError.otherTraining(
        path: path,
        differences: [
          "author is a in the checkpoint and not set now",
          "batch size is 2 in the checkpoint and 4 now",
          "monitor is metric(\"accuracy\") in the checkpoint and loss now",
          "recipe is triangles in the checkpoint and squares now",
        ])
    ) { try train(in: folder.path, resumes: true, identity: ["recipe": "squares"], other) }
    #expect(try folder.data("checkpoint.safetensors") == before)
  }

  @Test func anotherModelIsRefused() throws {
    let folder = try TemporaryFolder()
    try train(in: folder.path)
    var rng = Philox(seed: 1)
    var other = Trainer(
      Sequential<Float> {
        Linear(2, 4, using: &rng)
        Linear(4, 3, using: &rng)
      }, optimizer: SGD(learningRate: 0.1, momentum: 0.9)
    ) { softmaxCrossEntropy($0, $1) }
    other.batchSize = 2
    let error = #expect(throws: CheckpointError.self) {
      try train(in: folder.path, resumes: true, other)
    }
    let text = "\(try #require(error))"
    #expect(text.contains("model: the state does not fit the model"), "\(text)")
    #expect(text.contains("missing: 1.weight, 1.bias"), "\(text)")
    #expect(text.contains("0.bias needs float32 [4], found float32 [3]"), "\(text)")
  }

  @Test func whatCannotBeWrittenIsSaidAndTrainingGoesOn() throws {
    let folder = try TemporaryFolder()
    let whole = try train(in: folder.path)
    let missing = try train(in: folder.path + "/missing")
    #expect(missing.bits == whole.bits)
    #expect(missing.failures.count == 3)
    for reason in missing.failures {
      #expect(reason.contains("missing/checkpoint.safetensors: cannot be written"), "\(reason)")
    }
  }

  @Test func aCancelledTrainingGoesOn() async throws {
    let folder = try TemporaryFolder()
    let whole = try train(in: folder.path)
    try Checkpoints(in: folder.path).remove()
    let history = try await Task {
      var trainer = tinyTrainer()
      var rng = Philox(seed: 3)
      return try trainer.fit(
        blobs(6), shuffledWith: &rng, checkpoints: Checkpoints(in: folder.path, every: .atEnd)
      ) { event in
        if case .step(let step) = event, step.step == 5 { withUnsafeCurrentTask { $0?.cancel() } }
      }
    }.value
    #expect(history.outcome == .cancelled && history.steps == 5)
    let again = try train(in: folder.path, resumes: true)
    #expect(again.resumed == 5 && again.bits == whole.bits)
  }

  @Test func aTrainingThatDivergedLeavesItsLastGoodState() throws {
    let folder = try TemporaryFolder()
    var trainer = tinyTrainer()
    trainer.epochs = 20
    trainer.schedule = LearningRateSchedule { $0 < 3 ? 0.1 : 1e38 }
    #expect(throws: TrainingError.self) { try train(in: folder.path, trainer) }
    var steady = tinyTrainer()
    steady.schedule = .constant(0.1)
    #expect(try train(in: folder.path, resumes: true, steady).resumed ?? 0 >= 2)
  }

  @Test func longerTrainingsGoOn() throws {
    let folder = try TemporaryFolder()
    try train(in: folder.path)
    var longer = tinyTrainer()
    longer.epochs = 4
    let (all, more) = (try TemporaryFolder(), try train(in: folder.path, resumes: true, longer))
    #expect(more.resumed == 6)
    #expect(try train(in: all.path, longer).bits == more.bits)
  }

  @Test func noStepsBetweenCheckpointsTrap() async {
    expectMessage(
      "Checkpoints need 1 step or more between them, got 0",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Checkpoints(in: ".", every: .steps(0))
      })
  }
}

/// Two epochs of three steps with a network of one layer.
private func tinyTrainer() -> Trainer<Sequential<Float>, SGD<Float>> {
  var rng = Philox(seed: 1)
  var trainer = Trainer(
    Sequential<Float> { Linear(2, 3, using: &rng) },
    optimizer: SGD(learningRate: 0.1, momentum: 0.9)
  ) { softmaxCrossEntropy($0, $1) }
  trainer.batchSize = 2
  trainer.epochs = 2
  return trainer
}
