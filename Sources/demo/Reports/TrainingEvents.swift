import Tern
import TernReports

/// What `--tensorboard` writes of a training, beside its other files.
struct TrainingEvents {
  private let file: EventFile
  private let imageShape: Shape?

  /// Begins the file with the fresh network, unless it goes on with an earlier one.
  init(_ experiment: Experiment, in folder: String, goesOn: Bool) throws {
    file = try EventFile(in: folder)
    imageShape = TestedModel.imageShape(ofInputs: experiment.data.inputShape)
    if goesOn { return }
    try append(experiment.model, step: 0)
    try appendFirstLayer(of: experiment.model, step: 0)
  }

  /// Adds an epoch: the loss of each step and what was measured at its end.
  func append(_ epoch: TrainingEpoch, losses: [Double]) throws {
    let time = EventFile.now
    let first = epoch.steps - losses.count + 1
    var events = losses.enumerated().map { index, loss in
      Event.scalar("loss/step", loss, step: first + index, wallTime: time)
    }
    func add(_ name: String, _ value: Double?) {
      guard let value else { return }
      events.append(.scalar(name, value, step: epoch.steps, wallTime: time))
    }
    let sets = [
      ("training", epoch.training), ("validation", epoch.validation), ("test", epoch.test),
    ]
    for (name, evaluation) in sets {
      add("loss/\(name)", evaluation?.loss)
      for (metric, value) in evaluation?.metrics.sorted(by: { $0.key < $1.key }) ?? [] {
        add("\(metric)/\(name)", value)
      }
    }
    add("learning rate", epoch.learningRate)
    add("seconds", epoch.seconds)
    try file.append(events)
  }

  /// Adds the distributions of a model's parameters.
  func append(_ model: Sequential<Float>, step: Int) throws {
    let time = EventFile.now
    try file.append(
      model.parameters.map { Event.histogram($0.name, $0.tensor, step: step, wallTime: time) })
  }

  /// Adds the weights of a model's first layer as images, if it sees images.
  func appendFirstLayer(of model: Sequential<Float>, step: Int) throws {
    guard let images = TestedModel.firstLayer(model.parameters, imageShape: imageShape) else {
      return
    }
    let shown = images.shape[0] > 256 ? images[0..<256] : images
    let grid = Bitmap(grid: shown, magnification: 2)
    try file.append([try .image("first layer", grid, step: step, wallTime: EventFile.now)])
  }
}
