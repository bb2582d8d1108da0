import Tern

extension Options {
  /// The options of all commands.
  enum Name: String, CaseIterable {
    case data = "--data"
    case epochs = "--epochs"
    case iterations = "--iterations"
    case batchSize = "--batch-size"
    case batching = "--batching"
    case learningRate = "--learning-rate"
    case schedule = "--schedule"
    case decay = "--decay"
    case momentum = "--momentum"
    case l2 = "--l2"
    case l2Convention = "--l2-convention"
    case reduction = "--reduction"
    case hidden = "--hidden"
    case layers = "--layers"
    case activation = "--activation"
    case weightScale = "--weight-scale"
    case random = "--random"
    case seed = "--seed"
    case threads = "--threads"
    case out = "--out"
    case progress = "--progress"
    case printEvery = "--print-every"
    case tensorboard = "--tensorboard"
    case checkpointEvery = "--checkpoint-every"
    case resume = "--resume"
    case noReport = "--no-report"
    case quiet = "--quiet"
    case json = "--json"
    case to = "--to"
    case mirror = "--mirror"

    /// The options of `fetch`.
    static let ofFetch: [Name] = [.to, .mirror]
    /// The options of `train` for the progress of one training.
    static let ofTrainOnly: [Name] = [
      .progress, .printEvery, .tensorboard, .checkpointEvery, .resume,
    ]
    /// The options of `search` for all trials together.
    static let ofSearchOnly: [Name] = [.random]
    /// The options of both.
    static let ofTrainAndSearch = allCases.filter {
      !(ofFetch + ofTrainOnly + ofSearchOnly).contains($0)
    }

    var isFlag: Bool { [.tensorboard, .noReport, .quiet, .json].contains(self) }

    /// Whether only some recipes take it.
    var isOfSomeRecipes: Bool {
      switch self {
      case .data, .reduction, .hidden, .layers, .activation, .weightScale: true
      default: false
      }
    }

    /// What stands for the value in a command's help.
    func placeholder(for command: Command?) -> String {
      self == .out && command == .graph ? "FILE" : placeholder
    }

    var placeholder: String {
      switch self {
      case .data, .out, .to: "DIR"
      case .resume: "RUN"
      case .checkpointEvery: "N|TIME"
      case .mirror: "URL"
      case .learningRate, .l2, .decay, .momentum, .weightScale: "NUMBER"
      case .epochs, .iterations, .batchSize, .layers, .random, .seed, .threads, .printEvery: "N"
      case .reduction: Self.words(BatchReduction.self)
      case .hidden: "N,N…"
      case .activation: "NAME"
      case .batching: Self.words(Settings.Batching.self)
      case .schedule: Self.words(Schedule.self)
      case .l2Convention: Self.words(L2Convention.self)
      case .progress: Self.words(ProgressStyle.self)
      case .tensorboard, .noReport, .quiet, .json: ""
      }
    }

    private static func words<T: RawRepresentable & CaseIterable>(_: T.Type) -> String
    where T.RawValue == String { T.allCases.map(\.rawValue).joined(separator: "|") }

    /// What a reader of pictures and tables calls the setting.
    var title: String {
      switch self {
      case .hidden: "hidden units"
      case .l2: "L2 penalty"
      case .l2Convention: "L2 convention"
      case .decay: "decay per epoch"
      case .weightScale: "scale of the first weights"
      default: axisName.replacing("-", with: " ")
      }
    }

    /// What it means to a command; nil for `train` and `search`, to which it means the same.
    func explanation(for command: Command?) -> String {
      switch (self, command) {
      case (.data, .evaluate), (.data, .report): "the folder with the data files, if it has moved"
      case (.out, .search): "the folder that the search is written to (runs/RECIPE-search-N)"
      case (.out, .report): "the folder of the page that compares runs (runs/comparison-N)"
      case (.out, .graph): "the file to write to, instead of the terminal"
      case (.quiet, .report): "do not print where the pages are"
      case (.seed, .check): "the seed of the numbers to check with (42)"
      case (.threads, .search): "threads to use, which is how many trials run at a time (all cores)"
      default: explanation
      }
    }

    private var explanation: String {
      switch self {
      case .data: "the folder with the recipe's data files"
      case .to: "the folder that the files are downloaded into"
      case .mirror: "the address of a folder that has the files, instead of the usual ones"
      case .epochs: "how many times the training data are gone through"
      case .iterations: "how many steps to train, instead of --epochs"
      case .batchSize: "examples per step"
      case .batching: "shuffle all examples for each epoch, or draw each step's from all"
      case .learningRate: "the learning rate at the start"
      case .schedule: "how the learning rate falls from step to step"
      case .decay: "what the learning rate is multiplied by after each epoch (1)"
      case .momentum: "the part of a step's direction that the next one keeps"
      case .l2: "the L2 penalty: L2/2 times the sum of squared weights"
      case .l2Convention: "whole: the penalty is L2 times the sum, without the half"
      case .reduction: "whether the loss of a batch is the mean or the sum of its examples'"
      case .hidden: "the widths of the hidden layers"
      case .layers: "the number of layers with weights"
      case .activation:
        "\(Activation.allCases.map(\.rawValue).joined(separator: ", ")), one for each hidden layer "
          + "(relu,tanh), or all: a training with each"
      case .weightScale: "the deviation of the first weights (He's)"
      case .random: "search this many settings, drawn from the lists and ranges"
      case .seed: "the seed of the split, the weights and the shuffling (42; 3 for the irises)"
      case .threads: "threads to use (all cores)"
      case .out: "the folder that the run is written to (runs/RECIPE-N)"
      case .progress: "print epochs, or iterations, with the time or without"
      case .printEvery: "iterations between two lines (100)"
      case .tensorboard: "write an event file for TensorBoard, too"
      case .checkpointEvery:
        "save all that is needed to go on every N steps, or every 30s, 5m, 1h, or never (60s)"
      case .resume: "go on with a run that was stopped"
      case .noReport: "do not make the page and the pictures of the run; 'tern report' can later"
      case .quiet: "print nothing but the result"
      case .json: "end with one line of JSON"
      }
    }
  }

  /// Refuses what a recipe does not take.
  ///
  /// - Throws: `UsageError` that names what it does take.
  func check(for recipe: any Recipe) throws {
    let taken = recipe.options
    for name in given where name.isOfSomeRecipes && !taken.contains(name) {
      if name == .data {
        throw UsageError("\(recipe.name) has its data built in and takes no --data")
      }
      let network = taken.filter { $0 != .data }.map(\.rawValue)
      throw UsageError(
        "\(recipe.name) takes no \(name.rawValue); of its network you can set "
          + (network.isEmpty ? "nothing" : network.joined(separator: ", ")))
    }
  }
}
