/// The commands of `tern`.
enum Command: String, CaseIterable {
  case train
  case search
  case evaluate
  case fetch
  case report
  case check
  case toy
  case graph
  case info
  case help

  /// Runs the command that the arguments name.
  static func run(_ arguments: [String]) throws {
    guard let word = arguments.first else { return output(Help.text) }
    if word == "--help" || word == "-h" { return output(Help.text) }
    let command = try named(word)
    let rest = Array(arguments.dropFirst())
    if rest.contains("--help") || rest.contains("-h") { return output(Help.text(of: command)) }
    // Its options may have several values.
    if command == .search { return try SearchCommand.run(rest) }
    let options = try Options(rest, allowed: command.options)
    switch command {
    case .train: try Train.run(options)
    case .search: break
    case .evaluate: try Evaluate.run(options)
    case .fetch: try Fetch.run(options)
    case .report: try ReportCommand.run(options)
    case .check: try Check.run(options)
    case .toy: try Toy.run(options)
    case .graph: try Graph.run(options)
    case .info: try Info.run(options)
    case .help: output(Help.text(of: try options.operands.isEmpty ? .help : helped(options)))
    }
  }

  private static func named(_ word: String) throws -> Command {
    guard let command = Command(rawValue: word) else {
      throw UsageError(unknown: "command", word, among: allCases.map(\.rawValue))
    }
    return command
  }

  /// The command that `tern help` is asked about.
  private static func helped(_ options: Options) throws -> Command {
    try named(options.operand("the command"))
  }

  /// The options that it takes.
  var options: [Options.Name] {
    switch self {
    case .train: Options.Name.ofTrainAndSearch + Options.Name.ofTrainOnly
    case .search: SearchRequest.allowed
    case .fetch: Options.Name.ofFetch
    case .evaluate: [.data, .threads, .json]
    case .report: [.data, .threads, .out, .quiet]
    case .check: [.json, .seed]
    case .toy: [.json]
    case .graph: [.out]
    case .info, .help: []
    }
  }
}
