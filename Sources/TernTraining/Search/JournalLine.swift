import FoundationEssentials

/// A trial that has ended, as a line of a search's journal:
///
///     {"figures":{"test":0.97},"score":0.98,"seconds":3.1,"trial":2,"values":{"hidden":64}}
///     {"diverged":{"loss":"nan","step":31},"seconds":0.1,"trial":1,"values":{"hidden":512}}
package struct JournalLine: Sendable {
  /// The trial's number.
  package let trial: Int
  /// The values of its settings by their names; the line does not tell their order.
  package let values: [String: SearchValue]
  /// How it ended.
  package let outcome: TrialResult.Outcome
  /// How long it took.
  package let seconds: Double

  /// The line of a result.
  init(_ result: TrialResult) {
    trial = result.trial.number
    values = Dictionary(uniqueKeysWithValues: zip(result.trial.names, result.trial.values))
    outcome = result.outcome
    seconds = result.seconds
  }

  /// Reads a line, without its end.
  package init(_ text: some Collection<UInt8>) throws(Damage) {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      self = try decoder.decode(Self.self, from: Data(text))
    } catch {
      throw Damage(error)
    }
  }

  /// The line, without its end.
  var text: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      encoder.nonConformingFloatEncodingStrategy = .convertToString(
        positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
      return try encoder.encode(self)
    }
  }

  /// Whether a line that was cut can be so: it has one of these beginnings, or a part of one.
  static func mayBegin(with text: some Collection<UInt8>) -> Bool {
    [Key.figures, .diverged].contains { key in
      let beginning = "{\"\(key.stringValue)\":".utf8
      return text.starts(with: beginning) || beginning.starts(with: text)
    }
  }

  /// What is wrong with a line, in words.
  package struct Damage: Error {
    package let reason: String

    fileprivate init(reason: String) { self.reason = reason }

    fileprivate init(_ error: any Error) {
      switch error {
      case let damage as Damage: self = damage
      case DecodingError.keyNotFound(let key, _): reason = "it has no '\(key.stringValue)'"
      case DecodingError.typeMismatch(let type, let place),
        DecodingError.valueNotFound(let type, let place):
        reason = "'\(place.codingPath.map(\.stringValue).joined(separator: "."))' is no \(type)"
      default: reason = "it is no valid JSON"
      }
    }
  }
}

extension JournalLine: Codable {
  private enum Key: CodingKey {
    case trial, values, score, loss, figures, diverged, seconds
  }

  private struct Divergence: Codable {
    var step: Int
    var loss: Double
  }

  package init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: Key.self)
    trial = try line.decode(Int.self, forKey: .trial)
    values = try line.decode([String: SearchValue].self, forKey: .values)
    seconds = try line.decode(Double.self, forKey: .seconds)
    let score = try line.decodeIfPresent(Double.self, forKey: .score)
    let diverged = try line.decodeIfPresent(Divergence.self, forKey: .diverged)
    switch (score, diverged) {
    case (let score?, nil):
      outcome = .finished(
        TrialScore(
          score, loss: try line.decodeIfPresent(Double.self, forKey: .loss),
          figures: try line.decodeIfPresent([String: Double].self, forKey: .figures) ?? [:]))
    case (nil, let diverged?):
      outcome = .diverged(step: diverged.step, loss: diverged.loss)
    default: throw Damage(reason: "it has neither a 'score' nor a 'diverged', or both")
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var line = encoder.container(keyedBy: Key.self)
    try line.encode(trial, forKey: .trial)
    try line.encode(values, forKey: .values)
    try line.encode(seconds, forKey: .seconds)
    switch outcome {
    case .finished(let score):
      try line.encode(score.value, forKey: .score)
      try line.encodeIfPresent(score.loss, forKey: .loss)
      try line.encode(score.figures, forKey: .figures)
    case .diverged(let step, let loss):
      try line.encode(Divergence(step: step, loss: loss), forKey: .diverged)
    }
  }
}
