import TernLayers
import TernOptimizers
import TernTensors

/// Trains a model on a data set: epochs, batches, validation, metrics, schedules, the best model.
///
/// ```swift
/// var trainer = Trainer(model, optimizer: SGD(learningRate: 0.1, momentum: 0.9)) {
///   softmaxCrossEntropy($0, $1)
/// }
/// trainer.epochs = 20
/// try trainer.fit(train, validation: validation, shuffledWith: &rng)
/// print(accuracy(trainer.bestModel(test.inputs), test.labels))
/// ```
///
/// A trainer is a value: a copy of it goes on from where it stands. With ``Checkpoints`` a training
/// that was stopped goes on in another process, too.
public struct Trainer<Model: Layer, Method: Optimizer>: Sendable
where Method.Scalar == Model.Scalar {
  /// The type of the model's numbers.
  public typealias Scalar = Model.Scalar
  /// The mean loss of a batch, from the model's output and the labels.
  public typealias Loss = @Sendable (Tensor<Scalar>, Tensor<Int32>) -> Tensor<Scalar>

  /// The model as it is after the last step.
  public internal(set) var model: Model
  /// The model after its best epoch: the first of those that `monitor` thinks best. Its parameters
  /// are finite.
  public internal(set) var bestModel: Model
  /// The optimizer with its state.
  public var optimizer: Method
  /// The loss that is minimised.
  public let loss: Loss

  /// How many times the training set is gone through.
  public var epochs = 10
  /// Examples per step.
  public var batchSize = 64
  /// How the examples of a step are chosen.
  public var batching = Batching.shuffled
  /// Training ends after this many steps, though its last epoch be shorter then.
  public var stepLimit: Int?
  /// Whether `loss` sums over the examples of a batch instead of giving their mean. What is
  /// reported of an epoch, or measured on a whole set, is a mean in either case.
  public var lossIsSummed = false
  /// The penalty that the optimizer's `weightDecay` stands for: it is added to the losses of the
  /// steps that are reported, and to nothing else.
  public var penalty: L2Penalty?
  /// After each epoch the loss and the metrics of so many training examples are measured, which are
  /// drawn anew each time.
  public var trainingSampleSize: Int?
  /// What is measured besides the loss.
  public var metrics: [Metric<Scalar>] = [.accuracy]
  /// What makes a model the best.
  public var monitor = Monitor.metric("accuracy")
  /// The learning rate of each step, counted from 0; nil leaves the optimizer's as it is.
  public var schedule: LearningRateSchedule?
  /// Sets the learning rate, and lowers it after epochs without a better loss of the validation set
  /// (or the training set if there is none); for a trainer without a schedule.
  public var plateau: ReduceOnPlateau?
  /// Gradients are scaled so that their norm over all parameters is at most this.
  public var gradientNormLimit: Scalar?
  /// Training ends after this many epochs in a row, 1 or more, without a better model.
  public var patience: Int?

  /// How the examples of a step are chosen.
  public enum Batching: String, Sendable, Hashable, Codable, CaseIterable {
    /// The training set is shuffled for each epoch and gone through; the last batch is smaller where
    /// the examples do not divide evenly.
    case shuffled
    /// Every example is drawn from all by itself, so that some come more than once. An epoch has as
    /// many whole batches as the training set would give.
    case drawn

    /// The number of steps in an epoch.
    public func stepsPerEpoch(examples: Int, batchSize: Int) -> Int {
      switch self {
      case .shuffled: (examples + batchSize - 1) / batchSize
      case .drawn: max(1, examples / batchSize)
      }
    }
  }

  /// What tells whether a model is better than another: measured on the validation set, or on the
  /// training set if there is none.
  public enum Monitor: Sendable, Hashable {
    /// A lower loss is better.
    case loss
    /// A higher value of a metric is better.
    case metric(String)
  }

  /// A trainer for a model.
  public init(_ model: Model, optimizer: Method, loss: @escaping Loss) {
    self.model = model
    bestModel = model
    self.optimizer = optimizer
    self.loss = loss
  }
}

extension Trainer {
  func checkSettings() {
    precondition(
      epochs >= 0 && batchSize >= 1,
      "a Trainer needs epochs ≥ 0 and batchSize ≥ 1, got \(epochs) and \(batchSize)")
    precondition(
      patience.map { $0 >= 1 } ?? true, "a Trainer needs patience ≥ 1, got \(patience ?? 0)")
    precondition(
      stepLimit ?? 0 >= 0 && trainingSampleSize ?? 1 >= 1,
      "a Trainer needs stepLimit ≥ 0 and trainingSampleSize ≥ 1, got \(stepLimit ?? 0) and "
        + "\(trainingSampleSize ?? 1)")
    precondition(
      schedule == nil || plateau == nil,
      "a Trainer takes its learning rate from a schedule or from a plateau, not from both")
    if case .metric(let name) = monitor {
      precondition(
        metrics.contains { $0.name == name },
        "a Trainer's monitor, \(name), is none of its metrics \(metrics.map(\.name))")
    }
  }

  /// Whether the model takes the inputs, and has an output for each label if it classifies.
  func checkFit(_ data: Dataset<Scalar>) throws {
    let output = try model.outputShape(for: Shape([1] + data.inputShape.dropFirst()))
    guard let classes = output.last, output.count == 2, classes > 1 else { return }
    let wrong = data.labels.withUnsafeBufferPointer { labels in
      labels.firstIndex { $0 < 0 || $0 >= classes }.map { ($0, Int(labels[$0])) }
    }
    if let (index, label) = wrong {
      throw DatasetError.labelOutOfRange(label: label, index: index, classes: classes)
    }
  }
}

extension Duration {
  /// The duration as a number of seconds.
  package var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
