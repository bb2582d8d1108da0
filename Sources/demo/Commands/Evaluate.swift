import Tern

/// `tern evaluate RUN`: loads the best model of a run and tests it again.
enum Evaluate {
  static func run(_ options: Options) throws {
    let path = try options.operand("the run's folder")
    if let threads = options.threads { Runtime.threadCount = threads }
    let (folder, description) = try RunFolder.open(path)
    guard let recipe = Recipes.all.first(where: { $0.name == description.recipe }) else {
      throw Failure("'\(path)' is a run of '\(description.recipe)', which is no recipe")
    }
    let experiment = try Experiment(
      recipe, description.settings, data: options.data ?? description.data)
    var model = experiment.model
    do {
      try model.load(from: folder.modelPath)
    } catch let error as StateError {
      throw Failure("'\(folder.modelPath)' does not fit the network of \(recipe.name): \(error)")
    }
    let test = experiment.test(model)
    if options.isJSON {
      output(
        try RunFolder.line(
          Report(
            recipe: recipe.name, out: path, testLoss: test.loss,
            testAccuracy: test["accuracy"] ?? 0)))
    } else {
      output(
        "test accuracy \(rounded(test["accuracy"] ?? 0, 4)), loss \(rounded(test.loss, 4))")
    }
  }

  private struct Report: Codable {
    var recipe: String
    var out: String
    var testLoss: Double
    var testAccuracy: Double
  }
}
