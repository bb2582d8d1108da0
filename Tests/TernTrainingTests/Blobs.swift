import Tern

/// Clouds of points around three corners of a triangle, which a small network can tell apart.
func blobs(_ count: Int, spread: Float = 0.2, seed: UInt64 = 1) throws -> Dataset<Float> {
  var rng = Philox(seed: seed)
  let corners: [(Float, Float)] = [(0, 1), (1, -1), (-1, -1)]
  var points: [Float] = []
  var labels: [Int32] = []
  for index in 0..<count {
    let (x, y) = corners[index % 3]
    points.append(x + Float.random(in: -spread...spread, using: &rng))
    points.append(y + Float.random(in: -spread...spread, using: &rng))
    labels.append(Int32(index % 3))
  }
  return try Dataset(inputs: Tensor(points, shape: [count, 2]), labels: Tensor(labels))
}

/// A small network with a random layer.
func smallNetwork(seed: UInt64 = 2) -> Sequential<Float> {
  var rng = Philox(seed: seed)
  return Sequential<Float> {
    Linear(2, 16, using: &rng)
    ReLU()
    Dropout(rate: 0.1, using: &rng)
    Linear(16, 3, using: &rng)
  }
}

/// A trainer of a small network.
func smallTrainer(
  learningRate: Float = 0.1
) -> Trainer<Sequential<Float>, SGD<Float>> {
  var trainer = Trainer(
    smallNetwork(), optimizer: SGD(learningRate: learningRate, momentum: 0.9)
  ) { softmaxCrossEntropy($0, $1) }
  trainer.batchSize = 16
  trainer.epochs = 5
  return trainer
}

extension Layer {
  /// All parameters' bits, one after another.
  var bits: [[Scalar]] { parameters.map { $0.tensor.scalars } }
}
