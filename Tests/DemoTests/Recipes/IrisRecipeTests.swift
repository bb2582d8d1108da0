import TestSupport
import Testing

@Suite struct IrisRecipeTests {
  #if DEBUG
    static let isOptimized = false
  #else
    static let isOptimized = true
  #endif

  /// The test accuracies of a run of one training or several, by the names of the trainings.
  private func accuracies(_ arguments: String...) throws -> [String: Double] {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      ["train"] + arguments + [
        "--no-report", "--quiet", "--json", "--threads", "1", "--out", folder.path,
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let result = try outcome.json
    let parts = result["parts"] as? [[String: Any]] ?? [result]
    var accuracies: [String: Double] = [:]
    for part in parts {
      accuracies[part["part"] as? String ?? ""] = part["test_accuracy"] as? Double
    }
    return accuracies
  }

  @Test func theDefaultSeedHasNoMistakes() throws {
    #expect(
      try accuracies("iris", "--activation", "all")
        == ["relu": 1, "sigmoid": 1, "tanh": 1, "prelu": 1])
  }

  @Test(.enabled(if: isOptimized, "ten trainings take too long without optimization"))
  func tenSeedsHaveFew() throws {
    var sums: [String: Double] = [:]
    for seed in 1...10 {
      let results = try accuracies("iris", "--activation", "all", "--seed", "\(seed)")
      sums.merge(results) { $0 + $1 }
    }
    #expect(sums.count == 4)
    for (name, sum) in sums { #expect(sum >= 9.6, "\(name): \(sum / 10)") }
  }

  @Test func squaredErrorsDoAsWell() throws {
    #expect(try #require(try accuracies("iris-mse")[""]) >= 0.95)
  }
}
