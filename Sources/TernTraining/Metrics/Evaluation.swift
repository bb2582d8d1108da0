import TernLayers
import TernTensors

/// A loss and metrics over a data set.
public struct Evaluation: Sendable, Hashable, Codable {
  /// The mean loss of an example.
  public var loss: Double
  /// The metrics' values by their names.
  public var metrics: [String: Double]

  /// A loss and metrics that were measured otherwise.
  public init(loss: Double, metrics: [String: Double] = [:]) {
    self.loss = loss
    self.metrics = metrics
  }

  /// A metric by its name.
  public subscript(name: String) -> Double? { metrics[name] }
}

/// The loss and the metrics of a model that only infers, batch by batch.
///
/// - Parameters:
///   - model: The model.
///   - data: The examples.
///   - batchSize: How many examples go through the model at once: enough for speed, few enough
///     that the activations of a network of images stay small.
///   - loss: The mean loss of a batch, from the output and the labels.
///   - metrics: What else to measure.
public func evaluate<Model: Layer>(
  _ model: Model, on data: Dataset<Model.Scalar>, batchSize: Int = 128,
  loss: (Tensor<Model.Scalar>, Tensor<Int32>) -> Tensor<Model.Scalar>,
  metrics: [Metric<Model.Scalar>] = [.accuracy]
) -> Evaluation {
  var tally = Tally(metrics)
  for batch in data.batches(of: batchSize) {
    let output = model(batch.inputs)
    tally.add(loss: loss(output, batch.labels).scalar.asDouble, output, batch.labels)
  }
  return tally.evaluation
}

/// Running sums of a loss and of metrics.
struct Tally<Scalar: FloatingScalar> {
  private let metrics: [Metric<Scalar>]
  private var lossSum = 0.0
  private var sums: [Double]
  private var count = 0

  init(_ metrics: [Metric<Scalar>]) {
    self.metrics = metrics
    sums = Array(repeating: 0, count: metrics.count)
  }

  mutating func add(loss: Double, _ output: Tensor<Scalar>, _ labels: Tensor<Int32>) {
    count += labels.count
    lossSum += loss * Double(labels.count)
    for (index, metric) in metrics.enumerated() { sums[index] += metric.sum(output, labels) }
  }

  /// The means over what was added so far.
  var evaluation: Evaluation {
    let values = zip(metrics, sums).map { ($0.name, $1 / Double(count)) }
    return Evaluation(
      loss: lossSum / Double(count), metrics: Dictionary(values) { _, last in last })
  }
}
