import FoundationEssentials
import Tern

/// Prints measurements as they come, and writes them to a file at the end.
struct Report: Encodable {
  let isQuick: Bool
  let threads = Runtime.threadCount
  let instructionSet = Runtime.instructionSet
  let openBLAS = Runtime.openBLAS
  private(set) var measurements: [Measurement] = []

  init(isQuick: Bool) { self.isQuick = isQuick }

  func printHeading() {
    print("instruction set \(instructionSet), \(threads) thread\(threads == 1 ? "" : "s")")
    print("OpenBLAS \(openBLAS)\n")
  }

  mutating func add(_ measurement: Measurement) {
    measurements.append(measurement)
    let figures = measurement.figures.map { "\(decimal($0.value)) \($0.name)" }
    print(
      padded(measurement.name, 60, atEnd: true)
        + padded(decimal(measurement.microseconds, digits: 1), 12) + " µs   "
        + figures.joined(separator: ", "))
  }

  /// Writes everything as JSON.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: URL(filePath: path))
  }

  private func padded(_ text: String, _ width: Int, atEnd: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return atEnd ? text + space : space + text
  }
}

/// A number with so many decimals; none for what is large, unless asked for.
func decimal(_ value: Double, digits: Int? = nil) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  let digits = digits ?? (abs(value) >= 100 ? 0 : 2)
  let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
  let units = Int((abs(value) * Double(scale)).rounded())
  let fraction = String(units % scale)
  let zeros = String(repeating: "0", count: max(0, digits - fraction.count))
  return (value < 0 ? "-" : "") + "\(units / scale)" + (digits > 0 ? ".\(zeros)\(fraction)" : "")
}
