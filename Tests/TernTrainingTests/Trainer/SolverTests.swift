import Tern
import TestSupport
import Testing

/// What a trainer does as a solver: draws batches, counts steps, adds the penalty, takes samples.
@Suite struct SolverTests {
  @Test(arguments: [(50, 16, 3), (48, 16, 3), (5, 16, 1), (16, 1, 16)])
  func drawnBatchesAreWhole(count: Int, batchSize: Int, steps: Int) throws {
    var trainer = smallTrainer()
    trainer.batching = .drawn
    trainer.batchSize = batchSize
    trainer.epochs = 2
    var sizes: [Int] = []
    var rng = Philox(seed: 3)
    let history = try trainer.fit(blobs(count), shuffledWith: &rng) { event in
      if case .step(let step) = event { sizes.append(step.examples) }
    }
    #expect(sizes == Array(repeating: batchSize, count: 2 * steps))
    #expect(history.epochs.map(\.steps) == [steps, 2 * steps])
  }

  /// Examples, the limit, and the steps after each epoch of 4.
  @Test(arguments: [
    (Trainer<Sequential<Float>, SGD<Float>>.Batching.shuffled, 6, [4, 6]), (.drawn, 6, [3, 6]),
    (.shuffled, 8, [4, 8]), (.shuffled, 1, [1]), (.drawn, 7, [3, 6, 7]), (.shuffled, 0, []),
  ])
  func aLimitEndsTraining(
    batching: Trainer<Sequential<Float>, SGD<Float>>.Batching, limit: Int, steps: [Int]
  ) throws {
    var trainer = smallTrainer()
    trainer.batching = batching
    trainer.stepLimit = limit
    var planned: Int?
    var rng = Philox(seed: 3)
    let history = try trainer.fit(blobs(50), validation: blobs(9), shuffledWith: &rng) { event in
      if case .started(_, _, let steps, _) = event { planned = steps }
    }
    #expect(planned == limit)
    #expect(history.epochs.map(\.steps) == steps)
    #expect(history.losses.count == limit)
    #expect(history.outcome == .completed)
    #expect(history.epochs.allSatisfy { $0.validation != nil })
  }

  @Test func thePenaltyIsInTheLossesOfSteps() throws {
    let model = smallNetwork()
    func losses(_ penalty: L2Penalty?) throws -> TrainingHistory {
      var trainer = Trainer(model, optimizer: SGD<Float>(learningRate: 0.1)) {
        softmaxCrossEntropy($0, $1)
      }
      trainer.epochs = 1
      trainer.penalty = penalty
      var rng = Philox(seed: 3)
      return try trainer.fit(blobs(10), shuffledWith: &rng)
    }
    let (plain, whole) = (try losses(nil), try losses(L2Penalty(0.5, .whole)))
    expectClose(
      whole.losses[0] - plain.losses[0], Double(model.l2Penalty(0.5, .whole).scalar),
      relative: 1e-5)
    // The means of the epoch are of the data alone, and the steps are the same.
    #expect(whole.epochs.map(\.training) == plain.epochs.map(\.training))
  }

  @Test func aSampleIsDrawnFromTheTrainingSet() throws {
    var trainer = smallTrainer()
    trainer.trainingSampleSize = 7
    trainer.epochs = 2
    trainer.metrics = [
      .accuracy, Metric(name: "count") { _, labels in Double(labels.count * labels.count) },
    ]
    var rng = Philox(seed: 3)
    let history = try trainer.fit(blobs(40), shuffledWith: &rng)
    for epoch in history.epochs { #expect(epoch.trainingSample?["count"] == 7) }
    var again = trainer
    again.trainingSampleSize = 1000
    let all = try again.fit(blobs(40), shuffledWith: &rng)
    #expect(all.epochs[0].trainingSample?["count"] == 40)
  }

  @Test func theTestSetIsMeasuredAndChoosesNothing() throws {
    var (with, without) = (smallTrainer(), smallTrainer())
    var (a, b) = (Philox(seed: 3), Philox(seed: 3))
    let test = try blobs(30, seed: 5)
    let measured = try with.fit(
      blobs(50), validation: blobs(20, seed: 9), test: test, shuffledWith: &a)
    let plain = try without.fit(blobs(50), validation: blobs(20, seed: 9), shuffledWith: &b)
    #expect(measured.losses == plain.losses)
    #expect(measured.bestEpoch == plain.bestEpoch)
    #expect(plain.epochs.allSatisfy { $0.test == nil })
    let last = evaluate(with.model, on: test, loss: { softmaxCrossEntropy($0, $1) })
    #expect(measured.epochs.last?.test == last)
  }

  @Test func summedLossesAreReportedAsMeans() throws {
    func run(_ isSummed: Bool) throws -> TrainingHistory {
      var trainer = Trainer(
        smallNetwork(), optimizer: SGD<Float>(learningRate: isSummed ? 0.1 / 16 : 0.1)
      ) { softmaxCrossEntropy($0, $1, reduction: isSummed ? .sum : .mean) }
      trainer.lossIsSummed = isSummed
      trainer.batchSize = 16
      trainer.epochs = 3
      var rng = Philox(seed: 3)
      return try trainer.fit(blobs(48), validation: blobs(130, seed: 4), shuffledWith: &rng)
    }
    let (sum, mean) = (try run(true), try run(false))
    for (a, b) in zip(sum.epochs, mean.epochs) {
      expectClose(a.training.loss, b.training.loss, relative: 1e-4)
      expectClose(try #require(a.validation).loss, try #require(b.validation).loss, relative: 1e-4)
    }
    expectClose(sum.losses[0], 16 * mean.losses[0], relative: 1e-5)
  }
}
