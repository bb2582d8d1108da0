import Foundation
import TestSupport
import Testing

@Suite struct SearchTests {
  /// Six trials, of which those with the greatest learning rate diverge.
  private static let grid = [
    "search", "iris", "--no-report", "--hidden", "8,16", "--learning-rate", "0.003,0.03,1e9",
    "--epochs", "5",
  ]

  /// The objects in the journal by the trials' numbers, but for the time that they took.
  private func journal(_ folder: TemporaryFolder) throws -> [Int: String] {
    let lines = try folder.read("search.jsonl").split(separator: "\n")
    let trials = try lines.map { line -> (Int, String) in
      var object = try parsedJSON(String(line))
      object["seconds"] = nil
      let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      return (try #require(object["trial"] as? Int), String(decoding: data, as: UTF8.self))
    }
    return Dictionary(uniqueKeysWithValues: trials)
  }

  /// A summary without what depends on the machine or the folder.
  private func figures(_ summary: [String: Any]) throws -> String {
    let rest = summary.filter { !["seconds", "trial_seconds", "out"].contains($0.key) }
    return String(
      decoding: try JSONSerialization.data(withJSONObject: rest, options: .sortedKeys),
      as: UTF8.self)
  }

  @Test func aGridFindsAndKeepsTheBestModel() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(Self.grid + ["--json", "--out", folder.path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("6/6  hidden ") })
    #expect(lines.count { $0.contains("/6  hidden") && $0.contains("diverged at step") } == 2)
    for title in [
      "Best by hidden", "Best by learning-rate", "By hidden, at the best learning-rate 0.0",
      "By learning-rate, at the best hidden ",
    ] {
      #expect(lines.contains { $0.hasPrefix(title) }, "\(title)")
    }
    #expect(lines.contains { $0.contains("1000000000") && $0.contains("all diverged") })

    let summary = try outcome.json
    #expect(summary["trials"] as? Int == 6)
    #expect(summary["diverged"] as? Int == 2)
    #expect(summary["chosen_by"] as? String == "validation_accuracy")
    let best = try #require(summary["best"] as? [String: Any])
    let axes = try #require(summary["axes"] as? [[String: Any]])
    #expect(axes.map { $0["name"] as? String } == ["hidden", "learning-rate"])
    #expect(axes.map { ($0["best"] as? [Any])?.count } == [2, 3])
    #expect(axes.map { ($0["around_best"] as? [Any])?.count } == [2, 3])
    let accuracies = try folder.read("search.jsonl").split(separator: "\n").compactMap {
      try parsedJSON(String($0))["score"] as? Double
    }
    #expect(best["validation_accuracy"] as? Double == accuracies.max())

    // The best is a run like any other.
    let description = try parsedJSON(try folder.read("run.json"))
    let settings = try #require(description["settings"] as? [String: Any])
    let values = try #require(best["values"] as? [String: Any])
    #expect(settings["learning_rate"] as? Double == values["learning-rate"] as? Double)
    #expect(settings["hidden"] as? [Int] == [try #require(values["hidden"] as? Int)])
    #expect(try folder.read("metrics.jsonl").split(separator: "\n").count == 5)
    let evaluation = try Program.run("evaluate", folder.path, "--json").json
    #expect(evaluation["test_accuracy"] as? Double == best["test_accuracy"] as? Double)
    let stored = try parsedJSON(try folder.read("search.json"))["result"] as? [String: Any]
    #expect(try figures(try #require(stored)) == figures(summary))
  }

