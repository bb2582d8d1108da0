import Tern
import TernTraining
import Testing

@Suite struct ProgressPrinterTests {
  /// What is printed for the events of a short training, each at its second.
  private func text(
    isTerminal: Bool, outcome: TrainingHistory.Outcome = .completed,
    _ events: [TrainingEvent]? = nil
  ) -> String {
    var history = TrainingHistory()
    history.outcome = outcome
    history.bestEpoch = 1
    let events = events ?? Self.events + [.finished(history)]
    let start = ContinuousClock.now
    var time = start
    var text = ""
    var printer = ProgressPrinter(isTerminal: isTerminal, now: { time }) { text += $0 }
    for (second, event) in events.enumerated() {
      time = start.advanced(by: .seconds(second))
      printer.report(event)
    }
    return text
  }

  private static let events: [TrainingEvent] = [
    .started(epochs: 2, stepsPerEpoch: 2, steps: 4, examples: 24),
    .step(TrainingStep(step: 1, epoch: 1, loss: 1.5, learningRate: 0.1, examples: 16)),
    .step(TrainingStep(step: 2, epoch: 1, loss: 1.25, learningRate: 0.1, examples: 8)),
    .epoch(
      TrainingEpoch(
        epoch: 1, steps: 2, training: Evaluation(loss: 1.4, metrics: ["b": 0.5, "a": 0.25]),
        validation: Evaluation(loss: 1, metrics: ["a": 1]), learningRate: 0.1, seconds: 2.5,
        isBest: true)),
    .step(TrainingStep(step: 3, epoch: 2, loss: 1, learningRate: 0.1, examples: 16)),
    .epoch(
      TrainingEpoch(
        epoch: 2, steps: 4, training: Evaluation(loss: .nan), learningRate: 0.1, seconds: 0.004,
        isBest: false)),
  ]
  private static let first =
    "epoch 1/2  loss 1.4000  a 0.2500  b 0.5000  validation loss 1.0000  validation a 1.0000  "
    + "2.50 s  best"
  private static let second = "epoch 2/2  loss nan  0.00 s"

  @Test func printsALineAnEpochElsewhere() {
    #expect(text(isTerminal: false) == "\(Self.first)\n\(Self.second)\n")
  }

  @Test func rewritesALineOnATerminal() {
    let clear = "\u{1B}[K"
    #expect(
      text(isTerminal: true)
        == "\repoch 1/2  50%  loss 1.5000  16 examples/s  3 s left\(clear)"
        + "\repoch 1/2  100%  loss 1.2500  12 examples/s  2 s left\(clear)"
        + "\r\(Self.first)\(clear)\n"
        + "\repoch 2/2  50%  loss 1.0000  10 examples/s  2 s left\(clear)"
        + "\r\(Self.second)\(clear)\n")
  }

  @Test func saysWhyTrainingEnded() {
    #expect(text(isTerminal: false, outcome: .cancelled).hasSuffix("s\ncancelled\n"))
    #expect(text(isTerminal: true, outcome: .cancelled).hasSuffix("\n\rcancelled\u{1B}[K\n"))
    #expect(
      text(isTerminal: false, outcome: .stoppedEarly)
        .hasSuffix("s\nstopped early: no better model since epoch 1\n"))
  }

  @Test func waitsATenthOfASecondBetweenLines() {
    let start = ContinuousClock.now
    var time = start
    var lines = 0
    var printer = ProgressPrinter(isTerminal: true, now: { time }) { _ in lines += 1 }
    printer.report(.started(epochs: .max, stepsPerEpoch: 1000, steps: .max, examples: 1000))
    for step in 1...1000 {
      time = start.advanced(by: .milliseconds(step))
      printer.report(
        .step(TrainingStep(step: step, epoch: 1, loss: 1, learningRate: 1, examples: 1)))
    }
    #expect(lines == 9)
  }
}
