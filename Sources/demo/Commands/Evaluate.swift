import Tern

/// `tern evaluate RUN`: loads the best model of each training of a run and tests it again.
enum Evaluate {
  static func run(_ options: Options) throws {
    let path = try options.operand("the run's folder")
    if let threads = options.threads { Runtime.threadCount = threads }
    var reports: [Report] = []
    var shared: RecipeData?
    for (folder, description) in try RunFolder.open(path) {
      guard let recipe = Recipes.all.first(where: { $0.name == description.recipe }) else {
        throw Failure("'\(folder.path)' is a run of '\(description.recipe)', which is no recipe")
      }
      let data =
        try shared
        ?? RecipeData(
          recipe, in: options.data ?? description.data, seed: description.settings.seed)
      shared = data
      let report = try test(try Experiment(recipe, description.settings, data), description, folder)
      reports.append(report)
      if !options.isJSON {
        let name = report.part.map { "\($0): " } ?? ""
        output(
          "\(name)test accuracy \(rounded(report.testAccuracy, 4)), "
            + "loss \(rounded(report.testLoss, 4))")
      }
    }
    if options.isJSON {
      output(
        try reports.count == 1
          ? RunFolder.line(reports[0])
          : RunFolder.line(Reports(recipe: reports[0].recipe, out: path, parts: reports)))
    }
  }

  private static func test(
    _ experiment: Experiment, _ description: RunFolder.Description, _ folder: RunFolder
  ) throws -> Report {
    var model = experiment.model
    do {
      try model.load(from: folder.modelPath)
    } catch let error as StateError {
      throw Failure(
        "'\(folder.modelPath)' does not fit the network of \(description.recipe): \(error)")
    }
    let test = experiment.test(model)
    return Report(
      recipe: description.recipe, part: description.part, out: folder.path, testLoss: test.loss,
      testAccuracy: test["accuracy"] ?? 0)
  }

  private struct Report: Codable {
    var recipe: String
    var part: String?
    var out: String
    var testLoss: Double
    var testAccuracy: Double
  }

  /// What `--json` prints of a run of several trainings.
  private struct Reports: Codable {
    var recipe: String
    var out: String
    var parts: [Report]
  }
}
