/// What `tern help` prints.
enum Help {
  /// All commands, recipes and options.
  static var text: String {
    """
    Trains neural networks on the CPU with Tern.

    usage: \(lines(Command.allCases.map { ($0.usage, $0.summary) }, width: 31, indent: 7))

    recipes:
    \(recipes)

    options of train and search:
    \(list(Options.Name.ofTrainAndSearch, of: nil))

    options of train only:
    \(list(Options.Name.ofTrainOnly, of: .train))

    options of search only:
    \(list(Options.Name.ofSearchOnly, of: .search))

    data sets of fetch:
    \(datasets)

    options of fetch:
    \(list(Options.Name.ofFetch, of: .fetch))

    'tern help COMMAND' has the options of the other commands, too.

    exit codes: 0 success, 1 failure, 2 wrong usage
    """
  }

  /// A command, what it does, and what it takes.
  static func text(of command: Command) -> String {
    if command == .help { return text }
    var parts = ["usage: \(command.usage)", "\(command.sentence)\(command.details)"]
    if command == .train || command == .search { parts.append("recipes:\n\(recipes)") }
    if command == .fetch { parts.append("data sets:\n\(datasets)") }
    if !command.options.isEmpty {
      parts.append("options:\n\(list(command.options, of: command))")
    }
    return parts.joined(separator: "\n\n")
  }

  private static var recipes: String {
    "  " + lines(Recipes.all.map { ($0.name, $0.summary) }, width: 17, indent: 2)
  }

  private static var datasets: String {
    "  " + lines(RemoteDataset.all.map { ($0.name, $0.summary) }, width: 17, indent: 2)
  }

  /// Options with what they mean to a command; nil for those that mean the same to several.
  private static func list(_ options: [Options.Name], of command: Command?) -> String {
    let entries = options.map { name in
      let takers = Recipes.all.filter { $0.options.contains(name) }.map(\.name)
      let isNoted = command?.trains ?? true && name.isOfSomeRecipes && name != .data
      let note = isNoted ? " (\(takers.joined(separator: ", ")))" : ""
      return (
        "\(name.rawValue) \(name.placeholder(for: command))", name.explanation(for: command) + note
      )
    }
    return "  " + lines(entries, width: 28, indent: 2)
  }

  /// Two columns, the second in lines that end before column 100; the first line has no indentation.
  private static func lines(_ entries: [(String, String)], width: Int, indent: Int) -> String {
    let margin = "\n" + String(repeating: " ", count: indent)
    let column = margin + String(repeating: " ", count: width)
    return entries.map { name, text in
      let isShort = name.count < width
      return name
        + (isShort ? String(repeating: " ", count: width - name.count) : column)
        + wrapped(text, width: 99 - indent - width).joined(separator: column)
    }.joined(separator: margin)
  }

  /// Lines of words.
  private static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension Command {
  /// How it is called.
  fileprivate var usage: String {
    switch self {
    case .train, .search: "tern \(rawValue) RECIPE [options]"
    case .evaluate: "tern evaluate RUN"
    case .fetch: "tern fetch NAME --to DIR"
    case .report: "tern report RUN…"
    case .graph: "tern graph [--out FILE]"
    case .help: "tern help [COMMAND]"
    case .check, .toy, .info: "tern \(rawValue)"
    }
  }

  /// What it does, in one line.
  fileprivate var summary: String {
    switch self {
    case .train: "train a network and write a run folder"
    case .search: "train with many settings and keep the best model"
    case .evaluate: "load a run's best model and test it again"
    case .fetch: "download the files of a data set"
    case .report: "make a run's page again; compare several"
    case .check: "check the gradients of every layer and loss"
    case .toy: "a published toy network, figure by figure"
    case .graph: "a calculation with its gradients, for Graphviz"
    case .info: "what Tern uses of this machine"
    case .help: "this text, or the options of a command"
    }
  }

  /// What else there is to say.
  fileprivate var details: String {
    switch self {
    case .train:
      """


      The folder has run.json, metrics.jsonl, model.safetensors and report.html, and from some recipes
      best_model.npz. Ctrl-C ends a training early and keeps the best model so far.

      A run that was stopped, in whatever way, goes on with --resume RUN from its last checkpoint, and
      ends with the same figures, to the bit, as one that was not. Ctrl-C writes one, too.
      """
    case .search:
      """


      A search varies options with several values, --learning-rate 0.01,0.1; with --random N ranges,
      too, --learning-rate 0.001..0.1. A slash stands for a comma within a value: --hidden 512/256,128.
      Validation accuracy chooses the best.

      These have a search of their own: \(Self.searches). An option replaces
      its own value there, and the others stay.

      search.jsonl in the folder grows by a line a trial: after an interruption the same command with
      --out that folder goes on.
      """
    case .evaluate, .fetch, .report, .check, .toy, .graph, .info, .help: ""
    }
  }

  /// The recipes with a search of their own.
  private static var searches: String {
    Recipes.all.filter { !$0.searchArguments.isEmpty }.map(\.name).joined(separator: ", ")
  }

  /// The summary as a sentence.
  fileprivate var sentence: String { summary.prefix(1).uppercased() + summary.dropFirst() + "." }

  /// Whether it trains networks of recipes.
  fileprivate var trains: Bool { self == .train || self == .search }
}
