import Tern
import Testing

@Suite struct BatchesTests {
  /// Ten examples of two features; example i has the inputs 2i and 2i + 1 and the label i.
  private let data: Dataset<Float>

  init() throws {
    data = try Dataset(
      inputs: Tensor((0..<20).map(Float.init), shape: [10, 2]), labels: Tensor(Array(0..<10)))
  }

  @Test(arguments: [
    (1, false, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), (4, false, [4, 4, 2]), (4, true, [4, 4]),
    (5, true, [5, 5]), (10, false, [10]), (11, false, [10]), (11, true, []),
  ])
  func sizes(size: Int, dropsLast: Bool, expected: [Int]) {
    var rng = Philox(seed: 1)
    let batches = data.batches(of: size, dropsLast: dropsLast)
    let shuffled = data.batches(of: size, dropsLast: dropsLast, shuffledWith: &rng)
    #expect(batches.count == expected.count)
    #expect(batches.map(\.count) == expected)
    #expect(shuffled.map(\.count) == expected)
  }

  @Test func batchesKeepTheOrder() {
    var labels: [Int32] = []
    for batch in data.batches(of: 4) {
      labels += batch.labels.scalars
      expectPairs(batch)
    }
    #expect(labels == Array(0..<10))
  }

  @Test func unshuffledBatchesCopyNothing() {
    for (index, batch) in data.batches(of: 4).enumerated() {
      data.inputs.withUnsafeBufferPointer { all in
        batch.inputs.withUnsafeBufferPointer { part in
          #expect(part.baseAddress == all.baseAddress.map { $0 + index * 8 })
        }
      }
    }
  }

  @Test func shuffledBatchesHaveEveryExampleOnce() {
    var rng = Philox(seed: 1)
    let batches = data.batches(of: 3, shuffledWith: &rng)
    let labels = batches.flatMap(\.labels.scalars)
    #expect(labels.sorted() == Array(0..<10))
    #expect(labels != Array(0..<10))
    for batch in batches { expectPairs(batch) }
    #expect(batches.flatMap(\.labels.scalars) == labels)
  }

  @Test func eachEpochDrawsANewOrder() {
    var rng = Philox(seed: 1)
    let first = data.batches(of: 10, shuffledWith: &rng).flatMap(\.labels.scalars)
    let second = data.batches(of: 10, shuffledWith: &rng).flatMap(\.labels.scalars)
    #expect(first != second)
    var again = Philox(seed: 1)
    #expect(data.batches(of: 10, shuffledWith: &again).flatMap(\.labels.scalars) == first)
  }

  @Test func bytesBecomeNumbersABatchAtATime() throws {
    let bytes = try Dataset<Float>(
      bytes: Tensor((0..<20).map(UInt8.init), shape: [10, 2]), labels: Tensor(Array(0..<10))
    ) { $0.asType(Float.self) }
    var rng = Philox(seed: 1)
    for batches in [bytes.batches(of: 4), bytes.batches(of: 4, shuffledWith: &rng)] {
      #expect(batches.map(\.count) == [4, 4, 2])
      for batch in batches { expectPairs(batch) }
    }
  }

  @Test func drawnBatchesRepeatExamples() {
    var rng = Philox(seed: 1)
    let batches = data.batches(of: 4, steps: 500, drawnWith: &rng)
    #expect(batches.count == 500)
    #expect(batches.allSatisfy { $0.count == 4 })
    for batch in batches.prefix(5) { expectPairs(batch) }
    // 2,000 draws of ten: 200 of each on average, with a deviation of 13.
    var counts = [Int](repeating: 0, count: 10)
    for batch in batches { for label in batch.labels.scalars { counts[Int(label)] += 1 } }
    #expect(counts.allSatisfy { abs($0 - 200) < 60 })
    #expect(batches.contains { Set($0.labels.scalars).count < 4 })
  }

  private func expectPairs(
    _ batch: Batch<Float>, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let inputs = batch.labels.scalars.flatMap { k -> [Float] in [2 * Float(k), 2 * Float(k) + 1] }
    #expect(batch.inputs.scalars == inputs, sourceLocation: sourceLocation)
  }
}
