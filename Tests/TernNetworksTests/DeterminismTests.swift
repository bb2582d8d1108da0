import Tern
import TestSupport
import Testing

/// Training a network with every kind of layer that splits its work over threads.
struct DeterminismTests {
  /// The parameters after some steps on `threads` threads.
  private func trained(threads: Int) -> [Tensor<Float>] {
    withThreadCount(threads) {
      var rng = Philox(seed: 1)
      var model = Sequential<Float> {
        Conv2D(1, 16, kernel: 3, using: &rng)
        BatchNorm(16)
        ReLU()
        Conv2D(16, 32, kernel: 3, padding: 1, using: &rng)
        BatchNorm(32)
        ReLU()
        MaxPool2D(2)
        Flatten()
        Linear(32 * 6 * 6, 64, using: &rng)
        ReLU()
        Linear(64, 10, using: &rng)
      }
      let images = Tensor<Float>(randomNormal: [32, 1, 14, 14], using: &rng)
      let labels = Tensor<Int32>((0..<32).map { Int32($0 % 10) })
      var optimizer = SGD<Float>(learningRate: 0.01, momentum: 0.9)
      for _ in 1...3 {
        let (_, gradients) = valueWithGradient(at: &model) { model in
          softmaxCrossEntropy(model.training(images), labels)
        }
        optimizer.update(&model, with: gradients)
      }
      return model.parameters.map(\.tensor)
    }
  }

  @Test(arguments: [1, 2, 3]) func twoRunsGiveTheSameBits(threads: Int) {
    #expect(trained(threads: threads) == trained(threads: threads))
  }

  @Test(arguments: [2, 3]) func threadsAgreeToRounding(threads: Int) {
    for (one, many) in zip(trained(threads: 1), trained(threads: threads)) {
      expectClose(many, one, relative: 1e-4, absolute: 1e-5)
    }
  }
}
