import Tern
import TernData

var rng = Philox(seed: 42)
let (train, test) = try Digits.load(as: Float.self, flattened: true).split(0.8, shuffledWith: &rng)
var model = Sequential<Float> {
  Linear(64, 128, using: &rng)
  ReLU()
  Linear(128, 10, using: &rng)
}
var optimizer = SGD<Float>(learningRate: 0.05, momentum: 0.9)
for _ in 1...20 {
  for batch in train.batches(of: 32, shuffledWith: &rng) {
    let (_, gradients) = valueWithGradient(at: &model) { model in
      softmaxCrossEntropy(model.training(batch.inputs), batch.labels)
    }
    optimizer.update(&model, with: gradients)
  }
}
print("test accuracy", accuracy(model(test.inputs), test.labels))
