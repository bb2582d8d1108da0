import Tern

/// What can be set for a training.
struct Settings: Codable, Equatable, Sendable {
  typealias Batching = Trainer<Sequential<Float>, SGD<Float>>.Batching

  var epochs: Int
  /// The number of steps, if it is that which ends training and not the epochs.
  var iterations: Int?
  var batchSize: Int
  var batching = Batching.shuffled
  var learningRate: Double
  /// How the learning rate falls from step to step.
  var schedule = Schedule.cosine
  /// What the learning rate is multiplied by after each epoch, besides.
  var decay = 1.0
  var momentum = 0.9
  var l2: Double
  var l2Convention = L2Convention.half
  var reduction = BatchReduction.mean
  var seed: UInt64 = 42

  // What some recipes' networks leave open; nil in the others.

  /// The widths of the hidden layers.
  var hidden: [Int]?
  /// One activation for all hidden layers, or one for each.
  var activations: [Activation]?
  /// The standard deviation of the first weights; nil for He's, √(2 / inputs).
  var weightScale: Double?

  var penalty: L2Penalty { L2Penalty(l2, l2Convention) }
}

/// What the loss of a batch is of the losses of its examples.
enum BatchReduction: String, Codable, Sendable, CaseIterable {
  case mean
  /// As in reports whose gradients are not divided by the size of the batch.
  case sum
}

/// How the learning rate falls from step to step.
enum Schedule: String, Codable, Sendable, CaseIterable {
  /// Half a cosine wave, down to 0 at the end.
  case cosine
  /// Not at all.
  case constant
}

// MARK: - Reading

extension Settings {
  /// Settings from a `run.json`, which may be older than some of them.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    func value<T: Decodable>(_ key: CodingKeys, or other: T) throws -> T {
      try values.decodeIfPresent(T.self, forKey: key) ?? other
    }
    self.init(
      epochs: try values.decode(Int.self, forKey: .epochs),
      iterations: try values.decodeIfPresent(Int.self, forKey: .iterations),
      batchSize: try values.decode(Int.self, forKey: .batchSize),
      batching: try value(.batching, or: .shuffled),
      learningRate: try values.decode(Double.self, forKey: .learningRate),
      schedule: try value(.schedule, or: .cosine), decay: try value(.decay, or: 1),
      momentum: try value(.momentum, or: 0.9), l2: try values.decode(Double.self, forKey: .l2),
      l2Convention: try value(.l2Convention, or: .half),
      reduction: try value(.reduction, or: .mean), seed: try value(.seed, or: 42),
      hidden: try values.decodeIfPresent([Int].self, forKey: .hidden),
      activations: try values.decodeIfPresent([Activation].self, forKey: .activations),
      weightScale: try values.decodeIfPresent(Double.self, forKey: .weightScale))
  }
}

// MARK: - What the user says

extension Settings {
  /// The settings with those that the user gave.
  func overridden(by options: Options) -> Settings {
    var settings = self
    if let epochs = options.epochs {
      settings.epochs = epochs
      settings.iterations = nil
    }
    settings.iterations = options.iterations ?? settings.iterations
    settings.batchSize = options.batchSize ?? batchSize
    settings.batching = options.batching ?? batching
    settings.learningRate = options.learningRate ?? learningRate
    settings.schedule = options.schedule ?? schedule
    settings.decay = options.decay ?? decay
    settings.momentum = options.momentum ?? momentum
    settings.l2 = options.l2 ?? l2
    settings.l2Convention = options.l2Convention ?? l2Convention
    settings.reduction = options.reduction ?? reduction
    settings.seed = options.seed ?? seed
    settings.hidden = options.hidden ?? hidden
    settings.activations = options.activations ?? activations
    settings.weightScale = options.weightScale ?? weightScale
    return settings
  }

  /// How many epochs, iterations and examples in a batch there can be.
  static let counts = 1...1_000_000

  /// The greatest width of a layer: two such layers take a gigabyte.
  static let widest = 16_384

  /// What no training can be done with, in words; nil if all is well. Values come from options, but
  /// from files, too.
  var problem: String? {
    if ![epochs, iterations ?? 1, batchSize].allSatisfy(Self.counts.contains) {
      return "epochs, iterations and the batch size are from 1 to \(Self.counts.upperBound)"
    }
    guard Float(learningRate) > 0, Float(learningRate).isFinite else {
      return "the learning rate is a number above 0, not \(learningRate)"
    }
    guard (0...1).contains(momentum), Float(momentum) < 1, l2 >= 0, Float(l2).isFinite else {
      return "momentum lies between 0 and 1 and l2 is 0 or more, not \(momentum) and \(l2)"
    }
    guard decay > 0, decay <= 1 else { return "the decay is above 0 and at most 1, not \(decay)" }
    if let hidden, hidden.count > 100 || !hidden.allSatisfy({ (1...Self.widest) ~= $0 }) {
      return "hidden layers are at most 100, and 1 to \(Self.widest) wide, not \(hidden)"
    }
    // Of the weights between hidden layers there are the model's, the best ones, gradients and momenta.
    let weights = zip(hidden ?? [], hidden?.dropFirst() ?? []).reduce(0) { $0 + $1.0 * $1.1 }
    if let problem = memoryProblem(for: 4 * 4 * weights) {
      return "the weights of hidden layers, \(hidden ?? []) wide, take "
        + "\(problem.expected), not \(problem.found)"
    }
    if let activations, activations.count != 1, activations.count != hidden?.count {
      return "there is one activation for all hidden layers, or one for each of the "
        + "\(hidden?.count ?? 0), not \(activations.count)"
    }
    if let weightScale, !(Float(weightScale) > 0 && Float(weightScale).isFinite) {
      return "the scale of the weights is a number above 0, not \(weightScale)"
    }
    return nil
  }
}

// MARK: - What differs

extension Settings {
  /// Every setting in words, by the option that sets it.
  var words: [Options.Name: String] {
    func words<T>(_ values: [T]?, _ word: (T) -> String) -> String? {
      values.map { $0.map(word).joined(separator: ",") }
    }
    let words: [Options.Name: String?] = [
      .epochs: iterations == nil ? "\(epochs)" : nil, .iterations: iterations.map(String.init),
      .batchSize: "\(batchSize)", .batching: batching.rawValue, .learningRate: "\(learningRate)",
      .schedule: schedule.rawValue, .decay: "\(decay)", .momentum: "\(momentum)", .l2: "\(l2)",
      .l2Convention: l2Convention.rawValue, .reduction: reduction.rawValue, .seed: "\(seed)",
      .hidden: words(hidden) { "\($0)" }, .activation: words(activations) { $0.rawValue },
      .weightScale: weightScale.map { "\($0)" },
    ]
    return words.compactMapValues(\.self)
  }
}
