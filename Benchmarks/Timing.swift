/// Median times in seconds of functions that run in turn, A B A B …, so that a machine that changes
/// its speed changes it for all.
///
/// Each sample repeats its function for about a millisecond, or once if it takes longer.
func medians(samples: Int = 25, of functions: [() -> Void]) -> [Double] {
  let clock = ContinuousClock()
  func time(_ repetitions: Int, _ function: () -> Void) -> Double {
    let start = clock.now
    for _ in 0..<repetitions { function() }
    let (seconds, attoseconds) = (clock.now - start).components
    return (Double(seconds) + Double(attoseconds) * 1e-18) / Double(repetitions)
  }
  let repetitions = functions.map { function in
    function()
    return max(1, Int(1e-3 / time(3, function)))
  }
  var times = functions.map { _ in [Double]() }
  for _ in 0..<samples {
    for index in functions.indices {
      times[index].append(time(repetitions[index], functions[index]))
    }
  }
  return times.map { $0.sorted()[samples / 2] }
}

/// A time in microseconds with one decimal.
func microseconds(_ seconds: Double) -> String {
  let tenths = Int((seconds * 1e7).rounded())
  return "\(tenths / 10).\(tenths % 10) µs"
}

/// A number with two decimals.
func ratio(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
}
