import TernLayers
import TernTensors

/// Something that is counted over the examples of a data set, such as how many are classified
/// correctly.
public struct Metric<Scalar: FloatingScalar>: Sendable {
  /// The name under which the value is reported.
  public let name: String
  /// The sum of the metric over the examples of a batch, from the model's output and the labels.
  public let sum: @Sendable (_ output: Tensor<Scalar>, _ labels: Tensor<Int32>) -> Double

  /// A metric whose value is the mean over all examples.
  public init(
    name: String,
    sum: @escaping @Sendable (_ output: Tensor<Scalar>, _ labels: Tensor<Int32>) -> Double
  ) {
    self.name = name
    self.sum = sum
  }
}

extension Metric {
  /// The share of examples whose greatest output is at the label. Of equal outputs the first counts
  /// as the greatest, and NaN as greater than all numbers.
  public static var accuracy: Metric {
    Metric(name: "accuracy") { output, labels in
      checkShapes(output, labels, of: "accuracy")
      return Double((output.argmax(along: -1) .== labels).trueCount())
    }
  }

  /// The share of examples whose label is among the k greatest outputs. Of equal outputs the first
  /// counts as the greatest, so that this is ``accuracy`` for a k of 1.
  public static func topAccuracy(_ k: Int) -> Metric {
    precondition(k >= 1, "topAccuracy needs a k of 1 or more, got \(k)")
    return Metric(name: "top\(k)_accuracy") { output, labels in
      checkShapes(output, labels, of: "topAccuracy")
      let classes = output.shape[output.rank - 1]
      let scores = output.detached().reshaped(to: [labels.count, classes])
      let columns = labels.reshaped(to: [labels.count, 1])
      let own = scores.pickingColumns(labels.flattened()).expandingAxis(at: 1)
      // NaN is not less or equal, so that a model that computes none is not called accurate.
      let greater = .!(scores .<= own)
      let equalBefore = (scores .== own) .& (Tensor(0..<Int32(classes)) .< columns)
      let above = (greater .| equalBefore).asType(Scalar.self).sum(along: 1)
      return Double((above .< Scalar(k)).trueCount())
    }
  }

  private static func checkShapes(
    _ output: Tensor<Scalar>, _ labels: Tensor<Int32>, of name: StaticString
  ) {
    precondition(
      output.rank >= 1 && labels.shape == Shape(output.shape.dropLast()),
      "\(name) needs outputs […, classes] and labels […], got \(output.shape) and \(labels.shape)")
  }
}

/// The share of rows whose greatest element is at the label: 1 is all, 0 none, NaN for no rows.
public func accuracy<Scalar: FloatingScalar>(
  _ output: Tensor<Scalar>, _ labels: Tensor<Int32>
) -> Double {
  Metric<Scalar>.accuracy.sum(output, labels) / Double(labels.count)
}

/// How often each class was taken for each: element (i, j) counts examples of class i that were
/// predicted as class j.
///
/// - Parameters:
///   - predictions: Predicted classes, such as `model(inputs).argmax()`.
///   - labels: True classes, of the same shape.
///   - classes: The number of classes.
public func confusionMatrix(
  _ predictions: Tensor<Int32>, _ labels: Tensor<Int32>, classes: Int
) -> Tensor<Int32> {
  precondition(
    predictions.shape == labels.shape,
    "confusionMatrix: predictions \(predictions.shape) and labels \(labels.shape) differ in shape")
  predictions.checkRange(0..<classes, of: "prediction")
  labels.checkRange(0..<classes, of: "label")
  var counts = [Int32](repeating: 0, count: classes * classes)
  for (prediction, label) in zip(predictions.scalars, labels.scalars) {
    counts[Int(label) * classes + Int(prediction)] += 1
  }
  return Tensor(counts, shape: [classes, classes])
}
