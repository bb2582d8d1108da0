import Tern
import TernReports

/// `tern search RECIPE`: trains a recipe's network with many settings, several at a time, and keeps
/// the best model. An interrupted search goes on where it stopped.
enum SearchCommand {
  static func run(_ arguments: [String]) throws {
    let request = try SearchRequest(arguments)
    let options = request.options
    let recipe = try Recipes.named(options.operand("the recipe"))
    if let threads = options.threads { Runtime.threadCount = threads }
    let settings = try allSettings(recipe, request)

    let data = try RecipeData(
      recipe, in: options.data, seed: try recipe.settings(for: options).seed)
    let validated = try data.withValidation()
    // One network after another: all of a large search would not fit into memory.
    let experiment = { @Sendable (trial: Trial) in
      guard let settings = settings[trial.number] else {
        preconditionFailure("trial \(trial.number) has no settings")
      }
      return try Experiment(recipe, settings, validated)
    }
    for trial in request.trials.prefix(1) { _ = try experiment(trial) }
    var description = try description(recipe, request)
    let folder = try SearchFolder.open(options.out, for: description)

    if data.splits.validation == nil, !options.isQuiet {
      output(
        "\(recipe.name) has no validation set: 15% of its training examples choose the best model")
    }
    Interruption.watch()
    let clock = ContinuousClock()
    let start = clock.now
    let results: SearchResults
    do {
      results = try search(request, experiment, in: folder, data: description.data)
    } catch {
      RunPages.write(folder.run, data, options)
      throw error
    }
    if let best = results.best, !TextFile.exists(folder.run.modelPath) {
      throw Failure(
        "'\(folder.run.modelPath)', the model of the best trial, is gone; remove the line of trial "
          + "\(best.trial.number) from search.jsonl, and the search will train it again")
    }
    let summary = SearchSummary(
      recipe: recipe.name, out: folder.path, request, results,
      seconds: (clock.now - start) / .seconds(1))
    description.result = summary
    try folder.write(description)
    RunPages.write(folder.run, data, options)
    if !options.isQuiet { output("\n\(SearchTables(summary, results).text)\n") }
    if !options.isQuiet || !options.isJSON { output(conclusion(results, summary)) }
    if options.isJSON { output(try RunFolder.line(summary)) }
    if results.best == nil { throw Failure("all \(results.results.count) trials have diverged") }
  }

  /// The settings of each trial by its number; what is wrong with any is said before the first.
  private static func allSettings(
    _ recipe: any Recipe, _ request: SearchRequest
  ) throws -> [Int: Settings] {
    var all: [Int: Settings] = [:]
    for trial in request.trials {
      let options = try request.options(for: trial)
      try options.check(for: recipe)
      let settings = try recipe.settings(for: options)
      if let problem = settings.problem { throw UsageError("\(recipe.name): \(problem)") }
      guard recipe.parts(of: settings).count == 1, !options.comparesActivations else {
        throw UsageError(
          "a search needs trainings of one network each; this is a comparison of several")
      }
      all[trial.number] = settings
    }
    return all
  }

  private static func description(
    _ recipe: any Recipe, _ request: SearchRequest
  ) throws -> SearchFolder.Description {
    let others: Set<Options.Name> = [.data, .out, .threads]
    let options = request.fixed.filter { !others.contains($0.key) }
    return SearchFolder.Description(
      recipe: recipe.name, data: request.options.data.map(RunFolder.absolute),
      options: Dictionary(uniqueKeysWithValues: options.map { ($0.rawValue, $1) }),
      axes: request.varied, settings: try recipe.settings(for: request.options))
  }

  /// Runs the trials that have not been run, with a line for each.
  private static func search(
    _ request: SearchRequest, _ experiment: @Sendable (Trial) throws -> Experiment,
    in folder: SearchFolder,
    data: String?
  ) throws -> SearchResults {
    let count = request.trials.count
    let isQuiet = request.options.isQuiet
    if !isQuiet {
      output(
        "\(counted(count, "trial")), \(min(Runtime.threadCount, count)) at a time"
          + (folder.isResumed ? "; going on in \(folder.path)\n" : ", in \(folder.path)\n"))
    }
    var ended: Int?
    do {
      return try Search(request.trials, journal: folder.journalPath).run(
        evaluatingWithOutput: { trial in
          try Interruption.check()
          let run = try TrialRun(try experiment(trial))
          return (run.score, run)
        },
        report: { ending in
          ended = ending.endedCount
          if ending.isBest, let run = ending.output { try folder.keep(run, data: data) }
          if !isQuiet { output(line(for: ending, of: count)) }
        })
    } catch {
      let done = ended.map { "\($0) of \(count) trials are in \(folder.path)" }
      printError(
        "tern: ended early; \(done ?? "no trial has ended since"); the same command with --out "
          + "\(folder.path) goes on from there")
      throw error
    }
  }

  /// "37/100  hidden 512, l2 0.01  validation 0.9794  test 0.9786  12.3 s  best".
  private static func line(for ending: Search.Ending<TrialRun>, of count: Int) -> String {
    let result = ending.result
    let start = "\(ending.endedCount)/\(count)  \(result.trial)  "
    let seconds = "  \(rounded(result.seconds, 1)) s"
    switch result.outcome {
    case .finished(let score):
      return start + "validation \(rounded(score.value, 4))  "
        + "test \(rounded(score.figures["test_accuracy"] ?? 0, 4))" + seconds
        + (ending.isBest ? "  best" : "")
    case .diverged(let step, let loss):
      return start + "diverged at step \(step), loss \(spelt(loss))" + seconds
    }
  }

  private static func conclusion(_ results: SearchResults, _ summary: SearchSummary) -> String {
    guard let best = results.best, let score = best.score else {
      return "no trial has made a model; what became of them is in \(summary.out)"
    }
    return "best by validation accuracy, \(rounded(score.value, 4)): \(best.trial); "
      + "test accuracy \(rounded(score.figures["test_accuracy"] ?? 0, 4)); "
      + "\(results.diverged.count) of \(results.results.count) trials diverged; "
      + "\(rounded(summary.seconds, 1)) s; model in \(summary.out)"
  }
}
