import FoundationEssentials

/// Where and how often a ``Trainer`` saves all that it needs to go on after it was stopped, in
/// whatever way.
///
/// ```swift
/// try trainer.fit(
///   train, validation: validation, shuffledWith: &rng,
///   checkpoints: Checkpoints(in: "runs/7", every: .steps(500), resumes: true))
/// ```
///
/// The folder has the newest checkpoint, `checkpoint.safetensors`, and the one before,
/// `checkpoint.previous.safetensors`, which `fit` takes if the newest is damaged; if that was the first,
/// it begins anew, and ends the same. Each is as large as
/// twice the model and the optimizer's memory. A new one is written under another name, and takes its
/// own when all of it is on the disk: whenever the process, or the machine, is stopped, a complete one
/// is left.
public struct Checkpoints: Sendable {
  /// How often to save.
  public enum Interval: Sendable, Hashable {
    /// After so many steps, 1 or more.
    case steps(Int)
    /// After the first step that ends so many seconds after the last time.
    case seconds(Double)
    /// Only when training is cancelled, or ended by what `report` or `inspect` throws.
    case atEnd
  }

  /// The folder of the files, which must be there.
  public let folder: String
  /// How often to save.
  public var interval: Interval
  /// Whether `fit` goes on from the checkpoint in the folder, if there is one; otherwise it begins
  /// anew, and replaces it.
  public var resumes: Bool
  /// What the training is, such as the name of its recipe and settings that the trainer does not
  /// know. Going on from a checkpoint that says otherwise is refused.
  public var identity: [String: String]

  /// Checkpoints in a folder.
  public init(
    in folder: String, every interval: Interval = .seconds(60), resumes: Bool = false,
    identity: [String: String] = [:]
  ) {
    if case .steps(let count) = interval {
      precondition(count >= 1, "Checkpoints need 1 step or more between them, got \(count)")
    }
    self.folder = folder
    self.interval = interval
    self.resumes = resumes
    self.identity = identity
  }

  /// The file of the newest checkpoint.
  public var path: String { folder + "/checkpoint.safetensors" }
  /// The file of the checkpoint before the newest.
  public var previousPath: String { folder + "/checkpoint.previous.safetensors" }

  /// Removes the files, such as after a training that has come to its end.
  ///
  /// - Throws: The file system's error if one cannot be removed.
  public func remove() throws {
    for path in [path, previousPath] where FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
  }
}

/// Why a training cannot go on from a checkpoint.
public enum CheckpointError: Error, Hashable, CustomStringConvertible {
  /// Neither the newest checkpoint nor the one before can be read, for these reasons.
  case unreadable(folder: String, reasons: [String])
  /// The checkpoint is of another version of the format.
  case otherVersion(path: String, version: String, supported: String)
  /// The checkpoint is that of another training: what differs, in words.
  case otherTraining(path: String, differences: [String])

  /// What is wrong, and where.
  public var description: String {
    switch self {
    case .unreadable(let folder, let reasons):
      "\(folder): no checkpoint can be read: \(reasons.joined(separator: "; "))"
    case .otherVersion(let path, let version, let supported):
      "\(path): expected a checkpoint of version \(supported), found version \(version)"
    case .otherTraining(let path, let differences):
      "\(path): the checkpoint is that of another training: "
        + differences.joined(separator: "; ")
    }
  }
}
