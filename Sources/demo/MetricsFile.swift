import Tern

/// `metrics.jsonl` of a training: a line an epoch.
///
/// What cannot be written, as on a full disk, is said once and written with a later epoch; training
/// goes on, and only a file that is not complete at the end is a failure.
struct MetricsFile {
  private let path: String
  /// How much of the file is whole lines.
  private var length = 0
  /// The lines that wait.
  private var pending = ""
  /// Why they wait.
  private var failure: Failure?

  init(path: String) { self.path = path }

  /// Begins the file with the epochs that there were already.
  mutating func begin(with history: TrainingHistory = TrainingHistory()) {
    length = 0
    pending = ""
    var start = 0
    for epoch in history.epochs {
      add(epoch, losses: Array(history.losses[start..<epoch.steps]))
      start = epoch.steps
    }
    flush()
  }

  /// Adds an epoch with the loss of each of its steps.
  mutating func append(_ epoch: TrainingEpoch, losses: [Double]) {
    add(epoch, losses: losses)
    flush()
  }

  /// Writes what still waits, and waits for the disk.
  mutating func finish() throws {
    if failure != nil { flush() }
    if let failure { throw failure }
    TextFile.sync(path)
  }

  private mutating func add(_ epoch: TrainingEpoch, losses: [Double]) {
    do {
      pending += try RunFolder.line(Line(epoch: epoch, losses: losses)) + "\n"
    } catch {
      printError("tern: epoch \(epoch.epoch) is not in '\(path)': \(error)")
    }
  }

  private mutating func flush() {
    do {
      try TextFile.append(pending, to: path, after: length)
      length += pending.utf8.count
      pending = ""
      failure = nil
    } catch {
      if failure == nil { printError("tern: \(error); the training goes on") }
      failure = error
    }
  }

  private struct Line: Encodable {
    let epoch: TrainingEpoch
    let losses: [Double]

    private enum Key: CodingKey { case losses }

    func encode(to encoder: any Encoder) throws {
      try epoch.encode(to: encoder)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(losses, forKey: .losses)
    }
  }
}
