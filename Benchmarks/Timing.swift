import Tern

/// Measures median times.
struct Stopwatch: Sendable {
  /// How long to measure a function, in seconds.
  let budget: Double
  let isQuick: Bool

  private static let fewestSamples = 5
  private static let secondsPerSample = 2e-3

  init(isQuick: Bool) { self.init(budget: isQuick ? 0.05 : 0.5, isQuick: isQuick) }

  private init(budget: Double, isQuick: Bool) {
    (self.budget, self.isQuick) = (budget, isQuick)
  }

  /// Keeps all threads busy for a while: some systems run those of a new process on one core at
  /// first.
  static func warmUp() {
    let tensor = Tensor<Float>(zeros: [1 << 18])
    let start = ContinuousClock.now
    while ContinuousClock.now - start < .milliseconds(100) { _ = tensor.exp() }
  }

  /// A stopwatch that measures for a part of the time.
  func part(of parts: Double) -> Stopwatch {
    Stopwatch(budget: budget / parts, isQuick: isQuick)
  }

  /// The median time of a function in seconds.
  func time(_ function: () -> Void) -> Double {
    withoutActuallyEscaping(function) { medians(of: [$0])[0] }
  }

  /// Median times in seconds of functions that run in turn, A B A B …, so that a machine that
  /// changes its speed changes it for all.
  ///
  /// Each sample repeats its function for about two milliseconds, or once if it takes longer.
  func medians(of functions: [() -> Void]) -> [Double] {
    let repetitions = functions.map { function in
      function()
      return 1 + Int(Self.secondsPerSample / average(of: 3, function))
    }
    var times = functions.map { _ in [Double]() }
    let start = ContinuousClock.now
    while times[0].count < Self.fewestSamples
      || seconds(since: start) < budget * Double(functions.count)
    {
      for index in functions.indices {
        times[index].append(average(of: repetitions[index], functions[index]))
      }
    }
    return times.map { $0.sorted()[$0.count / 2] }
  }

  private func average(of repetitions: Int, _ function: () -> Void) -> Double {
    let start = ContinuousClock.now
    for _ in 0..<repetitions { function() }
    return seconds(since: start) / Double(repetitions)
  }

  private func seconds(since start: ContinuousClock.Instant) -> Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
