import Tern

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Times what Tern promises to do fast, against what the hardware can do; `--help` says how.

do {
  try runBenchmarks(try Options(CommandLine.arguments.dropFirst()))
} catch {
  let message = Array("benchmarks: \(error)\n".utf8)
  _ = write(STDERR_FILENO, message, message.count)
  exit(2)
}

func runBenchmarks(_ options: Options) throws(UsageError) {
  if options.showsHelp { return print(Options.help) }
  if let count = options.threads { Runtime.threadCount = count }
  if let name = options.firstSteps { return try runFirstSteps(of: name) }

  let themes: [[Benchmark]] = [
    trainingBenchmarks, inferenceBenchmarks, roofBenchmarks, convolutionBenchmarks,
    imageBenchmarks + fusedBenchmarks, operatorBenchmarks, productBenchmarks, arrayBenchmarks,
    linearAlgebraBenchmarks, batchBenchmarks, loadingBenchmarks, trainerBenchmarks,
    scalingBenchmarks,
  ]
  let chosen = themes.joined().filter { $0.name.contains(options.filter) }
  guard !chosen.isEmpty else {
    throw UsageError(
      "no benchmark's name contains '\(options.filter)'; there are "
        + Benchmark.commonNames(themes.joined()))
  }
  var report = Report(isQuick: options.isQuick)
  report.printHeading()
  Stopwatch.warmUp()
  for benchmark in chosen {
    for measurement in benchmark.run(Stopwatch(isQuick: options.isQuick)) {
      report.add(measurement)
    }
  }
  if let path = options.json {
    do {
      try report.write(to: path)
    } catch {
      throw UsageError("cannot write \(path): \(error)")
    }
  }
}
