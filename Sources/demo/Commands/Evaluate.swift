import Tern

/// `tern evaluate RUN`: loads the best model of a run and tests it again.
enum Evaluate {
  static func run(_ options: Options) throws {
    let path = try options.operand("the run's folder")
    if let threads = options.threads { Runtime.threadCount = threads }
    let (folder, description) = try RunFolder.open(path)
    let recipe = try Recipes.named(description.recipe)
    let experiment = try Experiment(
      recipe, description.settings, data: options.data ?? description.data)
    var model = experiment.model
    try model.load(from: folder.modelPath)
    let test = experiment.test(model)
    if options.isJSON {
      print(
        try RunFolder.line(
          Report(
            recipe: recipe.name, out: path, testLoss: test.loss,
            testAccuracy: test["accuracy"] ?? 0)))
    } else {
      print(
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
