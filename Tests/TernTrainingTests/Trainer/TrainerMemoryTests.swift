import Tern
import Testing

@Suite struct TrainerMemoryTests {
  /// In a process of its own, as other tests ask for memory, too.
  @Test func stepsAskTheSystemForNoMemory() async {
    await #expect(processExitsWith: .success) {
      Runtime.threadCount = 1
      let data = try blobs(1000)
      var rng = Philox(seed: 3)
      var trainer = smallTrainer()
      trainer.batchSize = 300
      trainer.epochs = 3
      var requested: [Int] = []
      try trainer.fit(data, shuffledWith: &rng) { event in
        if case .step = event { requested.append(Runtime.memory.requestedFromSystem) }
      }
      precondition(requested.count == 12 && requested[0] > 0)
      // The last, smaller batch of each epoch included.
      precondition(Set(requested).count == 1)
    }
  }

  @Test func stepsChangeParametersInPlace() throws {
    let data = try blobs(64)
    var model = smallNetwork()
    var optimizer = SGD<Float>(learningRate: 0.1, momentum: 0.9)
    func addresses() -> [UnsafeRawPointer?] {
      model.parameters.map { parameter in
        parameter.tensor.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) }
      }
    }
    let before = addresses()
    let values = model.bits
    for batch in data.batches(of: 16) {
      let (_, gradients) = valueWithGradient(at: &model) { model in
        softmaxCrossEntropy(model.training(batch.inputs), batch.labels)
      }
      optimizer.update(&model, with: gradients)
    }
    #expect(addresses() == before)
    #expect(model.bits != values)
  }
}
