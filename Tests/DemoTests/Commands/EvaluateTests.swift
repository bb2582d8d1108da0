import Foundation
import TestSupport
import Testing

@Suite struct EvaluateTests {
  /// A short run in a folder of its own.
  private func trained(_ recipe: String = "iris") throws -> (TemporaryFolder, [String: Any]) {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", recipe, "--no-report", "--epochs", "2", "--quiet", "--json", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return (folder, try outcome.json)
  }

  @Test(arguments: ["iris", "digits"]) func givesTheSameFigures(recipe: String) throws {
    let (folder, result) = try trained(recipe)
    let evaluation = try Program.run("evaluate", folder.path, "--json").json
    #expect(Set(evaluation.keys) == ["recipe", "out", "test_loss", "test_accuracy"])
    #expect(evaluation["recipe"] as? String == recipe)
    #expect(evaluation["test_accuracy"] as? Double == result["test_accuracy"] as? Double)
    #expect(evaluation["test_loss"] as? Double == result["test_loss"] as? Double)
    let plain = try Program.run("evaluate", folder.path)
    #expect(plain.output.hasPrefix("test accuracy "))
  }

  /// Runs `evaluate` and expects it to fail with a message that has these words.
  private func expectFailure(
    _ arguments: [String], _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Program.run(["evaluate"] + arguments)
    #expect(outcome.status == 1, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    for word in words {
      #expect(
        outcome.errors.contains(word), "\(word) is not in: \(outcome.errors)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func whatIsNoRunIsRefused() throws {
    let folder = try TemporaryFolder()
    try expectFailure([folder.path], folder.path, "no run folder")
    try expectFailure(["\(folder.path)/nothing"], "no run folder")
    try expectFailure([try folder.write("x", to: "file")], "no run folder")
  }

  @Test(arguments: [
    ("", "no valid JSON"), ("{\"recipe\": \"iris\"", "no valid JSON"), ("[1]", "no Dictionary"),
    ("{}", "no 'recipe'"), ("{\"recipe\": 3}", "no String at 'recipe'"),
  ])
  func aDamagedDescriptionIsRefused(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "run.json")
    try expectFailure([folder.path], path, "damaged", message)
  }

  @Test func anUnknownRecipeInAFileIsAFailure() throws {
    let (folder, _) = try trained()
    let text = try folder.read("run.json").replacingOccurrences(of: "\"iris\"", with: "\"roses\"")
    try folder.write(text, to: "run.json")
    try expectFailure([folder.path], folder.path, "'roses', which is no recipe")
  }

  @Test func anOlderDescriptionIsRead() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "mnist-mlp", "--no-report", "--data", try Self.blankDigits(folder), "--hidden",
      "512", "--epochs",
      "1", "--quiet", "--json", "--out", "\(folder.path)/run")
    #expect(outcome.status == 0, "\(outcome.errors)")
    try folder.write(
      """
      {"recipe": "mnist-mlp", "model": "", "parameters": 1, "data": "\(folder.path)", "settings":
       {"epochs": 1, "batch_size": 64, "learning_rate": 0.1, "momentum": 0.9, "l2": 0, "seed": 42}}
      """, to: "run/run.json")
    let evaluation = try Program.run("evaluate", "\(folder.path)/run", "--json").json
    #expect(evaluation["test_loss"] as? Double == (try outcome.json["test_loss"] as? Double))
  }

  /// The files of MNIST with few, blank digits.
  private static func blankDigits(_ folder: TemporaryFolder) throws -> String {
    for (part, count) in [("train", 60), ("t10k", 3)] as [(String, UInt8)] {
      let images = Data([0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28])
      try folder.write(
        images + Data(count: 784 * Int(count)), to: "\(part)-images-idx3-ubyte")
      try folder.write(
        Data([0, 0, 8, 1, 0, 0, 0, count]) + Data(count: Int(count)),
        to: "\(part)-labels-idx1-ubyte")
    }
    return folder.path
  }

  @Test(arguments: [
    ("\"hidden\" : [", "\"hidden\" : [0, ", "1 to 16384 wide"),
    ("\"batch_size\" : 5", "\"batch_size\" : 0", "from 1 to 1000000"),
    ("\"relu\"", "\"relu\", \"tanh\"", "one for each"), ("\"relu\"", "\"rélu\"", "damaged"),
    ("\"decay\" : 1", "\"decay\" : -1", "decay"),
  ])
  func settingsThatCannotBeAreRefused(old: String, new: String, message: String) throws {
    let (folder, _) = try trained()
    let text = try folder.read("run.json")
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(changed != text)
    try folder.write(changed, to: "run.json")
    try expectFailure([folder.path], message)
  }

  @Test(arguments: [
    ("{", "no valid JSON"), ("{\"parts\": [\"../x\"]}", "no 'recipe'"),
    ("\"..\"", "no Dictionary"),
  ])
  func aDamagedGroupIsRefused(text: String, message: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "runs.json")
    try expectFailure([folder.path], path, "damaged", message)
  }

  @Test(arguments: ["../x", "/etc", "", "a/b", ".."]) func aPartIsAName(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      {"recipe": "iris", "settings": {"epochs": 1, "batch_size": 5, "learning_rate": 1, "l2": 0},
       "parts": ["\(name)"]}
      """, to: "runs.json")
    try expectFailure([folder.path], "'\(name)' is no name of a training")
  }

  @Test func aTruncatedModelIsRefused() throws {
    let (folder, _) = try trained()
    let model = try folder.data("model.safetensors")
    for length in [0, 7, 20, model.count / 2, model.count - 1] {
      let path = try folder.write(model.prefix(length), to: "model.safetensors")
      try expectFailure([folder.path], path, "expected", "found")
    }
    try FileManager.default.removeItem(atPath: "\(folder.path)/model.safetensors")
    try expectFailure([folder.path], "model.safetensors", "found nothing")
  }

  @Test func anotherNetworksModelIsRefused() throws {
    let (iris, _) = try trained()
    let (digits, _) = try trained("digits")
    let path = try iris.write(try digits.data("model.safetensors"), to: "model.safetensors")
    try expectFailure([iris.path], path, "does not fit the network of iris")
  }
}
