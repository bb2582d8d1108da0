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
  private(set) var sums: TallySums

  init(_ metrics: [Metric<Scalar>]) {
    self.metrics = metrics
    sums = TallySums(metrics: Array(repeating: 0, count: metrics.count))
  }

  /// A tally that goes on from earlier sums of the same metrics; nil if they are of others.
  init?(_ metrics: [Metric<Scalar>], sums: TallySums) {
    guard sums.metrics.count == metrics.count else { return nil }
    self.metrics = metrics
    self.sums = sums
  }

  mutating func add(loss: Double, _ output: Tensor<Scalar>, _ labels: Tensor<Int32>) {
    sums.count += labels.count
    sums.loss += loss * Double(labels.count)
    for (index, metric) in metrics.enumerated() {
      sums.metrics[index] += metric.sum(output, labels)
    }
  }

  /// The means over what was added so far.
  var evaluation: Evaluation {
    let count = Double(sums.count)
    let values = zip(metrics, sums.metrics).map { ($0.name, $1 / count) }
    return Evaluation(loss: sums.loss / count, metrics: Dictionary(values) { _, last in last })
  }
}

/// Sums of a loss and of metrics over so many examples.
struct TallySums: Codable {
  var loss = 0.0
  var metrics: [Double]
  var count = 0
}
