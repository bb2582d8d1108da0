import TernKernels
import TernTensors

/// Tries combinations of settings, several at a time, and tells which is the best.
///
/// ```swift
/// let space = SearchSpace([
///   SearchAxis("hidden", [64, 128]), SearchAxis("learning rate", [0.01, 0.1]),
/// ])
/// let results = try Search(space.grid()).run { trial in
///   var trainer = makeTrainer(trial["hidden"].integer, rate: trial["learning rate"].number)
///   try trainer.fit(train, shuffledWith: &rng)
///   return TrialScore(accuracy(trainer.bestModel(validation.inputs), validation.labels))
/// }
/// print(results.best?.trial ?? "all have diverged")
/// ```
///
/// As many trials run at the same time as `Runtime.threadCount` allows, each on a thread of its
/// own, in which operations stay (see `Runtime.limitingThreads`). So a trial's result does not
/// depend on what runs beside it, nor on the number of cores.
public struct Search: Sendable {
  /// What is to be tried, in this order.
  public let trials: [Trial]
  /// Where results are kept, a line a trial, so that an interrupted search goes on where it
  /// stopped; nil to keep nothing.
  public var journalPath: String?

  /// A search through trials whose numbers differ.
  public init(_ trials: [Trial], journal path: String? = nil) {
    precondition(
      Set(trials.map(\.number)).count == trials.count, "a search's trials need different numbers")
    self.trials = trials
    journalPath = path
  }

  /// A trial that has just ended, or that the journal has.
  public struct Ending<Output> {
    /// What became of the trial.
    public let result: TrialResult
    /// What the trial has made; nil if it diverged.
    public let output: Output?
    /// Whether it is the best of those that have ended.
    public let isBest: Bool
    /// How many trials have ended, this one included.
    public let endedCount: Int
  }

  /// Runs the trials that the journal does not have, and returns the results of all.
  ///
  /// - Parameters:
  ///   - evaluate: Tries settings, and returns how good they are. It is called on several threads
  ///     at the same time. `TrainingError.diverged` is a result, too; any other error ends the
  ///     search, after the trials that are running.
  ///   - report: Is called after each trial, one call at a time, before the journal gets its line;
  ///     what it throws ends the search.
  /// - Throws: `SearchError` if the journal cannot be used or is one of another search, and what
  ///   `evaluate` and `report` throw.
  @discardableResult
  public func run(
    _ evaluate: @Sendable (Trial) throws -> TrialScore,
    report: (Ending<Void>) throws -> Void = { _ in }
  ) throws -> SearchResults {
    try run(evaluatingWithOutput: { (try evaluate($0), ()) }, report: report)
  }

  /// Runs the trials that the journal does not have, and returns the results of all; trials make
  /// something besides, such as a model, that `report` may keep.
  ///
  /// See `run(_:report:)`.
  @discardableResult
  public func run<Output>(
    evaluatingWithOutput evaluate: @Sendable (Trial) throws -> (TrialScore, Output),
    report: (Ending<Output>) throws -> Void
  ) throws -> SearchResults {
    let journal = try journalPath.map { path throws(SearchError) in
      try SearchJournal(path, trials: trials)
    }
    let known = journal?.results ?? []
    let numbers = Set(known.map(\.trial.number))
    let rest = trials.filter { !numbers.contains($0.number) }
    var progress = Progress<Output>(known: known, rest: rest[...])
    let lock = Lock()
    ThreadPool.shared.run(parts: min(ThreadPool.shared.threadCount, rest.count)) { _ in
      while let trial = lock.withLock({ progress.next() }) {
        let ending = Result {
          try Runtime.limitingThreads(to: 1) { try Self.ending(of: trial, evaluate) }
        }
        lock.withLock { progress.end(with: ending, journal, report) }
      }
    }
    if let error = progress.error { throw error }
    return SearchResults(progress.results)
  }

  /// What the threads share, and change one at a time.
  private struct Progress<Output> {
    private(set) var results: [TrialResult]
    private(set) var error: (any Error)?
    private var rest: ArraySlice<Trial>
    private var best: TrialResult?
    /// Whether a result could not be kept; those after it are not, either.
    private var isBroken = false

    init(known results: [TrialResult], rest: ArraySlice<Trial>) {
      self.results = results
      self.rest = rest
      best = SearchResults(results).best
    }

    /// The next trial to run; nil if there is none, or the search has to end.
    mutating func next() -> Trial? { error == nil ? rest.popFirst() : nil }

    /// Reports and keeps a result, or notes why the search has to end.
    mutating func end(
      with ending: Result<(TrialResult, Output?), any Error>, _ journal: SearchJournal?,
      _ report: (Ending<Output>) throws -> Void
    ) {
      do {
        let (result, output) = try ending.get()
        if isBroken { return }
        do {
          let isBest = result.isBetter(than: best)
          try report(
            Ending(
              result: result, output: output, isBest: isBest, endedCount: results.count + 1))
          try journal?.append(result)
          if isBest { best = result }
          results.append(result)
        } catch {
          isBroken = true
          throw error
        }
      } catch {
        self.error = self.error ?? error
      }
    }
  }

  private static func ending<Output>(
    of trial: Trial, _ evaluate: (Trial) throws -> (TrialScore, Output)
  ) throws -> (TrialResult, Output?) {
    let clock = ContinuousClock()
    let start = clock.now
    func result(_ outcome: TrialResult.Outcome) -> TrialResult {
      TrialResult(trial, outcome, seconds: (clock.now - start).inSeconds)
    }
    do {
      let (score, output) = try evaluate(trial)
      return (result(.finished(score)), output)
    } catch TrainingError.diverged(let step, let loss) {
      return (result(.diverged(step: step, loss: loss)), nil)
    }
  }
}
