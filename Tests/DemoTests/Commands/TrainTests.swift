import Foundation
import TestSupport
import Testing

@Suite struct TrainTests {
  static let keys: Set<String> = [
    "recipe", "seed", "epochs", "steps", "best_epoch", "train_loss", "train_accuracy", "test_loss",
    "test_accuracy", "seconds", "samples_per_second", "out", "settings",
  ]

  /// What does not depend on the machine's speed or on the folder.
  static func figures(_ result: [String: Any]) -> [String: String] {
    result.filter { !["seconds", "samples_per_second", "out", "settings"].contains($0.key) }
      .mapValues { "\($0)" }
  }

  @Test func aRunWritesItsFolderAndItsResult() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "iris", "--no-report", "--epochs", "3", "--seed", "5", "--json", "--quiet", "--out",
      folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.split(separator: "\n").count == 1)
    let result = try outcome.json
    #expect(Set(result.keys) == Self.keys)
    #expect(result["recipe"] as? String == "iris")
    #expect(result["seed"] as? Int == 5)
    #expect(result["epochs"] as? Int == 3)
    #expect(result["steps"] as? Int == 3 * 24)  // 120 flowers in batches of 5
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
        "train", "iris", "--no-report", "--epochs", "2", "--seed", seed, "--json", "--quiet",
        "--out",
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
      "train", "digits", "--no-report", "--epochs", "4", "--json", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let result = try outcome.json
    #expect(try #require(result["test_accuracy"] as? Double) > 0.9)
    #expect(Set(result.keys) == Self.keys.union(["validation_loss", "validation_accuracy"]))
  }

  @Test func metricsHaveAllCurves() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "digits", "--no-report", "--epochs", "2", "--quiet", "--json", "--out", folder.path)
    let lines = try folder.read("metrics.jsonl").split(separator: "\n")
      .map { try parsedJSON(String($0)) }
    #expect(lines.count == 2)
    for line in lines {
      for part in ["training", "validation", "test"] {
        let figures = try #require(line[part] as? [String: Any])
        let metrics = try #require(figures["metrics"] as? [String: Double])
        #expect(try #require(figures["loss"] as? Double) > 0)
        #expect((0...1).contains(try #require(metrics["accuracy"])))
      }
      // 1,437 to learn from, of which 1,293 are in batches of 32.
      #expect(try #require(line["losses"] as? [Double]).count == 41)
    }
    let best = try #require(
      lines.last { $0["is_best"] as? Bool == true }?["test"] as? [String: Any])
    #expect(best["loss"] as? Double == (try outcome.json["test_loss"] as? Double))
  }

  @Test func settingsAreKept() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "iris", "--no-report", "--iterations", "30", "--batch-size", "7", "--batching",
      "drawn",
      "--learning-rate", "0.02", "--schedule", "constant", "--decay", "0.5", "--momentum", "0.5",
      "--l2", "0.001", "--l2-convention", "whole", "--hidden", "6,5", "--activation", "tanh,prelu",
      "--weight-scale", "0.25", "--seed", "3", "--quiet", "--json", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let result = try outcome.json
    #expect(result["steps"] as? Int == 30)
    #expect(result["epochs"] as? Int == 2)  // of 17 and 13 steps: 120 flowers have 17 sevens
    let description = try parsedJSON(try folder.read("run.json"))
    #expect(
      description["model"] as? String
        == "Sequential(Linear(4, 6), Tanh, Linear(6, 5), PReLU, Linear(5, 3))")
    let settings = try #require(description["settings"] as? [String: Any])
    #expect(try #require(result["settings"] as? NSDictionary) == settings as NSDictionary)
    let expected: [String: String] = [
      "epochs": "300", "iterations": "30", "batch_size": "7", "batching": "drawn",
      "learning_rate": "0.02", "schedule": "constant", "decay": "0.5", "momentum": "0.5",
      "l2": "0.001", "l2_convention": "whole", "weight_scale": "0.25", "seed": "3",
    ]
    for (key, value) in expected { #expect("\(settings[key] ?? "")" == value, "\(key)") }
    #expect(settings["hidden"] as? [Int] == [6, 5])
    #expect(settings["activations"] as? [String] == ["tanh", "prelu"])
    let rates = try folder.read("metrics.jsonl").split(separator: "\n")
      .map { try parsedJSON(String($0))["learning_rate"] as? Double }
    #expect(rates == [Double(Float(0.02)), Double(Float(0.01))])
    let evaluation = try Program.run("evaluate", folder.path, "--json").json
    #expect(evaluation["test_loss"] as? Double == result["test_loss"] as? Double)
  }

  @Test func allActivationsAreARunOfFour() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "iris", "--no-report", "--activation", "all", "--epochs", "2", "--json", "--out",
      folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = ["relu", "sigmoid", "tanh", "prelu"]
    let parts = try #require(outcome.json["parts"] as? [[String: Any]])
    #expect(parts.compactMap { $0["part"] as? String } == names)
    #expect(try parsedJSON(try folder.read("runs.json"))["parts"] as? [String] == names)
    let evaluation = try Program.run("evaluate", folder.path, "--json").json
    let again = try #require(evaluation["parts"] as? [[String: Any]])
    for (name, (part, evaluated)) in zip(names, zip(parts, again)) {
      #expect(part["out"] as? String == "\(folder.path)/\(name)")
      #expect(evaluated["test_loss"] as? Double == part["test_loss"] as? Double)
      #expect(try folder.read("\(name)/metrics.jsonl").split(separator: "\n").count == 2)
      #expect(outcome.output.contains("iris, \(name):"))
    }
    let one = try Program.run("evaluate", "\(folder.path)/tanh", "--json").json
    #expect(one["test_loss"] as? Double == parts[2]["test_loss"] as? Double)
    let refused = try Program.run(
      "train", "iris", "--no-report", "--epochs", "1", "--out", folder.path)
    #expect(refused.errors.contains("holds a run already"))
  }

  @Test func iterationsAreCountedWhereTheStyleIsAskedFor() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "iris", "--no-report", "--epochs", "2", "--progress", "iterations", "--print-every",
      "20", "--out",
      folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    for start in ["(Iteration 1 / 48) loss: ", "(Iteration 41 / 48) loss: ", "(Epoch 2 / 2) train"]
    {
      #expect(outcome.output.contains("\n\(start)"), "\(outcome.output)")
    }
    let timed = try Program.run(
      "train", "iris", "--no-report", "--epochs", "1", "--progress", "timed", "--out",
      "\(folder.path)/timed")
    #expect(timed.output.contains(" sec; Iteration 1 / 24) loss: "), "\(timed.output)")
  }

  @Test func outputThatIsNoTerminalIsPlain() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "train", "iris", "--epochs", "2", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(!outcome.output.contains("\r") && !outcome.output.contains("\u{1B}"))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("epoch ") } == 2)
    #expect(lines.contains { $0.hasPrefix("Total") })
    #expect(try #require(lines.dropLast().last).hasPrefix("test accuracy "))
    #expect(lines.last == "report: \(folder.path)/report.html")
  }

  @Test func runsAreNumberedWhereNoFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    for number in 1...2 {
      let outcome = try Program.run(
        "train", "iris", "--no-report", "--epochs", "1", "--quiet", "--json", in: folder.path)
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
    let outcome = try Program.interrupt(
      ["train", "iris", "--no-report", "--epochs", "20000", "--json", "--out", folder.path],
      after: "epoch 2/")
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("model.safetensors"), "\(outcome.errors)")

    let lines = try folder.read("metrics.jsonl").split(separator: "\n")
    #expect(lines.count >= 2)
    for line in lines { _ = try parsedJSON(String(line)) }
    #expect(try Program.run("evaluate", folder.path, "--json").status == 0)
  }

  /// OpenBLAS would ask for its buffers for ever.
  @Test(.enabled(if: !isSanitized, "sanitizers map terabytes"))
  func withoutAddressSpaceItEndsAtOnce() throws {
    let folder = try TemporaryFolder()
    let program = try #require(Program.executable).path
    let outcome = try Program.run(
      URL(filePath: "/bin/bash"),
      [
        "-c",
        "ulimit -v 300000; exec \(program) train digits --quiet --threads 2 --out \(folder.path)",
      ])
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("no memory for OpenBLAS"), "\(outcome.errors)")
  }
}
