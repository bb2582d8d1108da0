import Tern

/// `tern train RECIPE`: trains a network, or several to compare, and writes the run's folder; goes
/// on with a run that was stopped.
enum Train {
  static func run(_ options: Options) throws {
    let request = try TrainRequest(options)
    if let threads = options.threads { Runtime.threadCount = threads }
    let data = try RecipeData(request.recipe, in: request.data, seed: request.settings.seed)
    let trainings = try request.parts.map { part in
      (part.name, try Experiment(request.recipe, part.settings, data))
    }
    let folder = try request.folder()
    try folder.removeUnfinishedFiles(of: trainings.map(\.0))

    Interruption.watch()
    var lines: [Line] = []
    do {
      for (name, experiment) in trainings {
        let part = folder.part(name)
        if let name, !options.isQuiet { output("\(request.recipe.name), \(name):\n") }
        let result =
          try request.finishedResult(in: part)
          ?? Training(experiment, part: name, in: part, of: folder, request, options).run()
        if !options.isQuiet || !options.isJSON { result.print(experiment.recipe) }
        lines.append(Line(result: result, settings: experiment.settings))
        if name != nil, !options.isQuiet { output() }
      }
    } catch {
      // A run that ended early has a page, too, of what there is.
      RunPages.write(folder, data, options)
      throw error
    }
    RunPages.write(folder, data, options)
    if options.isJSON {
      output(
        try lines.count == 1
          ? RunFolder.line(lines[0])
          : RunFolder.line(Lines(recipe: request.recipe.name, out: folder.path, parts: lines)))
    }
  }

  /// What `--json` prints of a training: its figures, and the settings that gave them.
  private struct Line: Encodable {
    let result: RunFolder.Result
    let settings: Settings

    private enum Key: CodingKey { case settings }

    func encode(to encoder: any Encoder) throws {
      try result.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(settings, forKey: .settings)
    }
  }

  /// What `--json` prints of a run of several trainings.
  private struct Lines: Encodable {
    let recipe: String
    let out: String
    let parts: [Line]
  }
}

extension RunFolder.Result {
  /// Prints the figures.
  fileprivate func print(_ recipe: any Recipe) {
    let name = part.map { "\($0): " } ?? ""
    output(
      "\(name)test accuracy \(rounded(testAccuracy, 4)), "
        + "loss \(rounded(testLoss, 4)); \(rounded(seconds, 2)) s of training, "
        + "\(Int(samplesPerSecond)) samples/s; written to \(out)")
    if let remark = recipe.remark(on: self) { output(remark) }
  }
}
