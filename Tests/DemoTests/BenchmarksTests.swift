import Foundation
import TestSupport
import Testing

/// The benchmark program: that it runs, not how fast.
@Suite struct BenchmarksTests {
  private static let executable = Program.built("benchmarks")

  private func run(_ arguments: String...) throws -> Outcome {
    try Program.run(try #require(Self.executable, "benchmarks is not built"), arguments)
  }

  @Test func figuresArePrintedAndWritten() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/figures.json"
    let outcome = try run("--quick", "--filter", "training/iris", "--threads", "1", "--json", file)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("training/iris"))

    let report = try parsedJSON(folder.read("figures.json"))
    #expect(report["threads"] as? Int == 1)
    #expect(report["isQuick"] as? Bool == true)
    let measurements = try #require(report["measurements"] as? [[String: Any]])
    #expect(measurements.map { $0["name"] as? String } == ["training/iris"])
    let time = try #require(measurements[0]["microseconds"] as? Double)
    #expect(time > 0)
  }

  /// NumPy's losses (`Benchmarks/Peers/numpy_peer.py`) for the same data and first parameters.
  @Test func theCommonWorkloadIsTheOneThatPeersRun() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/figures.json"
    _ = try run("--quick", "--filter", "training/iris", "--json", file)
    let report = try parsedJSON(folder.read("figures.json"))
    let measurements = try #require(report["measurements"] as? [[String: Any]])
    let losses = try #require(measurements.first?["losses"] as? [Double])
    #expect(losses.count == 20)
    for (loss, expected) in [(losses[0], 1.5021921396), (losses[19], 0.3859165609)] {
      #expect(abs(loss - expected) < 1e-6)
    }
  }

  @Test func firstStepsAreCounted() throws {
    let outcome = try run("--first-steps", "iris")
    #expect(outcome.status == 0)
    #expect(outcome.output.split(separator: "\n").count == 2)
  }

  @Test(arguments: [
    (["--filtr", "iris"], "unknown option '--filtr'"),
    (["--threads", "none"], "--threads needs a number above 0, got 'none'"),
    (["--filter"], "--filter needs a value"),
    (["--filter", "nothing"], "no benchmark's name contains 'nothing'"),
    (["--first-steps", "nothing"], "no workload 'nothing'"),
    (["--quick", "--filter", "training/iris", "--json", "/nowhere/figures.json"], "cannot write"),
  ]) func mistakesAreExplained(arguments: [String], message: String) throws {
    let program = try #require(Self.executable, "benchmarks is not built")
    let outcome = try Program.run(program, arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("benchmarks: "))
    #expect(outcome.errors.contains(message))
  }

  @Test func helpNamesEveryOption() throws {
    let outcome = try run("--help")
    #expect(outcome.status == 0)
    for option in ["--filter", "--threads", "--quick", "--json", "--first-steps", "--help"] {
      #expect(outcome.output.contains(option))
    }
  }
}
