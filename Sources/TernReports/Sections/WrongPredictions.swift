import Tern

extension Report.Section {
  /// A sample of the examples that a model gets wrong, spread evenly over them: images with the true
  /// and the predicted class below, or a table of what they measure.
  ///
  /// - Parameters:
  ///   - inputs: The examples, `[count, …]`.
  ///   - labels: Their classes, `[count]`.
  ///   - predictions: What the model says, `[count]`.
  ///   - classNames: The names of the classes; their numbers if there are none.
  ///   - imageShape: `[channels, height, width]` if the examples are images; nil makes a table.
  ///   - featureNames: What the elements of an example that is no image are.
  ///   - limit: The greatest number of examples.
  public static func wrongPredictions<Scalar: FloatingScalar>(
    inputs: Tensor<Scalar>, labels: Tensor<Int32>, predictions: Tensor<Int32>,
    classNames: [String]? = nil, imageShape: Shape? = nil, featureNames: [String]? = nil,
    limit: Int = 24
  ) -> Report.Section {
    precondition(
      inputs.shape.first == labels.count && labels.shape == predictions.shape && limit >= 1,
      "wrongPredictions: inputs \(inputs.shape), labels \(labels.shape) and predictions "
        + "\(predictions.shape) are not of the same examples")
    let (truth, said) = (labels.scalars.map { Int($0) }, predictions.scalars.map { Int($0) })
    let wrong = truth.indices.filter { truth[$0] != said[$0] }
    func name(_ index: Int) -> String {
      if let classNames, classNames.indices.contains(index) { return classNames[index] }
      return "\(index)"
    }
    let title = "Wrong predictions"
    if wrong.isEmpty {
      return Report.Section(
        title: title, blocks: [.text("All \(truth.count) test examples are predicted right.")])
    }
    let count = min(limit, wrong.count)
    let sample = (0..<count).map { wrong[$0 * wrong.count / count] }
    let intro =
      "\(wrong.count) of \(truth.count) test examples are predicted wrong"
      + (count < wrong.count ? "; here are \(count) of them." : ".")
    if let imageShape, imageShape.rank == 3, imageShape[0] == 1 || imageShape[0] == 3,
      inputs.count == truth.count * imageShape.elementCount
    {
      let items = sample.map { index in
        let image = inputs[index].reshaped(to: [1] + Array(imageShape))
        let factor = min(max(64 / max(imageShape[1], imageShape[2]), 1), 8)
        return (
          image: Bitmap(grid: image, border: 0, magnification: factor),
          caption: "\(name(truth[index])), taken for \(name(said[index]))"
        )
      }
      return Report.Section(
        title: title,
        blocks: [.text(intro), .gallery(Gallery(name: "wrong-predictions", items: items))])
    }
    let shown = min(inputs.count / truth.count, 12)
    let features = (0..<shown).map { index in
      if let featureNames, featureNames.indices.contains(index) { return featureNames[index] }
      return "input \(index + 1)"
    }
    let rows = sample.map { index in
      let values = inputs[index].scalars.prefix(shown).map { shortened($0.asDouble) }
      return ["\(index + 1)", name(truth[index]), name(said[index])] + values
    }
    return Report.Section(
      title: title,
      blocks: [
        .text(intro),
        .table(
          Report.Table(header: ["example", "true class", "predicted"] + features, rows: rows)),
      ])
  }
}
