import Foundation
import TestSupport
import Testing

@Suite struct ReportTests {
  static let hasGnuplot = programIsInstalled("gnuplot")

  /// Whether a folder of `PATH` has a program.
  private static func programIsInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  private func exists(_ folder: TemporaryFolder, _ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder.path)/\(name)")
  }

  /// Trains into a folder, for which there is no gnuplot unless it is asked for.
  private func train(
    _ arguments: String..., into path: String, withGnuplot: Bool = false
  ) throws -> Outcome {
    try Program.run(
      ["train"] + arguments + ["--threads", "1", "--out", path],
      environment: withGnuplot ? [:] : ["PATH": "/nowhere"])
  }

  @Test func aRunEndsWithItsPage() throws {
    let folder = try TemporaryFolder()
    let outcome = try train("digits", "--epochs", "2", into: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasSuffix("report: \(folder.path)/report.html\n"))
    #expect(outcome.errors.contains("apt-get install gnuplot-nox"))
    let page = try folder.read("report.html")
    for words in [
      "<h1>digits</h1>", "test accuracy", "learning rate", "Linear(64, 256)", "Confusion matrix",
      "Wrong predictions", "256 small images", "0.weight",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(exists(folder, "pictures/first-layer.png"))
    #expect(exists(folder, "pictures/wrong-predictions.png"))
  }

  @Test(.enabled(if: hasGnuplot, "install gnuplot-nox"))
  func picturesAreDrawn() throws {
    let folder = try TemporaryFolder()
    let outcome = try train(
      "iris", "--epochs", "2", "--learning-rate", "1e-6", into: folder.path, withGnuplot: true)
    #expect(outcome.errors == "")
    for name in ["loss", "accuracy", "steps", "confusion", "parameters"] {
      #expect(exists(folder, "pictures/\(name).svg"), "\(name)")
      #expect(exists(folder, "pictures/\(name).png"), "\(name)")
    }
    // Irises are no images: what is wrong with them is a table, with the names of what is measured.
    let page = try folder.read("report.html")
    #expect(page.contains("versicolor") && page.contains("petal width"))
    #expect(!exists(folder, "pictures/first-layer.png"))
  }

  @Test func severalTrainingsAreCompared() throws {
    let folder = try TemporaryFolder()
    let outcome = try train("iris", "--activation", "all", "--epochs", "1", into: folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try folder.read("report.html")
    #expect(page.contains("A comparison of 4 trainings"))
    for name in ["relu", "sigmoid", "tanh", "prelu"] {
      #expect(page.contains("<a href=\"\(name)/report.html\">\(name)</a>"))
      let part = try folder.read("\(name)/report.html")
      #expect(part.contains("Confusion matrix"))
      #expect(part.contains("part of <a href=\"../report.html\">"))
    }
    #expect(!page.contains("part of"))
  }

  @Test func aDivergedTrainingHasAPage() throws {
    let folder = try TemporaryFolder()
    let outcome = try train("iris", "--learning-rate", "1e9", into: folder.path)
    #expect(outcome.status == 1)
    let page = try folder.read("report.html")
    #expect(page.contains("has not come to its end; it has done 0 of 300 epochs"))
    #expect(page.contains("Confusion matrix"))
  }

  @Test func reportMakesAPageAgainOfWhatThereIs() throws {
    let folder = try TemporaryFolder()
    #expect(try train("iris", "--epochs", "3", into: folder.path).status == 0)
    for name in ["report.html", "model.safetensors"] {
      try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)")
    }
    // As after a crash while the last line was written.
    let metrics = try folder.read("metrics.jsonl")
    try folder.write(String(metrics.dropLast(20)), to: "metrics.jsonl")
    let outcome = try Program.run("report", folder.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "\(folder.path)/report.html\n")
    #expect(outcome.errors.contains("no model could be tested"))
    let page = try folder.read("report.html")
    #expect(page.contains("1 line of metrics.jsonl could not be read."))
    #expect(
      outcome.errors.contains("\(folder.path): 1 line of metrics.jsonl could not be read\n"))
    #expect(page.contains("test accuracy") && page.contains("no model could be tested"))
  }

  @Test func severalRunsAreCompared() throws {
    let folder = try TemporaryFolder()
    let runs = ["a", "b"].map { "\(folder.path)/\($0)" }
    for run in runs { #expect(try train("iris", "--epochs", "1", into: run).status == 0) }
    let out = "\(folder.path)/comparison"
    let outcome = try Program.run(["report"] + runs + ["--out", out])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try folder.read("comparison/report.html")
    for (run, name) in zip(runs, ["a", "b"]) {
      #expect(page.contains("<a href=\"../\(name)/report.html\">\(run)</a>"))
    }
    #expect(exists(folder, "comparison/pictures/comparison-test-loss.svg") == Self.hasGnuplot)
    #expect(
      try Program.run(["report", "a", "b", "--quiet"], in: folder.path).status == 0)
    #expect(exists(folder, "runs/comparison-1/report.html"))
  }

  @Test func searchesAreShown() throws {
    let folder = try TemporaryFolder()
    #expect(
      try Program.run(
        "search", "iris", "--learning-rate", "1e9,0.01", "--hidden", "4", "--epochs", "1",
        "--quiet", "--out", folder.path
      ).status == 0)
    #expect(try Program.run("report", folder.path).errors == "")
    let page = try folder.read("report.html")
    #expect(page.contains("2 trials have ended, 1 of them diverged; the best has validation"))
    #expect(page.contains("with learning rate 0.01."))
    // Figures have four digits.
    let accuracy = try #require(page.firstRange(of: "<th scope=\"row\">test accuracy</th><td>"))
    #expect(page[accuracy.upperBound...].prefix { $0 != "<" }.count == 6)
    // A search whose trials have all diverged has no run.json.
    try FileManager.default.removeItem(atPath: "\(folder.path)/run.json")
    #expect(try Program.run("report", folder.path).status == 0)
    #expect(try folder.read("report.html").contains("2 trials have ended"))
  }

  /// Lines that cannot be read, or do not belong to the rest, and a description that is no JSON.
  @Test(arguments: [false, true]) func damagedSearchesAreShownAsFarAsTheyGo(hasRun: Bool) throws {
    let folder = try TemporaryFolder()
    if hasRun { #expect(try train("iris", "--epochs", "1", into: folder.path).status == 0) }
    let line = "{\"score\":0.5,\"seconds\":1,\"trial\":1,\"values\":{\"l2\":1,\"hidden\":8}}"
    try folder.write(
      """
      \(line)
      {"diverged":{"loss":"nan","step":31},"seconds":0.1,"trial":2,"values":{"l2":2,"hidden":8}}
      \(line)
      {"score":0.5,"seconds":1,"trial":3,"values":{"l2":1}}
      {"score":0.5,"seco
      """, to: "search.jsonl")
    try folder.write("{", to: "search.json")
    let outcome = try Program.run("report", folder.path)
    #expect(outcome.status == 0)
    let page = try folder.read("report.html")
    for note in [
      "3 lines of search.jsonl could not be read", "search.json' is damaged: it is no valid JSON",
    ] {
      #expect(outcome.errors.contains(note), "\(outcome.errors)")
      #expect(page.contains(note.replacing("'", with: "&#39;")), "\(note)")
    }
    #expect(page.contains("2 trials have ended, 1 of them diverged"))

    // Where nothing can be read, that is said all the same.
    try folder.write("x\n", to: "search.jsonl")
    let nothing = try Program.run("report", folder.path)
    #expect(nothing.status == 0)
    #expect(nothing.errors.contains("1 line of search.jsonl could not be read"))
    #expect(try folder.read("report.html").contains("1 line of search.jsonl could not be read."))
  }

  @Test func aSearchThatHasOnlyBegunHasNoPage() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "search.jsonl")
    try folder.write("{}", to: "search.json")
    let damaged = try Program.run("report", folder.path)
    #expect(damaged.status == 0 && damaged.errors.contains("search.json' is damaged: no 'recipe'"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/search.json")
    let process = try Program.interrupt(
      ["search", "iris", "--epochs", "400000,500000", "--out", folder.path], after: "2 trials")
    #expect(process.status == 130)
    #expect(process.errors.contains("no trial has ended since"))
    #expect(
      process.errors.contains("no report: no trial of the search in '\(folder.path)' has ended"))
  }

  @Test(arguments: [
    (["report"], 2, "the run's folder is missing"),
    (["report", "/nowhere"], 1, "'/nowhere' is no run folder"),
    (["report", "x", "--out", "y"], 2, "--out is for the page that compares several runs"),
    (["report", "x", "--epochs", "3"], 2, "unknown option '--epochs'"),
  ])
  func wrongCallsAreExplained(arguments: [String], status: Int32, message: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test func eventsForTensorBoard() throws {
    let folder = try TemporaryFolder()
    #expect(try train("iris", "--epochs", "2", "--tensorboard", into: folder.path).status == 0)
    let files = try folder.names
    let name = try #require(files.first { $0.hasPrefix("events.out.tfevents.") })
    let events = Data(try folder.data(name))
    for words in ["brain.Event:2", "loss/step", "accuracy/test", "learning rate", "2.weight"] {
      #expect(events.range(of: Data(words.utf8)) != nil, "\(words)")
    }
    // The distributions of the fresh network, and after each epoch.
    let text = String(decoding: events, as: UTF8.self)
    #expect(text.components(separatedBy: "2.weight").count - 1 == 3)
  }
}
