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
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant
  private var lastUpdate: ContinuousClock.Instant
  private var epochs = 0
  private var totalSteps = 0
  private var stepsPerEpoch = 0
  private var examplesDone = 0

  /// A printer to standard output; on a terminal unless told otherwise.
  public init() {
    self.init(isTerminal: isatty(STDOUT_FILENO) == 1) { text in
      print(text, terminator: "")
      fflush(nil)
    }
  }

  /// A printer that hands its text to a function.
  public init(isTerminal: Bool, write: @escaping (String) -> Void) {
    self.isTerminal = isTerminal
    self.write = write
    start = clock.now
    lastUpdate = start
  }

  /// Prints what an event has to say.
  public mutating func report(_ event: TrainingEvent) {
    switch event {
    case .started(let epochs, let stepsPerEpoch, _):
      self.epochs = epochs
      self.stepsPerEpoch = stepsPerEpoch
      totalSteps = epochs * stepsPerEpoch
      examplesDone = 0
      start = clock.now
      lastUpdate = start
    case .step(let step):
      examplesDone += step.examples
      // Reading the clock each time would cost more than a small step.
      guard isTerminal, step.step % 16 == 0 else { return }
      let now = clock.now
      guard now - lastUpdate > .milliseconds(100) else { return }
      lastUpdate = now
      write("\r" + line(for: step, elapsed: (now - start).inSeconds) + Self.clearToEnd)
    case .epoch(let epoch):
      write((isTerminal ? "\r" : "") + line(for: epoch) + (isTerminal ? Self.clearToEnd : "") + "\n")
    case .finished(let history):
      if history.outcome == .cancelled { write("\(isTerminal ? "\r" : "")cancelled\n") }
      if history.outcome == .stoppedEarly {
        write("stopped early: no better model since epoch \(history.bestEpoch ?? 0)\n")
      }
    }
  }

  /// The terminal's code that clears what a longer line has left.
  private static let clearToEnd = "\u{1B}[K"

  private func line(for step: TrainingStep, elapsed: Double) -> String {
    let inEpoch = step.step - (step.epoch - 1) * stepsPerEpoch
    let percent = 100 * inEpoch / max(stepsPerEpoch, 1)
    let rate = Double(examplesDone) / max(elapsed, 1e-9)
    let left = elapsed / Double(step.step) * Double(totalSteps - step.step)
    return "epoch \(step.epoch)/\(epochs)  \(percent)%  loss \(rounded(step.loss, 4))  "
      + "\(Int(rate)) examples/s  \(Int(left.rounded(.up))) s left"
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

/// A number with a fixed count of decimals, as `%.4f` prints it.
package func rounded(_ value: Double, _ decimals: Int) -> String {
  guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
  var scale = 1
  for _ in 0..<decimals { scale *= 10 }
  let units = Int((abs(value) * Double(scale)).rounded())
  let sign = value < 0 && units > 0 ? "-" : ""
  guard decimals > 0 else { return "\(sign)\(units)" }
  let fraction = String(units % scale)
  let padding = String(repeating: "0", count: decimals - fraction.count)
  return "\(sign)\(units / scale).\(padding)\(fraction)"
}
