import Tern

/// What `tern search` is asked for: options with one value, and options with several to try.
///
///     --hidden 64,128 --learning-rate 0.001..0.1 --epochs 5
///
/// A list or a range makes an axis; all else is as in `tern train`. Within a candidate a slash stands
/// for the comma that `tern train` takes: `--hidden 512/256,256/128` tries two networks of two hidden
/// layers. What is not given is as in the recipe's own search, if it has one.
struct SearchRequest: Sendable {
  /// The options of all trials, as text by name.
  let fixed: [Options.Name: String]
  /// The options that vary, as they were given.
  let varied: [Varied]
  /// The options of all trials.
  let options: Options
  let trials: [Trial]
  private let flags: [String]

  /// An option with several values.
  struct Varied: Codable, Equatable, Sendable {
    /// The name without dashes.
    var name: String
    /// The candidates as they were given.
    var candidates: String
  }

  /// Reads arguments; each replaces that of the recipe's own search.
  init(_ arguments: [String]) throws {
    let user = Arguments(arguments)
    let recipe = try Recipes.named(Options(user.fixedArguments, allowed: Self.allowed).recipe())
    let given = Arguments(recipe.searchArguments).overridden(by: user)
    guard !given.axes.isEmpty else {
      let problem =
        recipe.searchArguments.isEmpty
        ? "\(recipe.name) has no search of its own" : "every option has one value only"
      throw UsageError(
        "\(problem); name an option with several values, such as --learning-rate 0.01,0.1")
    }
    fixed = given.fixed
    flags = given.others
    varied = given.axes.map { Varied(name: $0.axisName, candidates: given.values[$0] ?? "") }
    options = try Options(given.fixedArguments, allowed: Self.allowed)
    let space = SearchSpace(try given.axes.map { try Self.axis($0, given.values[$0] ?? "") })
    trials = try Self.trials(of: space, options, recipe)
  }

  /// The options of a trial.
  func options(for trial: Trial) throws -> Options {
    let values = zip(trial.names, trial.values).map {
      "--\($0)=\(Arguments.plain($1.description))"
    }
    return try Options(
      fixed.map { "\($0.rawValue)=\($1)" } + values + flags, allowed: Self.allowed)
  }

  /// What `tern search` takes.
  static let allowed = Options.Name.ofTrainAndSearch + Options.Name.ofSearchOnly

  private static func trials(
    of space: SearchSpace, _ options: Options, _ recipe: any Recipe
  ) throws -> [Trial] {
    do {
      guard let count = options.random else { return try space.grid() }
      var rng = Philox(seed: options.seed ?? recipe.defaults.seed, stream: 2)
      return try space.random(count, using: &rng).map { $0.rounded(in: space) }
    } catch {
      throw UsageError(explaining: error)
    }
  }

  /// The candidates of an option: a list, or a range between two numbers.
  private static func axis(_ name: Options.Name, _ text: String) throws -> SearchAxis {
    if let bounds = text.firstRange(of: "..") {
      let ends = [String(text[..<bounds.lowerBound]), String(text[bounds.upperBound...])]
      // Whatever is allowed lies between two bounds, so what holds for the ends holds for the range.
      for end in ends where Double(end) != nil {
        do {
          _ = try Options(["\(name.rawValue)=\(end)"], allowed: allowed)
        } catch let error as UsageError {
          throw UsageError("\(error) in the range '\(text)'")
        }
      }
      if name.isCount, let low = Int(ends[0]), let high = Int(ends[1]), low < high {
        return SearchAxis(name.axisName, .integers(low, high))
      }
      if !name.isCount, let low = Double(ends[0]), let high = Double(ends[1]), low < high,
        (high - low).isFinite
      {
        return SearchAxis(name.axisName, low > 0 ? .logarithmic(low, high) : .uniform(low, high))
      }
      throw UsageError("\(name.rawValue) needs a range such as 0.001..0.1, got '\(text)'")
    }
    let values = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(part).flatMap { $0.isFinite ? .number($0) : nil } ?? SearchValue.text(String(part))
    }
    guard Set(values).count == values.count else {
      throw UsageError("\(name.rawValue) needs values that differ, got '\(text)'")
    }
    return SearchAxis(name.axisName, values)
  }
}

