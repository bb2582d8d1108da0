#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Prints the progress of a ``Trainer``: a line that is rewritten while an epoch runs (share done,
/// loss, examples a second, time left) on a terminal, and one plain line an epoch elsewhere.
///
/// ```swift
/// var progress = ProgressPrinter()
/// try trainer.fit(train, shuffledWith: &rng) { progress.report($0) }
/// ```
public struct ProgressPrinter {
  private let isTerminal: Bool
  private let write: (String) -> Void
  private let now: () -> ContinuousClock.Instant
  private var start: ContinuousClock.Instant
  private var lastUpdate: ContinuousClock.Instant
  private var epochs = 0
  private var stepsPerEpoch = 0
  private var totalSteps = 0
  private var examplesDone = 0
  /// The steps done before this process went on with the training.
  private var earlierSteps = 0

  /// A printer to standard output; on a terminal unless told otherwise.
  public init() {
    self.init(isTerminal: isatty(STDOUT_FILENO) == 1) { text in
      print(text, terminator: "")
      fflush(nil)
    }
  }

  /// A printer that hands its text to a function.
  public init(isTerminal: Bool, write: @escaping (String) -> Void) {
    self.init(isTerminal: isTerminal, now: { ContinuousClock.now }, write: write)
  }

  /// A printer with a clock of its own.
  package init(
    isTerminal: Bool, now: @escaping () -> ContinuousClock.Instant,
    write: @escaping (String) -> Void
  ) {
    self.isTerminal = isTerminal
    self.now = now
    self.write = write
    start = now()
    lastUpdate = start
  }

  /// Prints what an event has to say.
  public mutating func report(_ event: TrainingEvent) {
    switch event {
    case .started(let epochs, let stepsPerEpoch, let steps, _):
      self.epochs = epochs
      self.stepsPerEpoch = stepsPerEpoch
      totalSteps = steps
      examplesDone = 0
      earlierSteps = 0
      start = now()
      lastUpdate = start
    case .resumed(let history):
      earlierSteps = history.steps
      rewrite("going on after step \(history.steps) of \(totalSteps)", ending: "\n")
    case .step(let step):
      examplesDone += step.examples
      guard isTerminal else { return }
      let time = now()
      guard time - lastUpdate > .milliseconds(100) else { return }
      lastUpdate = time
      rewrite(line(for: step, elapsed: (time - start).inSeconds))
    case .epoch(let epoch):
      rewrite(line(for: epoch), ending: "\n")
    case .checkpointDamaged(let reason): rewrite(reason, ending: "\n")
    case .checkpointed: break
    case .checkpointFailed(let step, let reason):
      rewrite("no checkpoint after step \(step): \(reason)", ending: "\n")
    case .finished(let history):
      switch history.outcome {
      case .completed: break
      case .cancelled: rewrite("cancelled", ending: "\n")
      case .stoppedEarly:
        let best = history.bestEpoch ?? 0
        rewrite("stopped early: no better model since epoch \(best)", ending: "\n")
      }
    }
  }

  /// Writes a line, over the one that is there on a terminal.
  private func rewrite(_ line: String, ending: String = "") {
    write((isTerminal ? "\r\(line)\(Self.clearToEnd)" : line) + ending)
  }

  /// The terminal's code that clears what a longer line has left.
  private static let clearToEnd = "\u{1B}[K"

  private func line(for step: TrainingStep, elapsed: Double) -> String {
    let inEpoch = step.step - (step.epoch - 1) * stepsPerEpoch
    let percent = 100 * inEpoch / max(stepsPerEpoch, 1)
    let rate = Double(examplesDone) / max(elapsed, 1e-9)
    let left = elapsed / Double(max(step.step - earlierSteps, 1)) * Double(totalSteps - step.step)
    return "epoch \(step.epoch)/\(epochs)  \(percent)%  loss \(rounded(step.loss, 4))  "
      + "\(rounded(rate, 0)) examples/s  \(rounded(left.rounded(.up), 0)) s left"
  }

  private func line(for epoch: TrainingEpoch) -> String {
    var parts = ["epoch \(epoch.epoch)/\(epochs)"]
    parts.append("loss \(rounded(epoch.training.loss, 4))")
    parts += epoch.training.metrics.sorted { $0.key < $1.key }
      .map { "\($0.key) \(rounded($0.value, 4))" }
    if let validation = epoch.validation {
      parts.append("validation loss \(rounded(validation.loss, 4))")
      parts += validation.metrics.sorted { $0.key < $1.key }
        .map { "validation \($0.key) \(rounded($0.value, 4))" }
    }
    parts.append("\(rounded(epoch.seconds, 2)) s")
    return parts.joined(separator: "  ") + (epoch.isBest ? "  best" : "")
  }
}
