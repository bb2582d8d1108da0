import Foundation
import TestSupport
import Testing

/// `tern train --resume`.
@Suite struct ResumeTests {
  /// What a run leaves, but for times and its own path.
  private func contents(_ folder: TemporaryFolder, _ part: String = "") throws -> [String] {
    let times = ["seconds", "samples_per_second", "out"]
    var run = try parsedJSON(try folder.read(part + "run.json"))
    run["result"] = (run["result"] as? [String: Any])?.filter { !times.contains($0.key) }
    let metrics = try folder.read(part + "metrics.jsonl").split(separator: "\n").map { line in
      try parsedJSON(String(line)).filter { !times.contains($0.key) }
    }
    let model = try folder.data(part + "model.safetensors")
    return try ([run] + metrics).map { value in
      let data = try JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
      return String(decoding: data, as: UTF8.self)
    } + ["\(model)"]
  }

  @Test func anInterruptedRunGoesOnToTheSameBits() throws {
    let (whole, stopped) = (try TemporaryFolder(), try TemporaryFolder())
    let training = ["train", "digits", "--no-report", "--epochs", "6"]
    #expect(try Program.run(training + ["--quiet", "--out", whole.path]).status == 0)
    let outcome = try Program.interrupt(training + ["--out", stopped.path], after: "epoch 2/")
    #expect(outcome.status == 130)
    #expect(
      outcome.errors.contains("go on with: tern train --resume \(stopped.path)"),
      "\(outcome.errors)")
    #expect(try stopped.names.contains("checkpoint.safetensors"))

    let rest = try Program.run("train", "--no-report", "--resume", stopped.path)
    #expect(rest.status == 0, "\(rest.errors)")
    #expect(rest.output.contains("going on after step"), "\(rest.output)")
    #expect(!rest.output.contains("epoch 1/"), "\(rest.output)")
    #expect(try contents(stopped) == contents(whole))
    #expect(try !stopped.names.contains { $0.hasPrefix("checkpoint") })

    // There is nothing left to do but what a kill at the very end has left undone.
    try stopped.write("", to: "checkpoint.safetensors")
    let again = try Program.run("train", "--no-report", "--resume", stopped.path)
    #expect(again.status == 0 && !again.output.contains("epoch"), "\(again.output)")
    #expect(again.output.contains("test accuracy"))
    #expect(try !stopped.names.contains { $0.hasPrefix("checkpoint") })
    #expect(try contents(stopped) == contents(whole))
  }

  @Test func aRunOfSeveralTrainingsGoesOnWithTheOneThatWasStopped() throws {
    let (whole, stopped) = (try TemporaryFolder(), try TemporaryFolder())
    let training = ["train", "iris", "--no-report", "--activation", "all", "--epochs", "60"]
    #expect(try Program.run(training + ["--quiet", "--out", whole.path]).status == 0)
    let outcome = try Program.interrupt(training + ["--out", stopped.path], after: "iris, tanh")
    #expect(outcome.status == 130)
    try stopped.write("half", to: ".tern-1.part")
    try stopped.write("half", to: "tanh/.tern-2.part")
    let rest = try Program.run(training + ["--resume", stopped.path])
    #expect(rest.status == 0, "\(rest.errors)")
    for part in ["relu/", "sigmoid/", "tanh/", "prelu/"] {
      #expect(try contents(stopped, part) == contents(whole, part))
    }
    #expect(try !stopped.files.contains { $0.hasSuffix(".part") || $0.contains("checkpoint") })
  }

  /// Files beyond a size cannot be written: the checkpoints, which hold two models, here.
  @Test(.enabled(if: !isSanitized, "sanitizers map files"))
  func aFullDiskDoesNotEndATraining() throws {
    let (whole, full) = (try TemporaryFolder(), try TemporaryFolder())
    let training = ["train", "digits", "--no-report", "--epochs", "3", "--checkpoint-every", "20"]
    #expect(try Program.run(training + ["--quiet", "--out", whole.path]).status == 0)
    let program = try #require(Program.executable).path
    let words = ([program] + training + ["--out", full.path]).joined(separator: " ")
    let outcome = try Program.run(
      URL(filePath: "/bin/bash"), ["-c", "trap '' XFSZ; ulimit -f 400; exec \(words)"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("no checkpoint after step 20"), "\(outcome.output)")
    #expect(try contents(full) == contents(whole))
    #expect(try !full.names.contains { $0.hasPrefix("checkpoint") || $0.hasSuffix(".part") })
  }

  /// Metrics that cannot be written are said once, and so is a model, at the end.
  @Test(.enabled(if: !isSanitized, "sanitizers map files"))
  func aDiskThatStaysFullIsSaid() throws {
    let folder = try TemporaryFolder()
    let program = try #require(Program.executable).path
    let outcome = try Program.run(
      URL(filePath: "/bin/bash"),
      [
        "-c",
        "trap '' XFSZ; ulimit -f 2; exec \(program) train digits --epochs 3 --quiet --out \(folder.path)",
      ])
    #expect(outcome.status == 1)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count { $0.contains("metrics.jsonl") } == 1, "\(outcome.errors)")
    #expect(
      lines.contains { $0.contains("model.safetensors") && $0.contains("cannot be written") },
      "\(outcome.errors)")
  }

  @Test(arguments: [
    (["digits", "--learning-rate", "0.5"], "--learning-rate was 0.1, not 0.5"),
    (["--seed", "1", "--epochs", "9"], "--epochs was 2, not 9; --seed was 42, not 1"),
    (["iris"], "its recipe is digits, not iris"),
  ])
  func otherSettingsAreRefused(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder()
    let training = [
      "train", "digits", "--no-report", "--epochs", "2", "--quiet", "--out", folder.path,
    ]
    #expect(try Program.run(training).status == 0)
    let before = try contents(folder)
    let outcome = try Program.run(["train"] + arguments + ["--resume", folder.path])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try contents(folder) == before)
  }

  @Test func theCheckpointOfAnotherRunIsRefused() throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    for (folder, rate) in [(one, "0.1"), (other, "0.05")] {
      let outcome = try Program.interrupt(
        [
          "train", "digits", "--no-report", "--epochs", "90", "--learning-rate", rate, "--out",
          folder.path,
        ],
        after: "epoch 2/")
      #expect(outcome.status == 130)
    }
    try other.write(try one.data("checkpoint.safetensors"), to: "checkpoint.safetensors")
    let outcome = try Program.run("train", "--resume", other.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("learning rate is 0.1 in the checkpoint and 0.05 now"),
      "\(outcome.errors)")
  }

  @Test func wrongCallsAreRefused() throws {
    let folder = try TemporaryFolder()
    let missing = try Program.run("train", "--resume", folder.path)
    #expect(missing.status == 1 && missing.errors.contains("is no run folder"))
    let both = try Program.run("train", "--resume", folder.path, "--out", "x")
    #expect(both.status == 2 && both.errors.contains("--resume and --out exclude each other"))
    for value in ["0", "-1", "5x", "s", "0s", "1e9h", ""] {
      let outcome = try Program.run("train", "digits", "--checkpoint-every", value)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("--checkpoint-every needs a number of steps"))
    }
  }
}
