import Foundation
import Tern
import TestSupport
import Testing

/// What `Documentation/Determinism.md` promises of the bits of results.
@Suite struct DeterminismTests {
  typealias Operation = (name: String, run: @Sendable () throws -> [[Float]])

  private static func values(
    _ name: String, _ run: @escaping @Sendable () throws -> [Tensor<Float>]
  )
    -> Operation
  {
    (name, { try run().map(\.scalars) })
  }

  private static let wide = seeded([300, 2000], in: -1...1, seed: 1, as: Float.self)
  private static let tall = seeded([2000, 500], in: -1...1, seed: 2, as: Float.self)
  private static let long = seeded([1_000_003], in: -1...1, seed: 3, as: Float.self)
  private static let square = seeded([400, 400], in: -1...1, seed: 4, as: Float.self)
  private static let images = seeded([32, 16, 28, 28], in: -1...1, seed: 5, as: Float.self)
  private static let image = seeded([1, 16, 8, 8], in: -1...1, seed: 5, as: Float.self)
  private static let labels = Tensor<Int32>((0..<300).map { Int32($0 % 2000) })

  /// A layer's output and all gradients of a sum of squares of it.
  private static func learned<L: Layer<Float>>(_ layer: L, _ x: Tensor<Float>) -> [Tensor<Float>] {
    var layer = layer
    var output: Tensor<Float>?
    let (_, dx) = valueWithGradient(at: x) { x in
      let y = layer.training(x)
      output = y.detached()
      return (y * y).sum()
    }
    var model = layer
    let (_, gradients) = valueWithGradient(at: &model) { model in
      let y = model.training(x)
      return (y * y).sum()
    }
    return [output, dx].compactMap(\.self) + gradients.tensors
  }

  /// What comes from products: the same bits with any number of threads, if OpenBLAS gives them.
  private static let ofProducts: [Operation] = [
    values("products") { [wide.matmul(tall), tall.transposed().matmul(wide.transposed())] },
    values("linear layers") {
      var rng = Philox(seed: 1)
      return learned(Linear(2000, 512, using: &rng), wide)
    },
    values("batches of products") {
      // Fewer and more than threads.
      [1, 3, 9].map { count in
        seeded([count, 70, 138], in: -1...1, seed: 6).matmul(
          seeded([count, 138, 279], in: -1...1, seed: 7))
      }
    },
    values("cholesky") { [try positive.cholesky().lower] },
    values("eigenvalues") { [try positive.eigh().values] },
  ]

  private static let steady = square + Tensor(identity: 400) * 40
  private static let positive = square.matmul(square.transposed()) + Tensor(identity: 400)

  /// The same bits with any number of threads.
  static let identical: [Operation] =
    [
      values("sums") { [long.sum(), wide.sum(along: 0), wide.sum(along: 1), long.mean()] },
      values("variances") { [long.variance(), wide.variance(along: 0), wide.variance(along: 1)] },
      values("scans") { [long.cumulativeSum(), long.sorted()] },
      values("element-wise") { [long.exp().tanh() * long + long] },
      values("cross-entropy") {
        let (loss, gradient) = valueWithGradient(at: wide) { softmaxCrossEntropy($0, labels) }
        return [loss, gradient]
      },
      values("pooling") { learned(MaxPool2D(2), images) + learned(AvgPool2D(2), images) },
      values("small convolutions") { learned(convolutions[0], image) },
      values("batch norm") { learned(BatchNorm(16), images) },
      values("layer norm") { learned(LayerNorm([2000]), wide) },
      values("draws") {
        var rng = Philox(seed: 1)
        return [Tensor(randomNormal: [100_003], using: &rng)]
      },
      values("decompositions by LAPACK alone") {
        [try square.eig().values.real, try square.schur().t]
      },
    ] + (productsAreTheSumOfTheirParts ? ofProducts : [])

  /// The same bits with the same number of threads; with another one the same to rounding, as sums
  /// are divided among the threads.
  static let rounded: [Operation] =
    [
      values("convolutions") { convolutions.flatMap { learned($0, images) } },
      values("solve") { [try steady.solve(square.transposed())] },
      values("inverse") { [try steady.inverse()] },
      values("lu") { [try steady.lu().lower, try steady.lu().upper] },
      values("qr") { [try steady.qr().q] },
      values("singular values of large matrices") {
        [try square.svdvals(), try steady.pseudoInverse()]
      },
      values("eigenvectors of large symmetric matrices") { [try square.eigh().vectors] },
    ] + (productsAreTheSumOfTheirParts ? [] : ofProducts)

