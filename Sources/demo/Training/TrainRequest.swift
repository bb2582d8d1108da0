import Tern

/// What `tern train` is to do: a new run, or the rest of one that was stopped.
struct TrainRequest {
  let recipe: any Recipe
  let settings: Settings
  /// The trainings of the run.
  let parts: [RunPart]
  /// The folder with the data files.
  let data: String?
  /// Whether the run was there before.
  let goesOn: Bool
  /// The run's folder; nil for a new one that nobody has named.
  private let out: String?

  /// What the user asks for.
  ///
  /// - Throws: `UsageError`, or `Failure` if a run cannot go on, or not with these settings.
  init(_ options: Options) throws {
    if let path = options.resume {
      try self.init(goingOnWith: path, options)
    } else {
      try self.init(newRun: options)
    }
    for part in parts {
      if let problem = part.settings.problem { throw UsageError("\(recipe.name): \(problem)") }
    }
  }

  private init(newRun options: Options) throws {
    recipe = try Recipes.named(options.operand("the recipe"))
    try options.check(for: recipe)
    settings = try recipe.settings(for: options)
    parts = options.comparesActivations ? Self.comparison(settings) : recipe.parts(of: settings)
    data = options.data
    out = options.out
    goesOn = false
  }

  private init(goingOnWith path: String, _ options: Options) throws {
    if options.out != nil { throw UsageError("--resume and --out exclude each other") }
    let folder = RunFolder(path: path)
    out = path
    goesOn = true
    if let group = try folder.group() {
      recipe = try Recipes.named(group.recipe)
      settings = group.settings
      data = options.data ?? group.data
      let own = recipe.parts(of: settings)
      parts = own.map(\.name) == group.parts ? own : Self.comparison(settings)
      guard parts.map(\.name) == group.parts else {
        throw Failure("'\(path)' is a run of trainings that \(recipe.name) does not have")
      }
    } else {
      let description = try folder.description()
      recipe = try Recipes.named(description.recipe)
      settings = description.settings
      data = options.data ?? description.data
      parts = [RunPart(name: nil, settings: settings)]
    }
    let differences = try differences(from: options)
    guard differences.isEmpty else {
      throw Failure("'\(path)' is another run: \(differences.joined(separator: "; "))")
    }
  }

  /// In what the run is not the one that the options describe, in words.
  private func differences(from options: Options) throws -> [String] {
    if let name = options.operands.first, name != recipe.name {
      return ["its recipe is \(recipe.name), not \(name)"]
    }
    try options.check(for: recipe)
    let (asked, usual) = (try recipe.settings(for: options).words, recipe.defaults.words)
    let own = settings.words
    return Options.Name.allCases.compactMap { name in
      // What the user does not say is as it was.
      guard own[name] != asked[name], options.given.contains(name) || asked[name] != usual[name]
      else { return nil }
      return "\(name.rawValue) was \(own[name] ?? "not given"), not \(asked[name] ?? "left out")"
    }
  }

  /// A training with each activation.
  private static func comparison(_ settings: Settings) -> [RunPart] {
    Activation.allCases.map { activation in
      var settings = settings
      settings.activations = [activation]
      return RunPart(name: activation.rawValue, settings: settings)
    }
  }

  /// The run's folder, made if it is new.
  func folder() throws -> RunFolder {
    if goesOn, let out { return RunFolder(path: out) }
    let folder = try RunFolder.create(at: out, recipe: recipe.name)
    if parts.count > 1 {
      try folder.write(
        RunFolder.Group(
          recipe: recipe.name, settings: settings, data: data.map(RunFolder.absolute),
          parts: parts.compactMap(\.name)))
    }
    return folder
  }

  /// The figures of a training that has come to its end already; what it needed to go on is removed.
  func finishedResult(in folder: RunFolder) throws -> RunFolder.Result? {
    guard goesOn, folder.hasBegun, let result = try folder.description().result else { return nil }
    try? Checkpoints(in: folder.path).remove()
    return result
  }
}
