import TernTensors

/// Where a call of `fit` stands: all that it knows besides the trainer and the generator.
struct TrainingProgress<Scalar: FloatingScalar> {
  let stepsPerEpoch: Int
  /// The steps to do in all.
  let steps: Int
  var history = TrainingHistory()
  /// The best value of the monitor so far.
  var best = -Double.infinity
  /// The epoch under way; nil between two of them.
  var epoch: Epoch?
  /// Whether this, the model and the optimizer belong together.
  var isBetweenSteps = true
  /// The examples learned, and the time that it took.
  var examples = 0
  var learningTime = Duration.zero

  init(stepsPerEpoch: Int, steps: Int) {
    self.stepsPerEpoch = stepsPerEpoch
    self.steps = steps
  }

  /// An epoch under way.
  struct Epoch {
    /// The numbers of the examples in the order in which they are learned.
    let order: Tensor<Int32>
    /// The steps of the epoch.
    let steps: Int
    /// The steps done.
    var position = 0
    /// When it began; earlier than that if it was stopped in between, by the time before that.
    let start: ContinuousClock.Instant
    /// Sums over the batches of the steps done.
    var tally: Tally<Scalar>
  }

  /// Counts examples.
  mutating func addLearned(_ count: Int, in time: Duration) {
    examples += count
    learningTime += time
    let seconds = learningTime.inSeconds
    history.examplesPerSecond = seconds > 0 ? Double(examples) / seconds : 0
  }
}
