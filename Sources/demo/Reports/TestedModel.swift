import Tern
import TernReports

/// The best model of a run and what it says of the test examples.
struct TestedModel {
  let experiment: Experiment
  let model: Sequential<Float>
  /// The classes that the model names for the test examples, in their order.
  let predictions: Tensor<Int32>
  let classes: Int

  init(_ experiment: Experiment, at path: String) throws {
    self.experiment = experiment
    var model = experiment.model
    try model.load(from: path)
    self.model = model
    var classes = 0
    let parts = experiment.splits.test.batches(of: 128).map { batch in
      let output = model(batch.inputs)
      classes = output.shape[output.rank - 1]
      return output.argmax(along: -1)
    }
    self.classes = classes
    predictions = .concatenated(parts)
  }

  var sections: [Report.Section] {
    let recipe = experiment.recipe
    let test = experiment.splits.test
    let imageShape = Self.imageShape(ofInputs: test.inputShape)
    let counts = confusionMatrix(predictions, test.labels, classes: classes)
    let names = recipe.classNames.flatMap { $0.count == classes ? $0 : nil }
    let parameters = model.parameters
    var sections: [Report.Section?] = [
      .confusionMatrix(counts, classNames: names),
      .wrongPredictions(
        inputs: test.inputs, labels: test.labels, predictions: predictions, classNames: names,
        imageShape: imageShape, featureNames: recipe.featureNames),
    ]
    if let images = Self.firstLayer(parameters, imageShape: imageShape) {
      sections.append(.firstLayer(images))
    }
    sections.append(.histograms(of: parameters))
    return sections.compactMap(\.self)
  }

  /// `[channels, height, width]` of images in a batch, flattened or not; nil for other inputs.
  static func imageShape(ofInputs shape: Shape) -> Shape? {
    if shape.rank == 4, shape[1] == 1 || shape[1] == 3 { return Shape(shape.dropFirst()) }
    return shape.rank == 2 ? TernReports.imageShape(ofElements: shape[1]) : nil
  }

  /// The first layer's weights as images, if it sees images.
  static func firstLayer(
    _ parameters: [NamedParameter<Float>], imageShape: Shape?
  ) -> Tensor<Float>? {
    guard imageShape != nil, let first = parameters.first(where: { $0.role == .weight }) else {
      return nil
    }
    return weightImages(of: first.tensor, imageShape: imageShape)
  }
}
