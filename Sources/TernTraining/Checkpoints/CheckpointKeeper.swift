import FoundationEssentials
import TernFormats
import TernLayers
import TernOptimizers
import TernTensors

/// Writes the checkpoints of a training when they are due, and finds the one to go on from.
struct CheckpointKeeper<R: RandomNumberGenerator> {
  private let checkpoints: Checkpoints
  private let encode: (R) throws -> String
  private let decode: (String) throws -> R
  private var lastTime = ContinuousClock.now
  private var lastStep = 0
  /// Whether the newest checkpoint is whole and of this training; otherwise the next one takes its
  /// place, and the one before stays.
  private var isNewestGood = false

  /// A keeper for a training whose generator can be saved.
  init(_ checkpoints: Checkpoints) where R: Codable {
    self.checkpoints = checkpoints
    encode = { try CheckpointFile.text(of: $0) }
    decode = { try CheckpointFile.value(of: $0) }
  }

  /// Saves if it is time to; returns what there is to report.
  mutating func saveIfDue<Model, Method>(
    _ trainer: Trainer<Model, Method>, _ progress: TrainingProgress<Model.Scalar>, _ rng: R,
    _ sets: Trainer<Model, Method>.Sets
  ) -> TrainingEvent? {
    let isDue =
      switch checkpoints.interval {
      case .steps(let count): progress.history.steps / count > lastStep / count
      case .seconds(let seconds): ContinuousClock.now - lastTime >= .seconds(seconds)
      case .atEnd: false
      }
    return isDue ? save(trainer, progress, rng, sets) : nil
  }

  /// Saves, unless the training has ended within a step; returns what there is to report.
  mutating func save<Model, Method>(
    _ trainer: Trainer<Model, Method>, _ progress: TrainingProgress<Model.Scalar>, _ rng: R,
    _ sets: Trainer<Model, Method>.Sets
  ) -> TrainingEvent? {
    guard progress.isBetweenSteps else { return nil }
    let step = progress.history.steps
    // After a failure, too, the next attempt is made when the next checkpoint is due.
    defer {
      lastStep = step
      lastTime = ContinuousClock.now
    }
    do {
      var file = CheckpointFile()
      file.tensors = trainer.state + progress.state
      file.settings = trainer.settings(sets).merging(checkpoints.identity) { $1 }
      file.progress = try CheckpointFile.text(of: SavedProgress(progress, trainer.plateau))
      file.generator = try encode(rng)
      try file.write(
        to: checkpoints.path, keepingOldAs: isNewestGood ? checkpoints.previousPath : nil)
      isNewestGood = true
      return .checkpointed(step: step)
    } catch {
      return .checkpointFailed(step: step, reason: "\(error)")
    }
  }

  /// Puts a training where it was when it was saved. Returns false if it was never, or is to begin
  /// anew; nothing is changed then. What is damaged is added to `reasons`: the training goes on from
  /// the checkpoint before, or begins anew if there was none before.
  mutating func restore<Model, Method>(
    _ trainer: inout Trainer<Model, Method>, _ progress: inout TrainingProgress<Model.Scalar>,
    _ rng: inout R, _ sets: Trainer<Model, Method>.Sets, damaged reasons: inout [String]
  ) throws -> Bool {
    guard checkpoints.resumes else { return false }
    for path in [checkpoints.path, checkpoints.previousPath]
    where FileManager.default.fileExists(atPath: path) {
      do {
        let file = try CheckpointFile(Safetensors.read(from: path))
        let settings = trainer.settings(sets).merging(checkpoints.identity) { $1 }
        var restored = trainer
        let differences = file.differences(from: settings) + restored.load(file)
        guard differences.isEmpty else {
          throw CheckpointError.otherTraining(path: path, differences: differences)
        }
        let saved: SavedProgress = try CheckpointFile.value(of: file.progress)
        guard
          let reached = saved.progress(
            progress, file, metrics: trainer.metrics, examples: sets.training.count,
            batchSize: trainer.batchSize)
        else {
          throw FormatError.malformed(
            path: path, expected: "a state of the training", found: "one that is none")
        }
        rng = try decode(file.generator)
        progress = reached
        restored.plateau = saved.plateau ?? trainer.plateau
        trainer = restored
        lastStep = progress.history.steps
        isNewestGood = path == checkpoints.path
        return true
      } catch let error as CheckpointError {
        throw error
      } catch {
        reasons.append("\(error)")
      }
    }
    guard reasons.count < 2 else {
      throw CheckpointError.unreadable(folder: checkpoints.folder, reasons: reasons)
    }
    return false
  }
}
