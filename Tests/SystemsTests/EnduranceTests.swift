import Foundation
import Tern
import TestSupport
import Testing

/// Long runs in which nothing may grow; `Scripts/endure` runs them.
@Suite(
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["TERN_ENDURANCE"] != nil, "Scripts/endure runs it")
)
struct EnduranceTests {
  /// What a process has of the system.
  private struct Holdings {
    var residentBytes: Int
    var threads: Int
    var files: Int

    static var now: Holdings {
      get throws {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        func number(_ name: String) throws -> Int {
          let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
          return try #require(
            line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
        }
        return Holdings(
          residentBytes: try number("VmRSS") * 1024, threads: try number("Threads"),
          files: try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count)
      }
    }
  }

  /// Runs a part of the work to warm up, then all of it, and compares.
  private func expectFlat(_ name: String, count: Int, warmUp: Int, _ body: (Int) throws -> Void)
    throws
  {
    for index in 0..<warmUp { try body(index) }
    let before = try Holdings.now
    for index in 0..<count { try body(index) }
    let after = try Holdings.now
    print(
      "\(name): \(count) times; resident \(before.residentBytes >> 10) → \(after.residentBytes >> 10) KiB, "
        + "threads \(before.threads) → \(after.threads), files \(before.files) → \(after.files)")
    #expect(Double(after.residentBytes) <= 1.01 * Double(before.residentBytes))
    // Threads that the runtime does not need any more may end.
    #expect(after.threads <= before.threads)
    #expect(after.files <= before.files)
  }

  private func network(_ rng: inout Philox) -> Sequential<Float> {
    Sequential<Float> {
      Linear(4, 40, using: &rng)
      ReLU()
      Linear(40, 3, using: &rng)
    }
  }

  private func step(
    _ model: inout Sequential<Float>, _ optimizer: inout some Optimizer<Float>,
    _ batch: Batch<Float>
  ) {
    let (_, gradients) = valueWithGradient(at: &model) { model in
      softmaxCrossEntropy(model.training(batch.inputs), batch.labels)
    }
    optimizer.update(&model, with: gradients)
  }

  @Test func aMillionSmallSteps() throws {
    var rng = Philox(seed: 1)
    var model = network(&rng)
    var optimizer = SGD<Float>(learningRate: 0.01, momentum: 0.9)
    let inputs: Tensor<Float> = seeded([150, 4], in: -1...1, seed: 2)
    let data = try Dataset(inputs: inputs, labels: Tensor<Int32>((0..<150).map { Int32($0 % 3) }))
    let batches = Array(data.batches(of: 5))
    try expectFlat("small steps", count: 1_000_000, warmUp: 10_000) { index in
      step(&model, &optimizer, batches[index % batches.count])
    }
    #expect(model.parameters.allSatisfy { $0.tensor.isFinite().all() })
  }

  @Test func twoThousandStepsOfConvolutions() throws {
    var rng = Philox(seed: 1)
    var model = Sequential<Float> {
      Conv2D(1, 16, kernel: 3, using: &rng)
      BatchNorm(16)
      ReLU()
      Conv2D(16, 16, kernel: 3, using: &rng)
      BatchNorm(16)
      ReLU()
      MaxPool2D(2)
      Conv2D(16, 32, kernel: 3, using: &rng)
      BatchNorm(32)
      ReLU()
      MaxPool2D(2)
      Flatten()
      Dropout(rate: 0.2, using: &rng)
      Linear(800, 10, using: &rng)
    }
    var optimizer = Adam<Float>(learningRate: 1e-3)
    let images: Tensor<Float> = seeded([256, 1, 28, 28], in: -1...1, seed: 2)
    let data = try Dataset(inputs: images, labels: Tensor<Int32>((0..<256).map { Int32($0 % 10) }))
    let batches = Array(data.batches(of: 64))
    try expectFlat("convolutional steps", count: 2_000, warmUp: 50) { index in
      step(&model, &optimizer, batches[index % batches.count])
    }
    #expect(model.parameters.allSatisfy { $0.tensor.isFinite().all() })
  }

  @Test func tenThousandLoadsAndSaves() throws {
    let folder = try TemporaryFolder()
    var rng = Philox(seed: 1)
    let model = network(&rng)
    var loaded = network(&rng)
    let path = "\(folder.path)/model.safetensors"
    try expectFlat("loads and saves", count: 10_000, warmUp: 500) { _ in
      try model.save(to: path)
      try loaded.load(from: path)
    }
    #expect(
      loaded.parameters.map { $0.tensor.scalars } == model.parameters.map { $0.tensor.scalars })
    #expect(try folder.names == ["model.safetensors"])
  }

  /// Many short trainings with checkpoints, as a service would do them.
  @Test func aThousandTrainingsThatGoOn() throws {
    let folder = try TemporaryFolder()
    let inputs: Tensor<Float> = seeded([60, 4], in: -1...1, seed: 2)
    let data = try Dataset(inputs: inputs, labels: Tensor<Int32>((0..<60).map { Int32($0 % 3) }))
    try expectFlat("resumed trainings", count: 1_000, warmUp: 50) { index in
      var rng = Philox(seed: 1)
      var trainer = Trainer(
        network(&rng), optimizer: SGD<Float>(learningRate: 0.01, momentum: 0.9)
      ) { softmaxCrossEntropy($0, $1) }
      trainer.epochs = 1 + index % 3
      trainer.batchSize = 20
      try trainer.fit(
        data, shuffledWith: &rng,
        checkpoints: Checkpoints(in: folder.path, every: .steps(2), resumes: index % 3 > 0))
    }
  }
}
