import Tern

/// Whole training steps: forward, loss, backward, update; the loss is read every step.
let trainingSteps: [(name: String, run: @Sendable () -> String)] = [
  ("iris", { step("iris", widths: [4, 40, 3], batch: 5) }),
  ("mnist-mlp", { step("mnist-mlp", widths: [784, 512, 10], batch: 64) }),
  ("cifar-mlp", { step("cifar-mlp", widths: [3072, 512, 256, 10], batch: 64) }),
]

private func step(_ name: String, widths: [Int], batch: Int) -> String {
  var rng = Philox(seed: 1)
  var model = Sequential<Float> {
    for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
      if index > 0 { ReLU() }
      Linear(inputs, outputs, using: &rng)
    }
  }
  let classes = widths[widths.count - 1]
  let inputs = Tensor<Float>(randomNormal: [batch, widths[0]], using: &rng)
  let labels = Tensor<Int32>((0..<batch).map { Int32($0 % classes) })
  var optimizer = SGD<Float>(learningRate: 0.01, momentum: 0.9)
  var total: Float = 0
  func train() {
    let (loss, gradients) = valueWithGradient(at: &model) { model in
      softmaxCrossEntropy(model.training(inputs), labels)
    }
    optimizer.update(&model, with: gradients)
    total += loss.scalar
  }

  train()
  let requested = Runtime.memory.requestedFromSystem
  for _ in 2...1000 { train() }
  let growth = Runtime.memory.requestedFromSystem - requested
  let time = medians(of: [train])[0]
  precondition(total.isFinite, "the steps diverged")
  return "\(name), batch \(batch): \(microseconds(time)) a step; steps 2…1000 asked the system for "
    + "\(growth) bytes"
}
