import Tern
import TestSupport
import Testing

@Suite struct MetricTests {
  /// Small integers, so that many are equal.
  private static func scores(_ count: Int, _ classes: Int, seed: UInt64) -> Tensor<Float> {
    var rng = Philox(seed: seed)
    return Tensor(
      (0..<count * classes).map { _ in Float(Int.random(in: 0...4, using: &rng)) },
      shape: [count, classes])
  }

  private static func labels(_ count: Int, _ classes: Int, seed: UInt64) -> Tensor<Int32> {
    var rng = Philox(seed: seed)
    return Tensor((0..<count).map { _ in Int32.random(in: 0..<Int32(classes), using: &rng) })
  }

  /// How many labels are among the k first of their rows, sorted stably from the greatest.
  private func naiveTop(_ scores: Tensor<Float>, _ labels: Tensor<Int32>, _ k: Int) -> Double {
    let classes = scores.shape[1]
    return Double(
      labels.scalars.enumerated().count { row, label in
        let values = scores[row].scalars
        let order = (0..<classes).sorted { (-values[$0], $0) < (-values[$1], $1) }
        return order.prefix(k).contains(Int(label))
      })
  }

  @Test(arguments: [(1, 1), (7, 3), (17, 10), (1023, 5)], [1, 2, 5])
  func agreesWithCounting(size: (Int, Int), k: Int) {
    let (count, classes) = size
    let scores = Self.scores(count, classes, seed: 1)
    let labels = Self.labels(count, classes, seed: 2)
    #expect(Metric<Float>.topAccuracy(k).sum(scores, labels) == naiveTop(scores, labels, k))
    #expect(Metric<Float>.accuracy.sum(scores, labels) == naiveTop(scores, labels, 1))
    #expect(accuracy(scores, labels) == naiveTop(scores, labels, 1) / Double(count))
  }

  @Test func names() {
    #expect(Metric<Float>.accuracy.name == "accuracy")
    #expect(Metric<Float>.topAccuracy(5).name == "top5_accuracy")
  }

  @Test func notANumberIsNotAccurate() {
    let scores = Tensor<Double>([.nan, .nan, .nan, 1, .nan, 3], shape: [2, 3])
    #expect(Metric<Double>.topAccuracy(2).sum(scores, [1, 0]) == 0)
  }

  @Test func noRowsHaveNoAccuracy() {
    #expect(accuracy(Tensor<Float>(zeros: [0, 3]), Tensor<Int32>(zeros: [0])).isNaN)
  }

  @Test func confusionsAreCounted() {
    let predictions = Self.labels(200, 4, seed: 5)
    let labels = Self.labels(200, 4, seed: 6)
    let matrix = confusionMatrix(predictions, labels, classes: 5)
    let pairs = Array(zip(labels.scalars, predictions.scalars))
    for i in 0..<5 {
      for j in 0..<5 {
        #expect(Int(matrix[i][j].scalar) == pairs.count { $0 == Int32(i) && $1 == Int32(j) })
      }
    }
    #expect(matrix.shape == [5, 5])
  }

  @Test(arguments: [1, 7, 16, 64, 1000])
  func unevenBatchesAreOne(batchSize: Int) throws {
    let data = try blobs(50)
    let model = smallNetwork()
    let metrics: [Metric<Float>] = [.accuracy, .topAccuracy(2)]
    let found = evaluate(
      model, on: data, batchSize: batchSize, loss: { softmaxCrossEntropy($0, $1) },
      metrics: metrics)
    let output = model(data.inputs)
    expectClose(
      found.loss, Double(softmaxCrossEntropy(output, data.labels).scalar), relative: 1e-5)
    #expect(found["accuracy"] == accuracy(output, data.labels))
    #expect(found["top2_accuracy"] == naiveTop(output, data.labels, 2) / 50)
    #expect(found.metrics.count == 2)
  }
}
