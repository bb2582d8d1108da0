import Tern

/// What `tern search --json` prints and `search.json` keeps: the best trial, and for each setting
/// how much it matters.
struct SearchSummary: Codable, Equatable {
  var recipe: String
  var out: String
  /// What the best was chosen by.
  var chosenBy = "validation_accuracy"
  var trials: Int
  var diverged: Int
  /// How long it took, since it last went on.
  var seconds: Double
  /// The time of all trials together.
  var trialSeconds: Double
  var best: Row?
  var axes: [Axis]

  /// The trials of one setting's values.
  struct Axis: Codable, Equatable {
    var name: String
    /// The best trial with each value.
    var best: [Entry]
    /// The trials with each value whose other settings are those of the best.
    var aroundBest: [Entry]
  }

  /// A value of a setting, and a trial with it; nil if all with it have diverged.
  struct Entry: Codable, Equatable {
    var value: SearchValue
    var trial: Row?
  }

  /// A trial.
  struct Row: Codable, Equatable {
    var number: Int
    var values: [String: SearchValue]
    var trainAccuracy: Double?
    var validationAccuracy: Double?
    var testAccuracy: Double?
    var diverged: Divergence?

    struct Divergence: Codable, Equatable {
      var step: Int
      var loss: Double
    }

    init(_ result: TrialResult) {
      number = result.trial.number
      values = Dictionary(uniqueKeysWithValues: zip(result.trial.names, result.trial.values))
      trainAccuracy = result.score?.figures["train_accuracy"]
      validationAccuracy = result.score?.value
      testAccuracy = result.score?.figures["test_accuracy"]
      if case .diverged(let step, let loss) = result.outcome {
        diverged = Divergence(step: step, loss: loss)
      }
    }
  }

  init(
    recipe: String, out: String, _ request: SearchRequest, _ results: SearchResults, seconds: Double
  ) {
    self.seconds = seconds
    self.recipe = recipe
    self.out = out
    trials = results.results.count
    diverged = results.diverged.count
    trialSeconds = results.results.reduce(0) { $0 + $1.seconds }
    best = results.best.map(Row.init)
    axes = request.varied.map { axis in
      // A range has hardly any value twice, so that there is nothing to compare.
      return Axis(
        name: axis.name,
        best: axis.isRange
          ? []
          : results.best(by: axis.name).map {
            Entry(value: $0.value, trial: $0.best.map(Row.init))
          },
        aroundBest: results.aroundBest(by: axis.name).map {
          Entry(value: $0.trial[axis.name], trial: Row($0))
        })
    }
  }
}
