import Tern
import Testing

@Suite struct SearchSpaceTests {
  private let space = SearchSpace([
    SearchAxis("hidden", [64, 128]), SearchAxis("rate", [0.1, 0.01, 0.001]),
    SearchAxis("activation", ["relu", "tanh"]),
  ])

  @Test func aGridHasEveryCombinationTheLastAxisFastest() throws {
    let trials = try space.grid()
    #expect(trials.map(\.number) == Array(1...12))
    #expect(Set(trials.map(\.values)).count == 12)
    #expect(trials[0].values == [64, 0.1, "relu"])
    #expect(trials[1].values == [64, 0.1, "tanh"])
    #expect(trials[2].values == [64, 0.01, "relu"])
    #expect(trials[11].values == [128, 0.001, "tanh"])
    #expect(trials[11].description == "hidden 128, rate 0.001, activation tanh")
    #expect(trials[11]["hidden"].integer == 128)
    #expect(trials[11]["rate"].number == 0.001)
  }

  @Test func aGridNeedsValues() {
    let space = SearchSpace([SearchAxis("a", [1]), SearchAxis("b", .uniform(0, 1))])
    #expect(throws: SearchError.rangeInGrid(axis: "b")) { try space.grid() }
    let many = SearchSpace(
      ["a", "b", "c"].map { SearchAxis($0, (0..<101).map { .number(Double($0)) }) })
    #expect(throws: SearchError.tooManyTrials(limit: 1_000_000)) { try many.grid() }
  }

  @Test func randomTrialsLieInTheirRanges() throws {
    let space = SearchSpace([
      SearchAxis("integer", .integers(-2, 2)), SearchAxis("uniform", .uniform(-1, 3)),
      SearchAxis("logarithmic", .logarithmic(1e-4, 1e-1)), SearchAxis("list", ["a", "b"]),
    ])
    var rng = Philox(seed: 3)
    let trials = try space.random(400, using: &rng)
    #expect(Set(trials.map { $0["integer"].integer }) == Set(-2...2))
    #expect(Set(trials.map { $0["list"] }) == ["a", "b"])
    #expect(trials.allSatisfy { (-1...3).contains($0["uniform"].number) })
    let logarithmic = trials.map { $0["logarithmic"].number }
    #expect(logarithmic.allSatisfy { (1e-4...1e-1).contains($0) })
    // A third of them in each decade, and the middle of the other range in the middle.
    for decade in [1e-4, 1e-3, 1e-2] {
      let share = logarithmic.count { (decade..<10 * decade).contains($0) }
      #expect((90...180).contains(share), "\(decade): \(share)")
    }
    #expect((160...240).contains(trials.count { $0["uniform"].number < 1 }))
  }

  @Test func aSeedGivesTheSameTrialsAndMoreOfThemBeginAlike() throws {
    func trials(_ count: Int, seed: UInt64) throws -> [Trial] {
      var rng = Philox(seed: seed)
      return try space.random(count, using: &rng)
    }
    let few = try trials(5, seed: 1)
    #expect(try trials(5, seed: 1) == few)
    #expect(try Array(trials(9, seed: 1).prefix(5)) == few)
    #expect(try trials(5, seed: 2) != few)
  }

  @Test func randomTrialsDiffer() throws {
    var rng = Philox(seed: 5)
    let all = try space.random(12, using: &rng)
    #expect(try Set(all.map(\.values)) == Set(space.grid().map(\.values)))
    #expect(throws: SearchError.tooManyTrials(limit: 12)) { try space.random(13, using: &rng) }
    let integers = SearchSpace([SearchAxis("a", .integers(0, 2)), SearchAxis("b", [1, 2])])
    #expect(throws: SearchError.tooManyTrials(limit: 6)) { try integers.random(7, using: &rng) }
  }

  @Test(arguments: [
    (SearchValue.number(64), "64"), (0.001, "0.001"), (1e-5, "1e-05"), (-3, "-3"),
    (.number(1e20), "1e+20"), ("relu", "relu"),
  ])
  func valuesAreSpeltShortly(value: SearchValue, text: String) {
    #expect(value.description == text)
  }
}
