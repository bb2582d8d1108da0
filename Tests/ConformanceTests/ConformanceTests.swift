import Foundation
import Tern
import Testing

/// Tern gives what NumPy and SciPy give, for the stored cases and, if `TERN_CONFORMANCE` names a
/// file of `Tests/Oracles/conformance.py`, for those in there. A table of functions, their cases and
/// those that agree goes to the file's name with `.txt`.
struct ConformanceTests {
  private static let generated = ProcessInfo.processInfo.environment["TERN_CONFORMANCE"]

  private static let stored = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "cases.safetensors").path

  @Test func storedCasesAgree() throws {
    let counts = try agreement(in: Self.stored)
    #expect(counts.count > 200)
  }

  @Test(.enabled(if: generated != nil, "TERN_CONFORMANCE names no file"))
  func generatedCasesAgree() throws {
    let path = try #require(Self.generated)
    let counts = try agreement(in: path)
    let lines = counts.sorted { $0.key < $1.key }.map { function, count in
      "\(function) \(count.cases) \(count.agreeing)\n"
    }
    try lines.joined().write(toFile: path + ".txt", atomically: true, encoding: .utf8)
  }

  /// A comparison that finds no difference where there is one would prove nothing: each call is
  /// given what NumPy gives for another call of the same function.
  @Test func resultsOfOtherCallsDisagree() throws {
    let calls = try Call.all(in: Self.stored)
    for (call, other) in zip(calls, calls.dropFirst()) where call.function == other.function {
      let differs = call.expected.map(\.text) != other.expected.map(\.text)
      #expect((Agreement.objection(to: other.expected, call) != nil) == differs, "\(call)")
    }
  }

  /// How many cases of each function there are, and how many agree; the first that do not are
  /// recorded.
  private func agreement(in path: String) throws -> [String: (cases: Int, agreeing: Int)] {
    var counts: [String: (cases: Int, agreeing: Int)] = [:]
    for call in try Call.all(in: path) {
      var count = counts[call.function] ?? (0, 0)
      count.cases += 1
      if let objection = objection(to: call) {
        if count.cases - count.agreeing <= 3 { Issue.record("\(call): \(objection)") }
      } else {
        count.agreeing += 1
      }
      counts[call.function] = count
    }
    return counts
  }

  private func objection(to call: Call) -> String? {
    do {
      guard let found = try call.found() else { return "there is no such function" }
      return Agreement.objection(to: found.tensors, call)
    } catch {
      return "\(error)"
    }
  }
}
