import Foundation
import Synchronization
import TestSupport
import Testing
import Tern

@Suite struct SearchTests {
  /// (x − 2)² + (y + 1)² is least at (2, −1).
  private static let space = SearchSpace([
    SearchAxis("x", [0, 1, 2, 3]), SearchAxis("y", [-2, -1, 0]),
  ])

  private static func score(_ trial: Trial) -> TrialScore {
    let (x, y) = (trial["x"].number, trial["y"].number)
    return TrialScore(-(x - 2) * (x - 2) - (y + 1) * (y + 1), figures: ["x": x])
  }

  private func file() throws -> (folder: TemporaryFolder, journal: String) {
    let folder = try TemporaryFolder()
    return (folder, folder.path + "/search.jsonl")
  }

  @Test(arguments: [1, 2, 5]) func theBestOfAGridIsFound(threads: Int) throws {
    try withThreadCount(threads) {
      let results = try Search(Self.space.grid()).run { Self.score($0) }
      #expect(results.results.map(\.trial.number) == Array(1...12))
      #expect(results.best?.trial.values == [2, -1])
      #expect(results.best?.score == TrialScore(0, figures: ["x": 2]))
    }
  }

  @Test func trialsRunAsManyAtATimeAsThereAreThreads() throws {
    // In a trial operations stay on its thread, whatever the number of threads.
    try withThreadCount(3) {
      let running = Atomic<Int>(0)
      let most = Atomic<Int>(0)
      try Search(Self.space.grid()).run { trial in
        let now = running.wrappingAdd(1, ordering: .relaxed).newValue
        most.max(now, ordering: .relaxed)
        defer { running.wrappingSubtract(1, ordering: .relaxed) }
        #expect(Runtime.threadCount == 1)
        return Self.score(trial)
      }
      #expect((1...3).contains(most.load(ordering: .relaxed)))
      #expect(Runtime.threadCount == 3)
    }
  }

  @Test func divergedTrialsAreResults() throws {
    let results = try Search(Self.space.grid()).run { trial in
      if trial["x"].number == 2 {
        throw TrainingError.diverged(step: trial.number, loss: .infinity)
      }
      return Self.score(trial)
    }
    #expect(results.results.count == 12)
    #expect(results.diverged.map(\.trial.number) == [7, 8, 9])
    #expect(results.diverged[0].outcome == .diverged(step: 7, loss: .infinity))
    // Two are as good; the first is chosen.
    #expect(results.best?.trial.values == [1, -1])
  }

  @Test func ofEqualScoresTheLowerLossIsChosen() throws {
    func best(_ losses: [Double?]) throws -> Int? {
      let space = SearchSpace([SearchAxis("index", losses.indices.map { .number(Double($0)) })])
      return try Search(space.grid()).run { trial in
        TrialScore(0.5, loss: losses[trial["index"].integer])
      }.best?.trial["index"].integer
    }
    #expect(try best([0.3, 0.2, 0.4, 0.2]) == 1)
    #expect(try best([nil, nil]) == 0)
    #expect(try best([.nan, 0.4, .infinity]) == 1)
  }

  @Test func whereAllDivergeNoneIsBest() throws {
    let results = try Search(Self.space.grid()).run { trial in
      guard trial.number > 1 else { return TrialScore(.nan) }
      throw TrainingError.diverged(step: 1, loss: .nan)
    }
    #expect(results.best == nil)
    #expect(results.aroundBest(by: "x").isEmpty)
  }

  @Test func eachEndIsReportedWithWhatTheTrialMade() throws {
    var counts: [Int] = []
    var kept: String?
    try Search(Self.space.grid()).run(
      evaluatingWithOutput: { trial in
        if trial.number == 3 { throw TrainingError.diverged(step: 1, loss: .nan) }
        return (Self.score(trial), "made by \(trial)")
      },
      report: { ending in
        counts.append(ending.endedCount)
        #expect((ending.output == nil) == (ending.result.trial.number == 3))
        if ending.isBest { kept = ending.output }
      })
    #expect(counts == Array(1...12))
    #expect(kept == "made by x 2, y -1")
  }

