import Tern
import TernTraining
import Testing

@Suite struct IterationPrinterTests {
  private static func step(_ number: Int, _ loss: Double) -> TrainingEvent {
    .step(TrainingStep(step: number, epoch: 1, loss: loss, learningRate: 1, examples: 1))
  }

  private static func epoch(sample: Evaluation?, validation: Evaluation?) -> TrainingEvent {
    .epoch(
      TrainingEpoch(
        epoch: 1, steps: 245, training: Evaluation(loss: 1, metrics: ["accuracy": 0.25]),
        trainingSample: sample, validation: validation, learningRate: 1, seconds: 1, isBest: true))
  }

  /// What is printed for some events of a training, the first of which are 9.7 seconds apart.
  private func text(every interval: Int = 100, showsTime: Bool = false, _ events: TrainingEvent...)
    -> String
  {
    let start = ContinuousClock.now
    var time = start
    var text = ""
    var printer = IterationPrinter(every: interval, showsTime: showsTime, now: { time }) {
      text += $0
    }
    printer.report(.started(epochs: 20, stepsPerEpoch: 245, steps: 4900, examples: 49_000))
    time = start.advanced(by: .milliseconds(9702))
    for event in events { printer.report(event) }
    return text
  }

  @Test func printsThePublishedLines() {
    let iterations = text(
      Self.step(1, 2.302585), Self.step(2, 2), Self.step(100, 2), Self.step(101, 1.6845048))
    #expect(
      iterations
        == "(Iteration 1 / 4900) loss: 2.302585\n(Iteration 101 / 4900) loss: 1.684505\n")
    let epoch = Self.epoch(
      sample: Evaluation(loss: 1, metrics: ["accuracy": 0.435]),
      validation: Evaluation(loss: 1, metrics: ["accuracy": 0.443]))
    #expect(text(epoch) == "(Epoch 1 / 20) train acc: 0.435000; val_acc: 0.443000\n")
    #expect(
      text(showsTime: true, Self.step(2401, 1.227245))
        == "(Time 9.70 sec; Iteration 2401 / 4900) loss: 1.227245\n")
  }

  @Test func leavesOutWhatWasNotMeasured() {
    #expect(
      text(Self.epoch(sample: nil, validation: nil)) == "(Epoch 1 / 20) train acc: 0.250000\n")
  }

  @Test func theIntervalIsCountedFromTheFirst() {
    let steps = text(every: 2, Self.step(1, 1), Self.step(2, 1), Self.step(3, 1), Self.step(4, 1))
    #expect(steps.split(separator: "\n").count == 2)
    #expect(steps.contains("Iteration 3 /"))
  }

  @Test func saysWhyTrainingEnded() {
    var history = TrainingHistory()
    #expect(text(.finished(history)).isEmpty)
    history.outcome = .cancelled
    #expect(text(.finished(history)) == "cancelled\n")
    history.outcome = .stoppedEarly
    history.bestEpoch = 3
    #expect(text(.finished(history)) == "stopped early: no better model since epoch 3\n")
  }
}
