import Tern
import TestSupport
import Testing

/// Tensors, models and graphs used by many tasks at once give what they give to one.
@Suite struct ConcurrencyTests {
  // So few that no result depends on the number of threads, which other tests change meanwhile.
  private static let images = seeded([32, 1, 9, 9], in: -1...1, seed: 5, as: Float.self)
  private static let labels = Tensor<Int32>((0..<32).map { Int32($0 % 4) })

  private static func network(seed: UInt64) -> Sequential<Float> {
    var rng = Philox(seed: seed)
    return Sequential<Float> {
      Conv2D(1, 8, kernel: 3, padding: 1, using: &rng)
      BatchNorm(8)
      ReLU()
      MaxPool2D(3)
      Flatten()
      Dropout(rate: 0.2, using: &rng)
      Linear(72, 4, using: &rng)
    }
  }

  /// Trains a network for a few epochs; returns its numbers and losses.
  private static func train(seed: UInt64) throws -> ([[Float]], [Double]) {
    var trainer = Trainer(
      network(seed: seed), optimizer: SGD(learningRate: 0.05, momentum: 0.9)
    ) { softmaxCrossEntropy($0, $1) }
    trainer.epochs = 3
    trainer.batchSize = 16
    var rng = Philox(seed: seed)
    let data = try Dataset(inputs: images, labels: labels)
    let history = try trainer.fit(data, validation: data, shuffledWith: &rng)
    return (trainer.model.parameters.map { $0.tensor.scalars }, history.losses)
  }

  @Test func modelsTrainedSideBySideAreThoseTrainedInTurn() async throws {
    let seeds = Array<UInt64>(1...8)
    let inTurn = try seeds.map(Self.train)
    let sideBySide = try await withThrowingTaskGroup(of: (Int, ([[Float]], [Double])).self) {
      group in
      for (index, seed) in seeds.enumerated() {
        group.addTask { (index, try Self.train(seed: seed)) }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (index, expected) in inTurn.enumerated() {
      let found = try #require(sideBySide[index])
      #expect(found.0 == expected.0 && found.1 == expected.1, "seed \(seeds[index])")
    }
  }

  /// Some tasks infer with a model while others learn on from it, which changes their copies only.
  @Test func oneModelServesManyTasks() async throws {
    let model = Self.network(seed: 3)
    let before = model.parameters.map { $0.tensor.scalars }
    let prediction = model(Self.images).scalars
    /// The numbers of a copy after three steps.
    @Sendable func learned() -> [[Float]] {
      var copy = model
      var optimizer = Adam<Float>(learningRate: 0.1)
      for _ in 0..<3 {
        let (_, gradients) = valueWithGradient(at: &copy) { copy in
          softmaxCrossEntropy(copy.training(Self.images), Self.labels)
        }
        optimizer.update(&copy, with: gradients)
      }
      return copy.parameters.map { $0.tensor.scalars }
    }
    let expected = learned()
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<24 {
        group.addTask {
          task % 2 == 0 ? model(Self.images).scalars == prediction : learned() == expected
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    #expect(model.parameters.map { $0.tensor.scalars } == before)
  }

  /// A traced value is shared by closures that run at the same time, each with a graph of its own.
  @Test func oneTensorIsInManyGraphs() async {
    let x = seeded([40, 30], in: -1...1, seed: 9, as: Double.self)
    @Sendable func slope(_ factor: Double) -> [Double] {
      gradient(at: x) { x in ((x * factor).tanh().matmul(x.transposed())).sum() }.scalars
    }
    let expected = (0..<16).map { slope(Double($0)) }
    await withTaskGroup(of: (Int, [Double]).self) { group in
      for index in 0..<16 { group.addTask { (index, slope(Double(index))) } }
      for await (index, found) in group { #expect(found == expected[index]) }
    }
  }
}
