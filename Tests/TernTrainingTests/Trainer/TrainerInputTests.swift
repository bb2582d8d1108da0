import Tern
import Testing

@Suite struct TrainerInputTests {
  private func trainer(inputs: Int) -> Trainer<Sequential<Float>, SGD<Float>> {
    var rng = Philox(seed: 1)
    return Trainer(
      Sequential { Linear(inputs, 3, using: &rng) }, optimizer: SGD(learningRate: 0.1)
    ) { softmaxCrossEntropy($0, $1) }
  }

  private func data(labels: [Int32]) throws -> Dataset<Float> {
    try Dataset(inputs: Tensor(zeros: [labels.count, 4]), labels: Tensor(labels))
  }

  @Test(arguments: [([0, 3, 1], 3, 1), ([2, 1, -1], -1, 2)] as [([Int32], Int, Int)])
  func labelsOutOfRangeAreRefused(labels: [Int32], label: Int, index: Int) throws {
    var trainer = trainer(inputs: 4)
    var rng = Philox(seed: 2)
    let wrong = try data(labels: labels)
    let right = try data(labels: [0, 1, 2])
    let error = DatasetError.labelOutOfRange(label: label, index: index, classes: 3)
    #expect(throws: error) { try trainer.fit(wrong, shuffledWith: &rng) }
    #expect(throws: error) { try trainer.fit(right, validation: wrong, shuffledWith: &rng) }
    #expect(
      "\(error)" == "labels: expected classes from 0 to 2, found \(label) at index \(index)")
  }

  @Test func inputsOfAnotherShapeAreRefused() throws {
    var trainer = trainer(inputs: 5)
    var rng = Philox(seed: 2)
    let data = try data(labels: [0, 1, 2])
    #expect(
      throws: ShapeError(path: "0", layer: "Linear(5, 3)", found: [1, 4], expected: "[…, 5]")
    ) { try trainer.fit(data, shuffledWith: &rng) }
  }
}
