import Tern
import TestSupport
import Testing

@Suite struct DatasetTests {
  /// Ten examples of two features; example i has the inputs 2i and 2i + 1 and the label i.
  private let data: Dataset<Float>

  init() throws {
    data = try Dataset(
      inputs: Tensor((0..<20).map(Float.init), shape: [10, 2]), labels: Tensor(Array(0..<10)))
  }

  @Test func countsHaveToAgree() {
    let error = #expect(throws: DatasetError.countsDiffer(inputs: [2, 3], labels: [3])) {
      try Dataset(inputs: Tensor<Float>(zeros: [2, 3]), labels: [0, 1, 2])
    }
    #expect(
      error?.description
        == "a data set: expected a label for each input along the first axis, found inputs of "
        + "shape [2, 3] and labels of shape [3]")
    #expect(throws: DatasetError.countsDiffer(inputs: [], labels: [])) {
      try Dataset(inputs: Tensor<Float>(0), labels: Tensor<Int32>(0))
    }
  }

  @Test func emptyDataIsRefused() {
    let error = #expect(throws: DatasetError.empty) {
      try Dataset(inputs: Tensor<Float>(zeros: [0, 3]), labels: Tensor<Int32>(zeros: [0]))
    }
    #expect(error?.description == "a data set: expected at least one example, found none")
    #expect(throws: DatasetError.empty) { try data.subset([]) }
  }

  @Test func subsetTakesExamplesInTheGivenOrder() throws {
    let subset = try data.subset([7, 0, 7])
    #expect(subset.labels == [7, 0, 7])
    #expect(subset.inputs == [[14, 15], [0, 1], [14, 15]])
  }

  @Test func inputsAreMappedAtOnceOrBatchByBatch() throws {
    let bytes = try Dataset<Float>(
      bytes: Tensor((0..<20).map(UInt8.init), shape: [10, 2]), labels: Tensor(Array(0..<10))
    ) { $0.asType(Float.self) }
    for data in [data, bytes] {
      let mapped = data.mapInputs { $0 * 2 }.mapInputs { $0 - Tensor<Float>([1, 3]) }
      #expect(mapped.inputs == data.inputs * 2 - Tensor<Float>([1, 3]))
      #expect(mapped.batches(of: 3)[1].inputs[0].scalars == [11, 11])
      #expect(mapped.labels == data.labels)
    }
  }

  @Test func samplesAreDrawnWithoutRepetition() {
    var rng = Philox(seed: 1)
    let sample = data.sample(of: 4, using: &rng)
    #expect(Set(sample.labels.scalars).count == 4)
    #expect(
      sample.inputs[0].scalars.map { Int32($0) / 2 } == [
        sample.labels.scalars[0], sample.labels.scalars[0],
      ])
    #expect(data.sample(of: 4, using: &rng).labels != sample.labels)
    #expect(data.sample(of: 99, using: &rng).count == 10)
  }

  @Test func splitsAtAnIndex() throws {
    let (first, rest) = try data.split(at: 4)
    #expect(first.labels == [0, 1, 2, 3])
    #expect(rest.labels == [4, 5, 6, 7, 8, 9])
    expectPairs(first)
    expectPairs(rest)
  }

  @Test(arguments: [0, 10, -1, 11]) func refusesEmptyParts(index: Int) {
    let error = #expect(throws: DatasetError.emptyPart(bounds: [index], count: 10)) {
      try data.split(at: index)
    }
    #expect(
      error?.description
        == "a split of 10 examples: expected an example in each part, found bounds at \(index)")
  }

  @Test(arguments: [0, 1, -0.1, 1.5, .nan, .infinity])
  func refusesFractionsThatAreNone(fraction: Double) {
    var rng = Philox(seed: 1)
    let error = #expect(throws: DatasetError.self) {
      try data.split(fraction, shuffledWith: &rng)
    }
    #expect(error?.description.contains("expected fractions above 0 that add up to 1") == true)
  }

  @Test func splitsIntoShuffledParts() throws {
    var rng = Philox(seed: 1)
    let parts = try data.split([0.5, 0.3, 0.2], shuffledWith: &rng)
    #expect(parts.map(\.count) == [5, 3, 2])
    #expect(parts.flatMap(\.labels.scalars).sorted() == Array(0..<10))
    #expect(parts.flatMap(\.labels.scalars) != Array(0..<10))
    for part in parts { expectPairs(part) }
  }

  @Test func theSameSeedGivesTheSameSplit() throws {
    var (a, b, c) = (Philox(seed: 1), Philox(seed: 1), Philox(seed: 2))
    let split = try data.split(0.8, shuffledWith: &a)
    #expect(split.0.count == 8)
    #expect(try data.split(0.8, shuffledWith: &b).0.labels == split.0.labels)
    #expect(try data.split(0.8, shuffledWith: &c).0.labels != split.0.labels)
  }

  @Test func theOrderIsAPermutationOfTheGenerator() {
    var (a, b) = (Philox(seed: 1), Philox(seed: 1))
    #expect(data.shuffled(using: &a).labels.scalars == b.permutation(10).map(Int32.init))
  }

  @Test func shuffledWithoutAGeneratorKeepsTheExamples() {
    let shuffled = data.shuffled()
    #expect(shuffled.labels.scalars.sorted() == Array(0..<10))
    expectPairs(shuffled)
  }

  @Test func bytesBecomeNumbersWhenTheyAreRead() throws {
    let bytes = Tensor((0..<20).map(UInt8.init), shape: [10, 2])
    let data = try Dataset<Float>(bytes: bytes, labels: Tensor(Array(0..<10))) {
      $0.asType(Float.self)
    }
    #expect(data.inputShape == [10, 2])
    #expect(data.inputs.shape == [10, 2])
    expectPairs(data)
    expectPairs(try data.subset([7, 0, 7]))
    let (first, second) = try data.split(at: 4)
    #expect(second.inputShape == [6, 2])
    expectPairs(first)
    expectPairs(second)
    expectPairs(data.shuffled())
  }

  @Test func bytesAndLabelsHaveToAgree() {
    func dataset(_ bytes: Shape, _ labels: Shape) throws -> Dataset<Float> {
      try Dataset(bytes: Tensor(zeros: bytes), labels: Tensor(zeros: labels)) {
        $0.asType(Float.self)
      }
    }
    #expect(throws: DatasetError.countsDiffer(inputs: [2, 3], labels: [3])) {
      try dataset([2, 3], [3])
    }
    #expect(throws: DatasetError.empty) { try dataset([0, 3], [0]) }
  }

  @Test func aConversionKeepsTheShape() async {
    expectMessage(
      "the conversion of a data set made shape [6] of bytes of shape [2, 3]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        let data = try Dataset<Float>(bytes: Tensor(zeros: [2, 3]), labels: [0, 1]) {
          $0.asType(Float.self).flattened()
        }
        _ = data.inputs
      })
  }

  private func expectPairs(
    _ part: Dataset<Float>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let inputs = part.labels.scalars.flatMap { k -> [Float] in [2 * Float(k), 2 * Float(k) + 1] }
    #expect(part.inputs.scalars == inputs, sourceLocation: sourceLocation)
  }
}
