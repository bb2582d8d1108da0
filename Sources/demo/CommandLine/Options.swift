import Tern

/// The options of a command, as the user gave them.
struct Options {
  var data: String?
  var epochs: Int?
  var iterations: Int?
  var batchSize: Int?
  var batching: Settings.Batching?
  var learningRate: Double?
  var schedule: Schedule?
  var decay: Double?
  var momentum: Double?
  var l2: Double?
  var l2Convention: L2Convention?
  var reduction: BatchReduction?
  var hidden: [Int]?
  var layers: Int?
  var activations: [Activation]?
  /// `--activation all`: a training with each.
  var comparesActivations = false
  var weightScale: Double?
  var random: Int?
  var seed: UInt64?
  var threads: Int?
  var out: String?
  var progress: ProgressStyle?
  var printEvery: Int?
  var to: String?
  var mirror: String?
  var checkpointInterval: Checkpoints.Interval?
  var resume: String?
  var writesEvents = false
  var writesReport = true
  var isQuiet = false
  var isJSON = false
  /// What is not an option.
  private(set) var operands: [String] = []
  /// The options that were there.
  private(set) var given: [Name] = []

  /// Reads `--name value`, `--name=value` and flags; refuses what the command does not take.
  ///
  /// - Throws: `UsageError` with the nearest name for an unknown option.
  init(_ arguments: [String], allowed: [Name]) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), argument != "-" else {
        operands.append(argument)
        continue
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let word = String(parts[0])
      guard let name = Name(rawValue: word), allowed.contains(name) else {
        throw UsageError(unknown: "option", word, among: allowed.map(\.rawValue))
      }
      if name.isFlag {
        guard parts.count == 1 else { throw UsageError("\(word) takes no value") }
        set(flag: name)
      } else {
        guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
          throw UsageError("\(word) needs a value: \(word) \(name.placeholder)")
        }
        try set(name, to: value)
      }
      given.append(name)
    }
    if epochs != nil && iterations != nil {
      throw UsageError("--epochs and --iterations exclude each other")
    }
  }

  private mutating func set(flag: Name) {
    switch flag {
    case .tensorboard: writesEvents = true
    case .noReport: writesReport = false
    case .quiet: isQuiet = true
    default: isJSON = true
    }
  }

  private mutating func set(_ name: Name, to text: String) throws {
    let value = OptionValue(name: name.rawValue, text: text)
    switch name {
    case .data: data = text
    case .out: out = text
    case .to: to = text
    case .mirror: mirror = text
    case .epochs: epochs = try value.count()
    case .iterations: iterations = try value.count()
    case .batchSize: batchSize = try value.count()
    case .batching: batching = try value.word()
    case .learningRate: learningRate = try value.positive()
    case .schedule: schedule = try value.word()
    case .decay:
      decay = try value.number("a number above 0 and at most 1") { $0 > 0 && $0 <= 1 }
    case .momentum:
      momentum = try value.number("a number from 0 to below 1") { $0 >= 0 && Float($0) < 1 }
    case .l2:
      l2 = try value.number("a number of 0 or more") { $0 >= 0 && Float($0).isFinite }
    case .l2Convention: l2Convention = try value.word()
    case .reduction: reduction = try value.word()
    case .hidden:
      hidden = try value.list("widths from 1 to \(Settings.widest), such as 512,256") {
        Int($0).flatMap { (1...Settings.widest) ~= $0 ? $0 : nil }
      }
    case .layers: layers = try value.number("a whole number from 2 to 50") { (2...50) ~= $0 }
    case .activation:
      comparesActivations = text == "all"
      activations =
        comparesActivations
        ? nil
        : try value.list("\(Activation.allCases.map(\.rawValue).joined(separator: ", ")), or all") {
          Activation(rawValue: $0)
        }
    case .weightScale: weightScale = try value.positive()
    case .random: random = try value.count()
    case .seed: seed = try value.number("a whole number of 0 or more") { _ in true }
    case .threads: threads = try value.number("1 to 256") { (1...256) ~= $0 }
    case .progress: progress = try value.word()
    case .printEvery: printEvery = try value.count()
    case .checkpointEvery: checkpointInterval = try value.interval()
    case .resume: resume = text
    case .tensorboard, .noReport, .quiet, .json: break
    }
  }

  /// For commands that take options only.
  func refuseOperands() throws {
    if let first = operands.first { throw UsageError("unexpected '\(first)'") }
  }

  /// The only operand.
  func operand(_ what: String) throws -> String {
    guard let first = operands.first else { throw UsageError("\(what) is missing") }
    guard operands.count == 1 else {
      throw UsageError("unexpected '\(operands[1])' after '\(first)'")
    }
    return first
  }
}

/// The text after an option, and what it has to be.
private struct OptionValue {
  let name: String
  let text: String

  private func refuse(_ kind: String) -> UsageError {
    UsageError("\(name) needs \(kind), got '\(text)'")
  }

  func number<T: LosslessStringConvertible>(
    _ kind: String, where isValid: (T) -> Bool
  ) throws -> T {
    guard let number = T(text), isValid(number) else { throw refuse(kind) }
    return number
  }

  func count() throws -> Int {
    let counts = Settings.counts
    return try number("a whole number from 1 to \(counts.upperBound)") { counts ~= $0 }
  }

  func positive() throws -> Double {
    try number("a number above 0") { Float($0) > 0 && Float($0).isFinite }
  }

  /// A number of steps, a time, or never.
  func interval() throws -> Checkpoints.Interval {
    if text == "never" { return .atEnd }
    let units = ["s": 1.0, "m": 60, "h": 3600]
    guard let unit = text.last.flatMap({ units[String($0)] }) else {
      guard let steps = Int(text), steps >= 1 else { throw refuse(Self.intervals) }
      return .steps(steps)
    }
    guard let count = Double(text.dropLast()), count > 0, count < 1e6 else {
      throw refuse(Self.intervals)
    }
    return .seconds(count * unit)
  }

  private static let intervals = "a number of steps, a time such as 30s, 5m or 1h, or never"

  /// One of an enumeration's words.
  func word<T: RawRepresentable & CaseIterable>() throws -> T where T.RawValue == String {
    guard let value = T(rawValue: text) else {
      throw refuse(T.allCases.map(\.rawValue).joined(separator: " or "))
    }
    return value
  }

  /// One value or more with commas between.
  func list<T>(_ kind: String, _ element: (String) -> T?) throws -> [T] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let value = element(String(part)) else { throw refuse(kind) }
      return value
    }
  }
}
