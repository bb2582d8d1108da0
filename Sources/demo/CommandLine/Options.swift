/// The options of a command, as the user gave them.
struct Options {
  var data: String?
  var epochs: Int?
  var batchSize: Int?
  var learningRate: Double?
  var l2: Double?
  var seed: UInt64?
  var threads: Int?
  var out: String?
  var isQuiet = false
  var isJSON = false
  /// What is not an option.
  private(set) var operands: [String] = []

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
    }
  }

  /// The options of all commands.
  enum Name: String, CaseIterable {
    case data = "--data"
    case epochs = "--epochs"
    case batchSize = "--batch-size"
    case learningRate = "--learning-rate"
    case l2 = "--l2"
    case seed = "--seed"
    case threads = "--threads"
    case out = "--out"
    case quiet = "--quiet"
    case json = "--json"

    var isFlag: Bool { self == .quiet || self == .json }

    var placeholder: String {
      switch self {
      case .data, .out: "DIR"
      case .learningRate, .l2: "NUMBER"
      case .epochs, .batchSize, .seed, .threads: "N"
      case .quiet, .json: ""
      }
    }

    var explanation: String {
      switch self {
      case .data: "the folder with the recipe's data files"
      case .epochs: "how many times the training data are gone through"
      case .batchSize: "examples per step"
      case .learningRate: "the learning rate at the start"
      case .l2: "the L2 penalty: L2/2 times the sum of squared weights"
      case .seed: "the seed of the split, the weights and the shuffling (42)"
      case .threads: "threads to use (all cores)"
      case .out: "the folder that the run is written to (runs/RECIPE-N)"
      case .quiet: "print nothing but the result"
      case .json: "end with one line of JSON"
      }
    }
  }

  private mutating func set(flag: Name) {
    if flag == .quiet { isQuiet = true } else { isJSON = true }
  }

  private mutating func set(_ name: Name, to value: String) throws {
    func number<T: LosslessStringConvertible>(_: T.Type, where isValid: (T) -> Bool, _ kind: String)
      throws -> T
    {
      guard let number = T(value), isValid(number) else {
        throw UsageError("\(name.rawValue) needs \(kind), got '\(value)'")
      }
      return number
    }
    let counting = "a whole number from 1 to 1000000"
    switch name {
    case .data: data = value
    case .out: out = value
    case .epochs: epochs = try number(Int.self, where: { (1...1_000_000) ~= $0 }, counting)
    case .batchSize: batchSize = try number(Int.self, where: { (1...1_000_000) ~= $0 }, counting)
    case .threads: threads = try number(Int.self, where: { (1...256) ~= $0 }, "1 to 256")
    case .seed: seed = try number(UInt64.self, where: { _ in true }, "a whole number of 0 or more")
    case .learningRate:
      learningRate = try number(
        Double.self, where: { Float($0) > 0 && Float($0).isFinite }, "a number above 0")
    case .l2:
      l2 = try number(
        Double.self, where: { $0 >= 0 && Float($0).isFinite }, "a number of 0 or more")
    case .quiet, .json: break
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
