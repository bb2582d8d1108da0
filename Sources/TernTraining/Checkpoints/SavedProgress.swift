import TernOptimizers
import TernTensors

/// Where a training stands, as a checkpoint says it: all but tensors.
struct SavedProgress: Codable {
  var epochs: [TrainingEpoch]
  var bestEpoch: Int?
  var best: Double
  var examples: Int
  var learningSeconds: Double
  var epoch: Epoch?
  var plateau: ReduceOnPlateau?

  /// The epoch under way.
  struct Epoch: Codable {
    var steps: Int
    var position: Int
    var seconds: Double
    var sums: TallySums
  }

  init<Scalar>(_ progress: TrainingProgress<Scalar>, _ plateau: ReduceOnPlateau?) {
    epochs = progress.history.epochs
    bestEpoch = progress.history.bestEpoch
    best = progress.best
    examples = progress.examples
    learningSeconds = progress.learningTime.inSeconds
    epoch = progress.epoch.map { epoch in
      Epoch(
        steps: epoch.steps, position: epoch.position,
        seconds: (ContinuousClock.now - epoch.start).inSeconds, sums: epoch.tally.sums)
    }
    self.plateau = plateau
  }

  /// The progress that this and the tensors beside it describe; nil if they describe none.
  ///
  /// - Parameters:
  ///   - fresh: The same training at its beginning.
  ///   - count: The number of examples.
  func progress<Scalar>(
    _ fresh: TrainingProgress<Scalar>, _ file: CheckpointFile, metrics: [Metric<Scalar>],
    examples count: Int, batchSize: Int
  ) -> TrainingProgress<Scalar>? {
    guard let losses = file.tensor("losses", Double.self), losses.rank == 1,
      isConsistent(steps: losses.count)
    else { return nil }
    var progress = fresh
    progress.history.epochs = epochs
    progress.history.losses = losses.scalars
    progress.history.bestEpoch = bestEpoch
    progress.best = best
    progress.addLearned(examples, in: .seconds(learningSeconds))
    guard let epoch else { return progress }
    guard let order = file.tensor("order", Int32.self), order.rank == 1,
      order.scalars.allSatisfy({ (0..<count) ~= Int($0) }),
      (0...(order.count + batchSize - 1) / batchSize) ~= epoch.steps,
      (0...epoch.steps) ~= epoch.position, Self.isTime(epoch.seconds), epoch.sums.count >= 0,
      let tally = Tally(metrics, sums: epoch.sums)
    else { return nil }
    progress.epoch = .init(
      order: order, steps: epoch.steps, position: epoch.position,
      start: ContinuousClock.now - .seconds(epoch.seconds), tally: tally)
    return progress
  }

  /// Whether so many steps can be those of the epochs, and the times are times.
  private func isConsistent(steps: Int) -> Bool {
    let ends = [0] + epochs.map(\.steps) + [steps]
    return epochs.indices.allSatisfy { epochs[$0].epoch == $0 + 1 }
      && zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }
      && bestEpoch.map { (1...max(epochs.count, 1)) ~= $0 } ?? true
      && (0...Int.max / 2) ~= examples && Self.isTime(learningSeconds)
  }

  /// Whether a duration can be made of this.
  private static func isTime(_ seconds: Double) -> Bool { (0...1e15) ~= seconds }
}

extension TrainingProgress {
  /// The tensors of a checkpoint that are not the trainer's.
  var state: [(name: String, tensor: AnyTensor)] {
    var state = [("losses", AnyTensor(Tensor(history.losses)))]
    if let epoch { state.append(("order", AnyTensor(epoch.order))) }
    return state
  }
}
