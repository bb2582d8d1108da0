import Foundation
import Testing

@Suite struct TrainTests {
  static let keys: Set<String> = [
    "recipe", "seed", "epochs", "steps", "train_loss", "train_accuracy", "validation_accuracy",
    "test_loss", "test_accuracy", "seconds", "samples_per_second", "out",
  ]

  /// What does not depend on the machine's speed or on the folder.
  static func figures(_ result: [String: Any]) -> [String: String] {
    result.filter { !["seconds", "samples_per_second", "out"].contains($0.key) }
      .mapValues { "\($0)" }
  }

  @Test func aRunWritesItsFolderAndItsResult() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "iris", "--epochs", "3", "--seed", "5", "--json", "--quiet", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count == 1)
    let result = try outcome.json
    #expect(Set(result.keys) == Self.keys)
    #expect(result["recipe"] as? String == "iris")
    #expect(result["seed"] as? Int == 5)
    #expect(result["epochs"] as? Int == 3)
    #expect(result["steps"] as? Int == 3 * 21)  // 102 flowers in batches of 5
    #expect(result["out"] as? String == folder.path)

    let lines = try folder.read("metrics.jsonl").split(separator: "\n")
    #expect(try lines.map { try parsedJSON(String($0))["epoch"] as? Int } == [1, 2, 3])
    let description = try parsedJSON(try folder.read("run.json"))
    #expect(description["recipe"] as? String == "iris")
    #expect(description["model"] as? String == "Sequential(Linear(4, 40), ReLU, Linear(40, 3))")
    let stored = try #require(description["result"] as? [String: Any])
    #expect(Self.figures(stored) == Self.figures(result))
    #expect(try !folder.data("model.safetensors").isEmpty)
  }

  @Test func theSameSeedGivesTheSameFigures() throws {
    func run(seed: String) throws -> [String: String] {
      let folder = try TemporaryFolder()
      let outcome = try Program.run(
        "train", "iris", "--epochs", "2", "--seed", seed, "--json", "--quiet", "--out",
        folder.path)
      return Self.figures(try outcome.json)
    }
    let first = try run(seed: "1")
    #expect(try run(seed: "1") == first)
    #expect(try run(seed: "2")["train_loss"] != first["train_loss"])
  }

  @Test func digitsAreLearnedQuickly() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "digits", "--epochs", "4", "--json", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try #require(outcome.json["test_accuracy"] as? Double) > 0.9)
  }

  @Test func outputThatIsNoTerminalIsPlain() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run("train", "iris", "--epochs", "2", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("\r") && !outcome.output.contains("\u{1B}"))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("epoch ") } == 2)
    #expect(lines.contains { $0.hasPrefix("Total") })
    #expect(try #require(lines.last).hasPrefix("test accuracy 0."))
  }

  @Test func runsAreNumberedWhereNoFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    for number in 1...2 {
      let outcome = try Program.run(
        "train", "iris", "--epochs", "1", "--quiet", "--json", in: folder.path)
      #expect(try outcome.json["out"] as? String == "runs/iris-\(number)")
    }
    #expect(try !folder.data("runs/iris-2/model.safetensors").isEmpty)
  }

  @Test func aDivergedTrainingKeepsItsModel() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "iris", "--learning-rate", "1e9", "--epochs", "5", "--json", "--out", folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("training diverged: the loss is"), "\(outcome.errors)")
    #expect(outcome.errors.contains("at step"))
    #expect(outcome.errors.contains("\(folder.path)/model.safetensors"))
    #expect(try Program.run("evaluate", folder.path).status == 0)
  }

  @Test func ctrlCLosesNothing() throws {
    let folder = try TemporaryFolder()
    let process = Program.process(
      try #require(Program.executable),
      ["train", "iris", "--epochs", "20000", "--json", "--out", folder.path])
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    var text = ""
    while !text.contains("epoch 2/") {
      let data = output.fileHandleForReading.availableData
      try #require(!data.isEmpty, "tern ended: \(text)")
      text += String(decoding: data, as: UTF8.self)
    }
    process.interrupt()
    _ = try output.fileHandleForReading.readToEnd()
    let message = String(
      decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(Program.status(of: process) == 130)
    #expect(message.contains("model.safetensors"), "\(message)")

    let lines = try folder.read("metrics.jsonl").split(separator: "\n")
    #expect(lines.count >= 2)
    for line in lines { _ = try parsedJSON(String(line)) }
    #expect(try Program.run("evaluate", folder.path, "--json").status == 0)
  }
}