  @Test func tablesOfASetting() throws {
    let results = try Search(Self.space.grid()).run { trial in
      if trial["y"].number == -2 { throw TrainingError.diverged(step: 4, loss: .nan) }
      return Self.score(trial)
    }
    let byX = results.best(by: "x")
    #expect(byX.map(\.value) == [0, 1, 2, 3])
    #expect(byX.map { $0.best?.trial["y"] } == [-1, -1, -1, -1])
    #expect(byX.map { $0.best?.score?.value } == [-4, -1, 0, -1])
    let byY = results.best(by: "y")
    #expect(byY.map { $0.best?.trial["x"] } == [nil, 2, 2])
    #expect(results.aroundBest(by: "y").map { $0.trial.values } == [[2, -2], [2, -1], [2, 0]])
  }

  @Test func anErrorEndsTheSearchAndKeepsWhatIsDone() throws {
    struct Stop: Error {}
    let (folder, journal) = try file()
    let search = Search(try Self.space.grid(), journal: journal)
    var done: Set<Int> = []
    #expect(throws: Stop.self) {
      try search.run(
        { trial in
          if trial.number == 6 { throw Stop() }
          return Self.score(trial)
        },
        report: { done.insert($0.result.trial.number) })
    }
    // Trials that began before the sixth are kept; how many began after it is up to the threads.
    #expect(done.isSuperset(of: 1...5) && !done.contains(6))
    #expect(try folder.lines().count == done.count)

