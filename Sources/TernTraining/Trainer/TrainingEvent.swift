/// What a ``Trainer`` reports while it works.
public enum TrainingEvent: Sendable {
  /// Training begins; there will be so many steps in all unless it ends early.
  case started(epochs: Int, stepsPerEpoch: Int, steps: Int, examples: Int)
  /// Training goes on from a checkpoint; this has happened before.
  case resumed(TrainingHistory)
  /// The newest checkpoint is damaged: training goes on from the one before, or from the beginning if
  /// it was the first.
  case checkpointDamaged(reason: String)
  /// A batch has been learned.
  case step(TrainingStep)
  /// An epoch has ended, and validation with it.
  case epoch(TrainingEpoch)
  /// A checkpoint has been written after so many steps.
  case checkpointed(step: Int)
  /// A checkpoint could not be written, for this reason. Training goes on without it.
  case checkpointFailed(step: Int, reason: String)
  /// Training has ended.
  case finished(TrainingHistory)
}

/// One step of training.
public struct TrainingStep: Sendable, Hashable {
  /// The step, counted from 1 over all epochs.
  public let step: Int
  /// The epoch, counted from 1.
  public let epoch: Int
  /// The loss of the batch before the step, with the trainer's penalty if there is one.
  public let loss: Double
  /// The learning rate of the step.
  public let learningRate: Double
  /// The number of examples in the batch.
  public let examples: Int

  /// A step of a training loop of your own.
  public init(step: Int, epoch: Int, loss: Double, learningRate: Double, examples: Int) {
    self.step = step
    self.epoch = epoch
    self.loss = loss
    self.learningRate = learningRate
    self.examples = examples
  }
}

/// One epoch of training.
public struct TrainingEpoch: Sendable, Hashable, Codable {
  /// The epoch, counted from 1.
  public let epoch: Int
  /// The steps so far.
  public let steps: Int
  /// Means over the batches of the epoch, each measured before its step.
  public let training: Evaluation
  /// Loss and metrics of a sample of the training set after the epoch, if one is taken.
  public let trainingSample: Evaluation?
  /// Loss and metrics of the validation set after the epoch, if there is one.
  public let validation: Evaluation?
  /// Loss and metrics of the test set after the epoch, if there is one.
  public let test: Evaluation?
  /// The learning rate of the epoch's last step.
  public let learningRate: Double
  /// Seconds that the epoch took, all measurements included.
  public let seconds: Double
  /// Whether the model is the best so far.
  public let isBest: Bool

  /// An epoch of a training loop of your own.
  public init(
    epoch: Int, steps: Int, training: Evaluation, trainingSample: Evaluation? = nil,
    validation: Evaluation? = nil, test: Evaluation? = nil, learningRate: Double,
    seconds: Double, isBest: Bool
  ) {
    self.epoch = epoch
    self.steps = steps
    self.training = training
    self.trainingSample = trainingSample
    self.validation = validation
    self.test = test
    self.learningRate = learningRate
    self.seconds = seconds
    self.isBest = isBest
  }
}

/// How training ended, and what happened in each epoch.
public struct TrainingHistory: Sendable, Hashable, Codable {
  /// Why training ended.
  public enum Outcome: String, Sendable, Hashable, Codable {
    /// All epochs were done.
    case completed
    /// There was no improvement for as many epochs as early stopping allows.
    case stoppedEarly
    /// The task was cancelled.
    case cancelled
  }

  /// Why training ended.
  public var outcome: Outcome = .completed
  /// The completed epochs.
  public var epochs: [TrainingEpoch] = []
  /// The loss of each step.
  public var losses: [Double] = []
  /// The epoch whose model was best, counted from 1; nil if none was completed, or the monitor was
  /// NaN in all of them.
  public var bestEpoch: Int?
  /// Examples learned per second, validation not counted.
  public var examplesPerSecond = 0.0

  /// A history of nothing yet.
  public init() {}

  /// The number of steps.
  public var steps: Int { losses.count }
}

/// Why training could not go on.
public enum TrainingError: Error, Hashable, CustomStringConvertible {
  /// A loss became infinite or NaN, or the gradients that were to be limited did, at this step or
  /// in the validation after it. The best model so far is kept.
  case diverged(step: Int, loss: Double)

  /// The step and the loss.
  public var description: String {
    switch self {
    case .diverged(let step, let loss):
      "training diverged: the loss is \(loss) at step \(step); a smaller learning rate may help"
    }
  }
}