/// Arguments by name; the last one of a name counts.
private struct Arguments {
  private(set) var values: [Options.Name: String] = [:]
  private(set) var axes: [Options.Name] = []
  /// Operands, flags, and what is wrong, of which `Options` speaks.
  private(set) var others: [String] = []

  init(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Options.Name(rawValue: String(parts[0])), !name.isFlag,
        let value = parts.count == 2 ? String(parts[1]) : rest.popFirst()
      else {
        others.append(argument)
        continue
      }
      set(name, to: value)
    }
  }

  /// An axis that is given again keeps its place among the axes.
  private mutating func set(_ name: Options.Name, to value: String) {
    values[name] = value
    guard name.mayVary, value.contains(",") || value.contains("..") else {
      return axes.removeAll { $0 == name }
    }
    if !axes.contains(name) { axes.append(name) }
  }

  /// Those with one value.
  var fixed: [Options.Name: String] {
    let fixed = values.filter { !axes.contains($0.key) }
    // The slashes of folders, which do not vary, stay.
    return Dictionary(
      uniqueKeysWithValues: fixed.map { ($0, $0.mayVary ? Self.plain($1) : $1) })
  }

  /// Those with one value, and the rest, for `Options`.
  var fixedArguments: [String] { fixed.map { "\($0.rawValue)=\($1)" } + others }

  /// These arguments with those of the user.
  func overridden(by user: Arguments) -> Arguments {
    var result = self
    // Each of the two says how long to train, in the place of the other.
    let lengths: [Options.Name] = [.epochs, .iterations]
    if lengths.contains(where: { user.values[$0] != nil }) {
      for name in lengths { result.remove(name) }
    }
    let fixed = user.values.keys.filter { !user.axes.contains($0) }
    for name in fixed + user.axes { result.set(name, to: user.values[name] ?? "") }
    result.others = user.others
    return result
  }

  private mutating func remove(_ name: Options.Name) {
    values[name] = nil
    axes.removeAll { $0 == name }
  }

  /// A candidate as `tern train` takes it.
  static func plain(_ value: String) -> String {
    value.contains("/") && !value.hasPrefix("/")
      ? value.split(separator: "/", omittingEmptySubsequences: false).joined(separator: ",")
      : value
  }
}

extension Trial {
  /// The trial with drawn numbers as precise as those of the network, which are shorter to read.
  fileprivate func rounded(in space: SearchSpace) -> Trial {
    let values = zip(space.axes, values).map { axis, value in
      guard axis.values == nil, case .number(let number) = value,
        let short = Double("\(Float(number))")
      else { return value }
      return SearchValue.number(short)
    }
    return Trial(number: number, names: names, values: values)
  }
}

extension UsageError {
  /// What is wrong with a search, by the names of the options.
  fileprivate init(explaining error: SearchError) {
    switch error {
    case .rangeInGrid(let axis):
      self.init("--\(axis) is a range, which needs --random N, a number of trials to draw")
    case .tooManyTrials(let limit):
      self.init("a search like this one has at most \(limit) trials that differ")
    default: self.init("\(error)")
    }
  }
}

extension Options {
  /// The name of the recipe to search.
  fileprivate func recipe() throws -> String { try operand("the recipe") }
}

extension Options.Name {
  /// The name without its dashes.
  var axisName: String { String(rawValue.dropFirst(2)) }

  /// Whether a search can vary it. One split of the data, which the seed decides, serves all trials.
  fileprivate var mayVary: Bool {
    switch self {
    case .data, .out, .threads, .seed, .random, .progress, .printEvery, .noReport, .quiet, .json:
      false
    default: true
    }
  }

  /// Whether its values are whole numbers.
  fileprivate var isCount: Bool {
    switch self {
    case .hidden, .batchSize, .epochs, .iterations, .layers: true
    default: false
    }
  }
}