    let ran = Mutex<Set<Int>>([])
    let results = try search.run { trial in
      _ = ran.withLock { $0.insert(trial.number) }
      return Self.score(trial)
    }
    #expect(ran.withLock { $0 } == Set(1...12).subtracting(done))
    #expect(results.best?.trial.values == [2, -1])
    #expect(results.results.map(\.trial.number) == Array(1...12))
    #expect(try folder.lines().count == 12)
  }

  @Test func aReportThatThrowsEndsTheSearchBeforeTheLine() throws {
    struct Stop: Error {}
    let (folder, journal) = try file()
    #expect(throws: Stop.self) {
      try Search(Self.space.grid(), journal: journal).run(
        { Self.score($0) },
        report: { if $0.endedCount == 4 { throw Stop() } })
    }
    #expect(try folder.lines().count == 3)
  }

  @Test func aJournalHoldsEverythingExactly() throws {
    let (folder, journal) = try file()
    let space = SearchSpace([
      SearchAxis("x", .logarithmic(1e-9, 1e9)), SearchAxis("word", ["a \"b\"", "é/\n"]),
    ])
    var rng = Philox(seed: 8)
    let search = Search(try space.random(30, using: &rng), journal: journal)
    let first = try search.run { trial in
      switch trial.number % 4 {
      case 0: throw TrainingError.diverged(step: 17, loss: .nan)
      case 1: throw TrainingError.diverged(step: 18, loss: -.infinity)
      default: return TrialScore(1 / trial["x"].number, loss: 1e-300, figures: ["third": 1.0 / 3])
      }
    }
    let second = try search.run { _ in
      Issue.record("a trial of the journal has run again")
      return TrialScore(0)
    }
    #expect("\(second)" == "\(first)")  // NaN equals nothing, and is spelt alike
    #expect(try folder.lines().count == 30)
  }

  @Test(arguments: [
    "{\"trial\":9", "x", "{\"seconds\":1,\"trial\":4,\"values\":{\"x\":1,\"y\":-2}}",
  ])
  func aTornLastLineIsDropped(tail: String) throws {
    let (folder, journal) = try file()
    let search = Search(try Self.space.grid(), journal: journal)
    let first = try search.run { Self.score($0) }
    let whole = try folder.read("search.jsonl")
    let kept = whole.split(separator: "\n").prefix(5).joined(separator: "\n") + "\n"
    try folder.write(kept + tail, to: "search.jsonl")
    let ran = Atomic<Int>(0)
    let second = try search.run { trial in
      ran.wrappingAdd(1, ordering: .relaxed)
      return Self.score(trial)
    }
    #expect(ran.load(ordering: .relaxed) == 7)
    #expect(second.results.map(\.outcome) == first.results.map(\.outcome))
    #expect(try folder.read("search.jsonl").hasPrefix(kept))
    #expect(try folder.lines().count == 12)
  }

  @Test(arguments: [
    ("{\"trial\":1\n", "line 1", "no valid JSON"), ("\n", "line 1", "no valid JSON"),
    ("{\"trial\":1,\"seconds\":1,\"score\":1}\n", "line 1", "no 'values'"),
    (
      "{\"trial\":1,\"seconds\":1,\"score\":{},\"values\":{\"x\":0,\"y\":-2}}\n", "line 1",
      "'score' is no Double"
    ),
    (
      "{\"trial\":1,\"seconds\":1,\"values\":{\"x\":0,\"y\":-2}}\n", "line 1",
      "neither a 'score' nor a 'diverged'"
    ),
    (
      "{\"trial\":13,\"seconds\":1,\"score\":1,\"values\":{\"x\":0,\"y\":-2}}\n",
      "expected a trial from 1 to 12", "found trial 13"
    ),
    (
      "{\"trial\":1,\"seconds\":1,\"score\":1,\"values\":{\"x\":0,\"y\":5}}\n",
      "expected x 0, y -2 for trial 1", "found x 0, y 5"
    ),
    (
      String(
        repeating: "{\"trial\":1,\"seconds\":1,\"score\":1,\"values\":{\"x\":0,\"y\":-2}}\n",
        count: 2), "line 2", "trial 1 again"
    ),
  ])
  func aJournalThatDoesNotFit(text: String, words: String, more: String) throws {
    let (folder, journal) = try file()
    try folder.write(text, to: "search.jsonl")
    let error = #expect(throws: SearchError.self) {
      try Search(Self.space.grid(), journal: journal).run { Self.score($0) }
    }
    let message = try #require(error).description
    for word in [journal, words, more] {
      #expect(message.contains(word), "\(word) is not in: \(message)")
    }
    #expect(try folder.read("search.jsonl") == text)
  }

  @Test func aJournalIsOfOneSearchAtATime() throws {
    let (folder, journal) = try file()
    let search = Search(try Self.space.grid(), journal: journal)
    try search.run({ Self.score($0) }) { ending in
      guard ending.endedCount == 1 else { return }
      #expect(throws: SearchError.journalInUse(path: journal)) {
        try search.run { Self.score($0) }
      }
    }
    #expect(try folder.lines().count == 12)
  }

  @Test func aJournalThatCannotBe() throws {
    let (folder, _) = try file()
    let error = #expect(throws: SearchError.self) {
      try Search(Self.space.grid(), journal: folder.path).run { Self.score($0) }
    }
    #expect(try #require(error).description.contains("is a directory"))
  }

  @Test func aNetworkTrainedAloneAndBesideOthersIsTheSame() throws {
    let data = try blobs(120)
    let space = SearchSpace([
      SearchAxis("rate", [0.01, 0.03, 0.1]), SearchAxis("seed", [1, 2, 3, 4]),
    ])
    func losses(threads: Int) throws -> [Double?] {
      try withThreadCount(threads) {
        try Search(space.grid()).run { trial in
          var rng = Philox(seed: UInt64(trial["seed"].integer))
          var trainer = smallTrainer(learningRate: Float(trial["rate"].number))
          trainer.epochs = 2
          let history = try trainer.fit(data, shuffledWith: &rng)
          return TrialScore(-(history.epochs.last?.training.loss ?? .nan))
        }.results.map { $0.score?.value }
      }
    }
    let alone = try losses(threads: 1)
    #expect(Set(alone).count == 12 && !alone.contains(nil))
    #expect(try losses(threads: 4) == alone)
  }
}

extension TemporaryFolder {
  /// The lines of the search's journal.
  fileprivate func lines() throws -> [Substring] {
    try read("search.jsonl").split(separator: "\n")
  }
}
