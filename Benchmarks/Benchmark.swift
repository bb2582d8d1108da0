/// Something to measure: `theme/name`, and what measures it.
struct Benchmark: Sendable {
  let name: String
  let run: @Sendable (Stopwatch) -> [Measurement]

  init(_ name: String, run: @escaping @Sendable (Stopwatch) -> [Measurement]) {
    self.name = name
    self.run = run
  }

  /// A benchmark with a single figure.
  init(_ name: String, measure: @escaping @Sendable (Stopwatch) -> Measurement) {
    self.init(name) { stopwatch in [measure(stopwatch)] }
  }

  /// The themes that names begin with.
  static func commonNames(_ benchmarks: some Sequence<Benchmark>) -> String {
    var themes: [String] = []
    for benchmark in benchmarks {
      let theme = String(benchmark.name.prefix { $0 != "/" })
      if !themes.contains(theme) { themes.append(theme) }
    }
    return themes.map { "\($0)/…" }.joined(separator: ", ")
  }
}

/// A median time, and what it means.
struct Measurement: Encodable {
  /// `theme/name`.
  let name: String
  let microseconds: Double
  /// Other figures by name, such as `GFLOP/s`.
  var figures: [Figure] = []
  /// The losses of the first steps, for comparison with other implementations.
  var losses: [Float] = []

  struct Figure: Encodable {
    let name: String
    let value: Double
  }

  init(_ name: String, seconds: Double, _ figures: KeyValuePairs<String, Double> = [:]) {
    self.name = name
    self.microseconds = seconds * 1e6
    self.figures = figures.map { Figure(name: $0.key, value: $0.value) }
  }
}
