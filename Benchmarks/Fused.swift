import Tern

/// Passes that are one instead of two, against the two, in turn: what the fused path gains.
let fusedBenchmarks: [Benchmark] = [
  rectified("batch-norm-relu-64x16x24x24", BatchNorm(16), [64, 16, 24, 24]),
  rectified("batch-norm-relu-64x64x8x8", BatchNorm(64), [64, 64, 8, 8]),
  rectified("linear-relu-5x4x40", linear(4, 40), [5, 4]),
  rectified("linear-relu-64x784x512", linear(784, 512), [64, 784]),
  crossEntropy(batch: 5, classes: 3),
  crossEntropy(batch: 64, classes: 10),
  crossEntropy(batch: 512, classes: 1000),
]

/// A layer and the rectifier after it, forward and backward.
private func rectified(_ name: String, _ layer: some Layer<Float>, _ shape: Shape) -> Benchmark {
  compared("fused/\(name)", numbers(shape)) { [upstream = layer(numbers(shape))] x in
    var layer = layer
    return (layer.rectifiedTraining(x) * upstream).sum()
  } plain: { [upstream = layer(numbers(shape))] x in
    var layer = layer
    return (layer.training(x).relu() * upstream).sum()
  }
}

/// Softmax and cross-entropy of labels, forward and backward.
private func crossEntropy(batch: Int, classes: Int) -> Benchmark {
  let labels = Tensor<Int32>((0..<batch).map { Int32($0 % classes) })
  let targets = Tensor<Float>(oneHot: labels, classes: classes)
  return compared("fused/cross-entropy-\(batch)x\(classes)", numbers([batch, classes])) { x in
    softmaxCrossEntropy(x, labels)
  } plain: { x in
    -(x.softmax().log() * targets).sum() / Float(batch)
  }
}

private func compared(
  _ name: String, _ x: Tensor<Float>,
  fused: @escaping @Sendable (Tensor<Float>) -> Tensor<Float>,
  plain: @escaping @Sendable (Tensor<Float>) -> Tensor<Float>
) -> Benchmark {
  Benchmark(name) { stopwatch in
    let (one, two) = (gradient(at: x, of: fused), gradient(at: x, of: plain))
    precondition(one.isClose(to: two, relative: 1e-3, absolute: 1e-5), "\(name): gradients differ")
    var result = x
    let times = stopwatch.medians(of: [
      { result = gradient(at: x, of: fused) }, { result = gradient(at: x, of: plain) },
    ])
    precondition(result.shape == x.shape)
    return Measurement(name, seconds: times[0], ["of the plain passes' time": times[0] / times[1]])
  }
}

private func linear(_ inputs: Int, _ outputs: Int) -> Linear<Float> {
  var rng = Philox(seed: 2)
  return Linear(inputs, outputs, using: &rng)
}

private func numbers(_ shape: Shape) -> Tensor<Float> {
  var rng = Philox(seed: 1)
  return Tensor(randomNormal: shape, using: &rng)
}
