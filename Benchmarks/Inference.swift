import Tern

/// Predictions of one sample: forward, and the class with the largest score read.
let inferenceBenchmarks = Workload.all.map { workload in
  Benchmark("inference/\(workload.name)") { stopwatch in
    let model = workload.model()
    let (input, _) = workload.data(batch: 1)
    var total = 0
    let time = stopwatch.time { total += Int(model(input).argmax().scalars[0]) }
    precondition(total >= 0, "a class is not negative")
    return Measurement("inference/\(workload.name)", seconds: time)
  }
}
