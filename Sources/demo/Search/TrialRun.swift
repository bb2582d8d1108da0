import Tern

/// What a trial of a search makes.
struct TrialRun: Sendable {
  let experiment: Experiment
  let model: Sequential<Float>
  let history: TrainingHistory
  let result: RunFolder.Result

  /// Trains and tests a network; an interruption by the user ends it.
  init(_ experiment: Experiment) throws {
    self.experiment = experiment
    let (history, model) = experiment.train(testing: false) { _ in try Interruption.check() }
    self.model = model
    self.history = try history.get()
    result = experiment.result(of: model, self.history, out: "")
  }

  /// Accuracy and loss on the validation set, which choose the best, and the other figures.
  var score: TrialScore {
    TrialScore(
      result.validationAccuracy ?? .nan, loss: result.validationLoss,
      figures: [
        "train_accuracy": result.trainAccuracy, "train_loss": result.trainLoss,
        "test_accuracy": result.testAccuracy, "test_loss": result.testLoss,
      ])
  }
}