  private static var convolutions: [Conv2D<Float>] {
    var rng = Philox(seed: 1)
    return [
      Conv2D(16, 24, kernel: 3, padding: 1, using: &rng),
      Conv2D(16, 8, kernel: 5, stride: 2, using: &rng), Conv2D(16, 8, kernel: 1, using: &rng),
    ]
  }

  @Test(arguments: identical.indices)
  func anyNumberOfThreadsGivesTheSameBits(index: Int) throws {
    let (name, run) = Self.identical[index]
    let one = try withThreadCount(1) { try run() }
    for count in 2...4 {
      let several = try withThreadCount(count) { try run() }
      #expect(several == one, "\(name) with \(count) threads")
    }
  }

  /// Sizes around those from which on threads share a product, and OpenBLAS takes other kernels.
  @Test(
    .enabled(if: productsAreTheSumOfTheirParts, "needs OpenBLAS's kernels for AVX-512"),
    arguments: [false, true], [false, true])
  func productsOfAnyShapeAreTheSameWithAnyNumberOfThreads(
    transposeA: Bool, transposeB: Bool
  ) throws {
    var rng = Philox(seed: 7)
    var others: Set<String> = []
    for _ in 0..<250 {
      let (m, n, k) = (
        Int(exp(Double.random(in: 0...6.5, using: &rng))),
        Int(exp(Double.random(in: 0...6.5, using: &rng))),
        Int(exp(Double.random(in: 0...6.5, using: &rng)))
      )
      let a = seeded(transposeA ? [k, m] : [m, k], in: -1...1, seed: 1, as: Float.self)
      let b = seeded(transposeB ? [n, k] : [k, n], in: -1...1, seed: 2, as: Float.self)
      func product() -> [Float] {
        (transposeA ? a.transposed() : a).matmul(transposeB ? b.transposed() : b).scalars
      }
      let one = withThreadCount(1) { product() }
      for count in 2...4 where withThreadCount(count, product) != one {
        others.insert("\(m) × \(n), \(k) products each, \(count) threads")
      }
    }
    #expect(others.isEmpty)
  }

  @Test(arguments: rounded.indices)
  func anotherNumberOfThreadsMayRoundOtherwise(index: Int) throws {
    let (name, run) = Self.rounded[index]
    let one = try withThreadCount(1) { try run() }
    for count in 2...4 {
      let (first, second) = try withThreadCount(count) { (try run(), try run()) }
      #expect(first == second, "\(name) twice with \(count) threads")
      for (a, b) in zip(first, one) {
        let scale = b.reduce(0) { max($0, abs($1)) }
        #expect(zip(a, b).allSatisfy { abs($0 - $1) <= 1e-5 * scale }, "\(name)")
      }
    }
  }

  /// A whole training, twice: the same bits in everything that it leaves.
  @Test(arguments: [1, 2, 3]) func trainingsAreTheSameFromRunToRun(threads: Int) throws {
    let network = Self.convolutions[0]
    func train() throws -> [[Float]] {
      var rng = Philox(seed: 8)
      var trainer = Trainer(
        Sequential<Float> {
          network
          BatchNorm(24)
          ReLU()
          GlobalAvgPool2D()
          Dropout(rate: 0.2, using: &rng)
          Linear(24, 4, using: &rng)
        }, optimizer: Adam<Float>(learningRate: 0.01)
      ) { softmaxCrossEntropy($0, $1) }
      trainer.epochs = 2
      trainer.batchSize = 16
      let data = try Dataset(
        inputs: Self.images, labels: Tensor<Int32>((0..<32).map { Int32($0 % 4) }))
      try trainer.fit(data, validation: data, shuffledWith: &rng)
      return (trainer.model.parameters + trainer.bestModel.parameters).map { $0.tensor.scalars }
    }
    let (first, second) = try withThreadCount(threads) { (try train(), try train()) }
    #expect(first == second)
  }
}
