#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Prints the loss every so many iterations and the accuracies after each epoch, as solvers written
/// for courses do:
///
/// ```
/// (Iteration 101 / 4900) loss: 1.684505
/// (Epoch 1 / 20) train acc: 0.435000; val_acc: 0.443000
/// ```
///
/// or, with the time since the start, `(Time 9.70 sec; Iteration 2401 / 4000) loss: 1.227245`.
///
/// The training accuracy is that of the sample which `Trainer.trainingSampleSize` asks for, or else
/// that of the epoch's batches; without a validation set its part of the line is left out.
///
/// ```swift
/// trainer.trainingSampleSize = 1000
/// var progress = IterationPrinter(every: 100)
/// try trainer.fit(train, validation: validation, shuffledWith: &rng) { progress.report($0) }
/// ```
public struct IterationPrinter {
  private let interval: Int
  private let showsTime: Bool
  private let write: (String) -> Void
  private let now: () -> ContinuousClock.Instant
  private var start: ContinuousClock.Instant
  private var epochs = 0
  private var steps = 0

  /// A printer to standard output of every `interval`th iteration, beginning with the first.
  public init(every interval: Int = 100, showsTime: Bool = false) {
    self.init(every: interval, showsTime: showsTime) { text in
      print(text, terminator: "")
      fflush(nil)
    }
  }

  /// A printer that hands its text to a function.
  public init(
    every interval: Int = 100, showsTime: Bool = false, write: @escaping (String) -> Void
  ) {
    self.init(every: interval, showsTime: showsTime, now: { ContinuousClock.now }, write: write)
  }

  /// A printer with a clock of its own.
  package init(
    every interval: Int, showsTime: Bool, now: @escaping () -> ContinuousClock.Instant,
    write: @escaping (String) -> Void
  ) {
    precondition(interval > 0, "IterationPrinter needs an interval above 0, got \(interval)")
    self.interval = interval
    self.showsTime = showsTime
    self.now = now
    self.write = write
    start = now()
  }

  /// Prints what an event has to say.
  public mutating func report(_ event: TrainingEvent) {
    switch event {
    case .started(let epochs, _, let steps, _):
      self.epochs = epochs
      self.steps = steps
      start = now()
    case .step(let step):
      guard (step.step - 1) % interval == 0 else { return }
      let time =
        showsTime ? "Time \(rounded((now() - start).inSeconds, 2)) sec; " : ""
      write("(\(time)Iteration \(step.step) / \(steps)) loss: \(rounded(step.loss, 6))\n")
    case .epoch(let epoch):
      write("(Epoch \(epoch.epoch) / \(epochs)) \(accuracies(epoch))\n")
    case .resumed(let history):
      write("going on after iteration \(history.steps) of \(steps)\n")
    case .checkpointDamaged(let reason): write("\(reason)\n")
    case .checkpointed: break
    case .checkpointFailed(let step, let reason):
      write("no checkpoint after iteration \(step): \(reason)\n")
    case .finished(let history):
      switch history.outcome {
      case .completed: break
      case .cancelled: write("cancelled\n")
      case .stoppedEarly:
        write("stopped early: no better model since epoch \(history.bestEpoch ?? 0)\n")
      }
    }
  }

  private func accuracies(_ epoch: TrainingEpoch) -> String {
    let sets = [
      ("train acc", epoch.trainingSample ?? epoch.training), ("val_acc", epoch.validation),
    ]
    return sets.compactMap { name, evaluation in
      evaluation?["accuracy"].map { "\(name): \(rounded($0, 6))" }
    }.joined(separator: "; ")
  }
}
