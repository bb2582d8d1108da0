import Tern

/// A step of 784 → width → 10 against the batch and the width: the cost grows as the arithmetic does,
/// without a cliff.
let scalingBenchmarks = [64, 128, 256, 512, 1024, 2048, 4096].map { width in
  Benchmark("scaling/width-\(width)") { stopwatch in
    [1, 4, 16, 64, 256, 1024].map { batch in
      let workload = Workload(name: "scaling", batch: batch, widths: [784, width, 10])
      var step = TrainingStep(workload)
      let time = stopwatch.part(of: 4).time { step.run() }
      let flops = workload.products.reduce(0) { $0 + $1.flops }
      return Measurement(
        "scaling/width-\(width)-batch-\(batch)", seconds: time,
        ["µs a sample": time * 1e6 / Double(batch), "GFLOP/s": flops / time * 1e-9])
    }
  }
}
