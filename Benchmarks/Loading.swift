import FoundationEssentials
import Tern
import TernData

/// Data on its way to the network.
let loadingBenchmarks = [
  Benchmark("loading/shuffled-batches") { stopwatch in shuffledBatches(stopwatch) },
  Benchmark("loading/mnist") { stopwatch in mnist(stopwatch) },
  Benchmark("loading/csv") { stopwatch in csv(stopwatch) },
]

/// An epoch of batches of 64 out of 60,000 images of 28 × 28.
private func shuffledBatches(_ stopwatch: Stopwatch) -> Measurement {
  let count = stopwatch.isQuick ? 6_000 : 60_000
  let data = Dataset(
    checkedInputs: Tensor<Float>(zeros: [count, 1, 28, 28]), labels: Tensor<Int32>(zeros: [count]))
  var rng = Philox(seed: 1)
  var samples = 0
  let time = stopwatch.time {
    for batch in data.batches(of: 64, shuffledWith: &rng) { samples += batch.inputs.shape[0] }
  }
  precondition(samples % count == 0, "every image once an epoch")
  return Measurement(
    "loading/shuffled-batches", seconds: time,
    ["GB/s": Double(2 * data.inputShape.elementCount * 4) / time * 1e-9, "images": Double(count)])
}

/// Reads and unpacks MNIST, if `TERN_DATA` or `../shared/data` has it.
private func mnist(_ stopwatch: Stopwatch) -> [Measurement] {
  let folder = (ProcessInfo.processInfo.environment["TERN_DATA"] ?? "../shared/data") + "/mnist"
  guard (try? MNIST.load(from: folder)) != nil else {
    print("loading/mnist: no data in \(folder)")
    return []
  }
  let time = stopwatch.time { _ = try? MNIST.load(from: folder) }
  return [Measurement("loading/mnist", seconds: time, ["images": 70_000])]
}

/// Reads a table of 100,000 rows of ten numbers of six or seven digits.
private func csv(_ stopwatch: Stopwatch) -> [Measurement] {
  let rowCount = stopwatch.isQuick ? 1_000 : 100_000
  var rng = Philox(seed: 1)
  let rows = (0..<rowCount).map { _ in
    (0..<10).map { _ in "\(Double.random(in: -100..<100, using: &rng))".prefix(8) }
      .joined(separator: ",")
  }
  let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
  defer { try? FileManager.default.removeItem(at: file) }
  do {
    try Data(rows.joined(separator: "\n").utf8).write(to: file)
    _ = try CSVFile(reading: file.path, hasHeader: false)
  } catch {
    print("loading/csv: \(error)")
    return []
  }
  let time = stopwatch.time {
    let table = try? CSVFile(reading: file.path, hasHeader: false)
    let numbers = try? table?.tensor(of: table?.columnNames ?? [])
    precondition(numbers?.shape == [rowCount, 10])
  }
  return [Measurement("loading/csv", seconds: time, ["rows": Double(rowCount)])]
}