  @Test func resultsDoNotDependOnHowManyTrialsRunAtATime() throws {
    let (one, three) = (try TemporaryFolder(), try TemporaryFolder())
    for (threads, folder) in [("1", one), ("3", three)] {
      let outcome = try Program.run(
        Self.grid + ["--quiet", "--threads", threads, "--out", folder.path])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("best by validation accuracy, "))
    }
    #expect(try journal(one) == journal(three))
    #expect(try one.data("model.safetensors") == three.data("model.safetensors"))
  }

  @Test func randomTrialsAreDrawnWithTheSeed() throws {
    func search(_ arguments: String...) throws -> (journal: [Int: String], output: String) {
      let folder = try TemporaryFolder()
      let outcome = try Program.run(
        [
          "search", "iris", "--no-report", "--learning-rate", "0.001..0.1", "--hidden", "4..40",
          "--epochs", "2",
          "--activation", "relu,tanh", "--out", folder.path,
        ] + arguments)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return (try journal(folder), outcome.output)
    }
    let four = try search("--random", "4")
    #expect(four.journal.keys.sorted() == [1, 2, 3, 4])
    let ends: [Substring] = four.journal.values.map { $0.suffix(70) }
    #expect(Set(ends).count == 4)
    #expect(four.output.contains("Best by activation"))
    #expect(!four.output.contains("Best by hidden"))
    #expect(try search("--random", "6").journal.filter { $0.key <= 4 } == four.journal)
    #expect(try search("--random", "4", "--seed", "7").journal != four.journal)
  }

  /// Of drawn numbers no two are alike, so that only whole trials can be compared.
  @Test(arguments: [(3, "All trials"), (12, "The best 10 trials")])
  func randomSearchesEndWithTheirBestTrials(count: Int, title: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "search", "iris", "--no-report", "--learning-rate", "0.001..0.1", "--random", "\(count)",
      "--epochs", "1",
      "--hidden", "4", "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0 == title })
    let rows = lines[(start + 3)...].prefix { !$0.hasPrefix("best by") }
    #expect(rows.count == min(count, 10))
    #expect(rows.allSatisfy { $0.split(separator: " ")[0].count <= 12 }, "numbers to be read")
    let accuracies = rows.map { $0.split(separator: " ")[2] }
    #expect(accuracies == accuracies.sorted(by: >))
  }

  @Test func aSearchThatWasKilledGoesOn() throws {
    let (whole, cut) = (try TemporaryFolder(), try TemporaryFolder())
    let first = try Program.run(Self.grid + ["--quiet", "--json", "--out", whole.path])
    #expect(try Program.run(Self.grid + ["--quiet", "--out", cut.path]).status == 0)
    let lines = try cut.read("search.jsonl").split(separator: "\n").prefix(2)
    try cut.write(lines.joined(separator: "\n") + "\n{\"figures\":{\"te", to: "search.jsonl")

    let again = try Program.run(Self.grid + ["--json", "--out", cut.path])
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.contains("going on in \(cut.path)"))
    #expect(again.output.split(separator: "\n").count { $0.contains("/6  hidden") } == 4)
    #expect(try figures(again.json) == figures(first.json))
    #expect(try journal(cut) == journal(whole))
    #expect(try cut.data("model.safetensors") == whole.data("model.safetensors"))

    // There is nothing left to do.
    let third = try Program.run(Self.grid + ["--json", "--out", cut.path])
    #expect(try figures(third.json) == figures(first.json))
    #expect(third.output.split(separator: "\n").count { $0.contains("/6  hidden") } == 0)
  }

  @Test func aLostModelIsNamed() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(Self.grid + ["--quiet", "--out", folder.path]).status == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/model.safetensors")
    let again = try Program.run(Self.grid + ["--quiet", "--out", folder.path])
    #expect(again.status == 1)
    #expect(again.errors.contains("the model of the best trial, is gone; remove the line of trial"))
  }

  @Test func ctrlCKeepsWhatIsDone() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.interrupt(
      [
        "search", "iris", "--epochs", "1,400000,500000", "--threads", "2", "--out", folder.path,
      ], after: "1/3  epochs 1 ")
    #expect(outcome.status == 130)
    #expect(outcome.errors.contains("1 of 3 trials are in \(folder.path)"), "\(outcome.errors)")
    #expect(try journal(folder).keys.sorted() == [1])
    #expect(try Program.run("evaluate", folder.path, "--json").status == 0)
  }

  @Test func anotherSearchIsRefusedWithWhatDiffers() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(Self.grid + ["--quiet", "--out", folder.path]).status == 0)
    let journal = try folder.data("search.jsonl")
    func expectRefusal(_ arguments: [String], _ words: String...) throws {
      let outcome = try Program.run(arguments + ["--quiet", "--out", folder.path])
      #expect(outcome.status == 1)
      for word in words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    }
    try expectRefusal(
      Self.grid + ["--epochs", "6", "--hidden", "8,32", "--momentum", "0.5"],
      "'\(folder.path)' holds another search", "--epochs was 5 and is 6",
      "--hidden was 8,16 and is 8,32", "--momentum was not given and is 0.5")
    try expectRefusal(
      ["search", "iris-mse"] + Self.grid.dropFirst(2), "the recipe was iris and is iris-mse")
    try expectRefusal(
      ["search", "iris", "--learning-rate", "0.003,0.03,1e9", "--hidden", "8,16", "--epochs", "5"],
      "the order of what varies was hidden, learning-rate and is learning-rate, hidden")
    #expect(try folder.data("search.jsonl") == journal)

    // A run is no search.
    let run = try TemporaryFolder()
    try run.write("{}", to: "run.json")
    let outcome = try Program.run(Self.grid + ["--out", run.path])
    #expect(outcome.status == 1 && outcome.errors.contains("holds a run already"))
  }

  @Test func damagedFilesAreRefused() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(Self.grid + ["--quiet", "--out", folder.path]).status == 0)
    try folder.write("{\n" + (try folder.read("search.jsonl")), to: "search.jsonl")
    let damaged = try Program.run(Self.grid + ["--quiet", "--out", folder.path])
    #expect(damaged.status == 1)
    #expect(damaged.errors.contains("search.jsonl': line 1 is no result of a trial"))
    try folder.write("{", to: "search.json")
    let description = try Program.run(Self.grid + ["--quiet", "--out", folder.path])
    #expect(description.status == 1)
    #expect(description.errors.contains("search.json' is damaged"))
  }

  @Test func whereAllTrialsDivergeTheSearchFails() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "search", "iris", "--learning-rate", "1e8,1e9", "--epochs", "2", "--json", "--out",
      folder.path)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("all 2 trials have diverged"))
    let summary = try outcome.json
    #expect(summary["diverged"] as? Int == 2)
    #expect(summary["best"] == nil)
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/model.safetensors"))
  }

  @Test(arguments: [
    (["digits"], "name an option with several values"),
    (
      ["cifar-two-layer", "--learning-rate", "0.1"],
      "every option has one value only; name an option with several values"
    ),
    (["iris", "--learning-rate", "0.1,0.1"], "needs values that differ"),
    (["iris", "--learning-rate", "0.1,0"], "--learning-rate needs a number above 0, got '0'"),
    (["iris", "--learning-rate", "0.1,x"], "--learning-rate needs a number above 0, got 'x'"),
    (["iris", "--learning-rate", "0.1,"], "--learning-rate needs a number above 0, got ''"),
    (["iris", "--learning-rate", "0.01..0.1"], "needs --random N"),
    (["iris", "--learning-rate", "0.1..0.01", "--random", "3"], "needs a range such as"),
    (["iris", "--hidden", "4..x", "--random", "3"], "needs a range such as"),
    (
      ["iris", "--decay", "0.5..2", "--random", "3"],
      "--decay needs a number above 0 and at most 1, got '2' in the range '0.5..2'"
    ),
    (["iris", "--learning-rate", "0..1", "--random", "3"], "above 0, got '0' in the range '0..1'"),
    (["iris", "--hidden", "4..20000"], "from 1 to 16384, such as 512,256, got '20000'"),
    (["iris", "--hidden", "4,8", "--random", "3"], "at most 2 trials"),
    (["iris", "--hidden", "4,8", "--random", "0"], "--random needs a whole number"),
    (["iris", "--hidden", "4,8", "--seed", "1,2"], "--seed needs a whole number"),
    (["iris", "--hiden", "4,8"], "did you mean '--hidden'?"),
    (["iris", "--hidden", "4,8", "--progress", "epochs"], "unknown option '--progress'"),
    (["iris", "--hidden", "4,8", "--activation", "all"], "one network each"),
    (["iris", "--hidden", "4,8", "--activation", "relu/tanh,relu"], "one activation for all"),
    (["digits", "--hidden", "4,8"], "digits takes no --hidden"),
    (["irs", "--hidden", "4,8"], "unknown recipe 'irs'; did you mean 'iris'?"),
    (["--hidden", "4,8"], "the recipe is missing"),
  ])
  func wrongUsage(arguments: [String], words: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["search"] + arguments + ["--out", "\(folder.path)/run"])
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/run"))
  }

  @Test func aSlashStandsForAComma() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "search", "iris", "--no-report", "--hidden", "8/4,6", "--activation", "relu", "--epochs", "1",
      "--quiet",
      "--out", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = try folder.read("search.jsonl")
    #expect(lines.contains("\"hidden\":\"8/4\"") && lines.contains("\"hidden\":6"))
  }

  @Test func trainingTakesNoRandomTrials() throws {
    let outcome = try Program.run("train", "iris", "--random", "3")
    #expect(outcome.status == 2 && outcome.errors.contains("unknown option '--random'"))
  }

  /// MNIST's four files with a few images of nothing.
  private func blackMNIST() throws -> TemporaryFolder {
    let data = try TemporaryFolder()
    for (part, count) in [("train", 24), ("t10k", 2)] as [(String, UInt8)] {
      let head: [UInt8] = [0, 0, 0, count]
      try data.write(
        Data([0, 0, 8, 3] + head + [0, 0, 0, 28, 0, 0, 0, 28]) + Data(count: Int(count) * 784),
        to: "\(part)-images-idx3-ubyte")
      try data.write(
        Data([0, 0, 8, 1] + head) + Data(count: Int(count)), to: "\(part)-labels-idx1-ubyte")
    }
    return data
  }

  @Test func digitsOfMNISTAreSearchedOnThePublishedGrid() throws {
    let data = try blackMNIST()
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "search", "mnist-mlp", "--no-report", "--data", data.path, "--epochs", "1", "--quiet",
      "--json", "--out",
      folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try outcome.json
    #expect(summary["trials"] as? Int == 100)
    let axes = try #require(summary["axes"] as? [[String: Any]])
    #expect(axes.map { $0["name"] as? String } == ["hidden", "learning-rate", "l2"])
    #expect(axes.map { ($0["best"] as? [Any])?.count } == [4, 5, 5])
  }

  /// What the user says of the recipe's own search takes the place of that, and of nothing else.
  @Test(arguments: [
    (
      ["--hidden", "8", "--l2", "0.02,0.03", "--epochs", "1"],
      [("learning-rate", 5), ("l2", 2)], ["epochs": "1", "reduction": "sum", "momentum": "0"]
    ),
    (
      ["--momentum", "0.5,0.25", "--l2", "0", "--hidden", "8,4", "--iterations", "1"],
      [("hidden", 2), ("learning-rate", 5), ("momentum", 2)],
      ["l2": "0", "reduction": "sum", "iterations": "1"]
    ),
  ])
  func theRestOfTheRecipesOwnSearchStays(
    arguments: [String], axes: [(String, Int)], settings: [String: String]
  ) throws {
    let data = try blackMNIST()
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      [
        "search", "mnist-mlp", "--no-report", "--data", data.path, "--quiet", "--json", "--out",
        folder.path,
      ]
        + arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let summary = try outcome.json
    #expect(summary["trials"] as? Int == axes.reduce(1) { $0 * $1.1 })
    let found = try #require(summary["axes"] as? [[String: Any]])
    #expect(found.map { $0["name"] as? String } == axes.map(\.0))
    let used = try #require(
      try parsedJSON(try folder.read("run.json"))["settings"] as? [String: Any])
    for (name, value) in settings { #expect("\(used[name] ?? "")" == value, "\(name)") }
  }

  @Test func foldersKeepTheirSlashes() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      "search", "iris", "--no-report", "--hidden", "4,6", "--epochs", "1", "--quiet", "--out",
      "some/where",
      in: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.read("some/where/search.jsonl").split(separator: "\n").count == 2)

    let missing = try Program.run(
      "search", "mnist-mlp", "--data", "no/data", "--out", "some/other", in: folder.path)
    #expect(missing.status == 1)
    #expect(missing.errors.contains("no/data"), "\(missing.errors)")
  }
}
