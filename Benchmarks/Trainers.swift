import Tern

/// What a trainer adds to its steps: an epoch of 100 steps of 784 → 512 → 10 with and without the
/// accuracy being measured.
let trainerBenchmarks = [
  Benchmark("trainer/metrics") { stopwatch in metricsOverhead(stopwatch) }
]

private func metricsOverhead(_ stopwatch: Stopwatch) -> Measurement {
  var rng = Philox(seed: 1)
  let data = Dataset(
    checkedInputs: Tensor<Float>(randomNormal: [6400, 784], using: &rng),
    labels: Tensor<Int32>((0..<6400).map { Int32($0 % 10) }))
  let model = Sequential<Float> {
    Linear(784, 512, using: &rng)
    ReLU()
    Linear(512, 10, using: &rng)
  }
  func epoch(measuring metrics: [Metric<Float>]) {
    var trainer = Trainer(model, optimizer: SGD(learningRate: 0.01, momentum: 0.9)) {
      softmaxCrossEntropy($0, $1)
    }
    (trainer.epochs, trainer.metrics, trainer.monitor) = (1, metrics, .loss)
    var rng = Philox(seed: 2)
    do {
      try trainer.fit(data, shuffledWith: &rng)
    } catch {
      preconditionFailure("\(error)")
    }
  }
  let times = stopwatch.medians(of: [
    { epoch(measuring: [.accuracy]) }, { epoch(measuring: []) },
  ])
  return Measurement(
    "trainer/metrics", seconds: times[0],
    ["of the time without the accuracy": times[0] / times[1]])
}
