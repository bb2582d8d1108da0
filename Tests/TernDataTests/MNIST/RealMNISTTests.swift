import Tern
import TernData
import TestSupport
import Testing

@Suite struct RealMNISTTests {
  static let folder = realData("mnist")

  /// Counts and means as NumPy computes them from the canonical files.
  @Test(.enabled(if: folder != nil, "set TERN_DATA to a folder that has MNIST in it as mnist"))
  func hasTheFiguresOfTheOriginal() throws {
    let mnist = try MNIST.load(from: try #require(Self.folder), flattened: true)
    #expect(mnist.train.inputs.shape == [60_000, 784])
    #expect(mnist.test.inputs.shape == [10_000, 784])
    #expect(mnist.train.labels[0..<5] == [5, 0, 4, 1, 9])
    #expect(mnist.test.labels[0..<5] == [7, 2, 1, 0, 4])
    #expect(counts(mnist.train) == [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949])
    #expect(counts(mnist.test) == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009])
    #expect(abs(mnist.train.inputs.mean().scalar - 0.1306604762738429) < 1e-6)
    #expect(abs(mnist.test.inputs.mean().scalar - 0.13251460584233693) < 1e-6)
  }

  private func counts(_ dataset: Dataset<Float>) -> [Int] {
    dataset.labels.scalars.reduce(into: Array(repeating: 0, count: 10)) { $0[Int($1)] += 1 }
  }
}
