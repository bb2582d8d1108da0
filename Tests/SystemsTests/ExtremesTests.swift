import Foundation
import Tern
import Testing

/// Numbers at both ends of the range and far from 0: where a true result is a number of its type, so
/// is Tern's, and near it; where it is beyond the range, Tern's is infinite or 0, never NaN.
///
/// `TERN_EXTREMES=print` in the environment prints the greatest errors.
struct ExtremesTests {
  private static let names = ExtremeFunction<Double>.all.map(\.name)

  @Test(arguments: names) func floatsAreNearTheTruth(name: String) throws {
    try check(ExtremeFunction<Float>.self, name, ExtremesOracle.float)
  }

  @Test(arguments: names) func doublesAreNearTheTruth(name: String) throws {
    try check(ExtremeFunction<Double>.self, name, ExtremesOracle.double)
  }

  @Test func allThatTheOracleKnowsIsCompared() {
    for text in [ExtremesOracle.float, ExtremesOracle.double] {
      let known = text.split(separator: "\n").map { $0.prefix { $0 != ";" } }
      #expect(Set(known.map(String.init)) == Set(Self.names))
    }
  }

  private func check<S: FloatingScalar & LosslessStringConvertible>(
    _: ExtremeFunction<S>.Type, _ name: String, _ oracle: String
  ) throws {
    let function = try #require(ExtremeFunction<S>.all.first { $0.name == name })
    let cases = try ExtremeCase<S>.all(of: name, in: oracle)
    try #require(!cases.isEmpty)
    var greatest = (value: 0.0, gradient: 0.0)
    for one in cases {
      let (value, pullback) = try valueWithPullback(at: one.input, of: function.function)
      let upstream = (0..<value.count).map { i -> S in 1 - S(i % 8) / 4 }
      let gradient = pullback(Tensor(upstream, shape: value.shape))
      let valueError = one.error(of: value, from: one.value, function.values)
      let gradientError = one.error(of: gradient, from: one.gradient, function.gradients)
      #expect(
        valueError <= function.values.ulps,
        "\(value.scalars) instead of \(one.value), from \(one.input.scalars)")
      #expect(
        gradientError <= function.gradients.ulps,
        "gradient \(gradient.scalars) instead of \(one.gradient), from \(one.input.scalars)")
      greatest = (max(greatest.value, valueError), max(greatest.gradient, gradientError))
    }
    if ProcessInfo.processInfo.environment["TERN_EXTREMES"] == "print" {
      print(
        String(
          format: "%@, %@: values %.1f, gradients %.1f ulp", name, "\(S.self)", greatest.value,
          greatest.gradient))
    }
  }
}

/// A line of the oracle.
private struct ExtremeCase<S: FloatingScalar & LosslessStringConvertible> {
  let input: Tensor<S>
  let value: [S]
  let gradient: [S]

  static func all(of name: String, in oracle: String) throws -> [ExtremeCase] {
    try oracle.split(separator: "\n").filter { $0.hasPrefix("\(name);") }.map { line in
      let fields = try line.components(separatedBy: ";").dropFirst().map(numbers)
      try #require(fields.count == 3)
      return ExtremeCase(input: Tensor(fields[0]), value: fields[1], gradient: fields[2])
    }
  }

  /// Numbers, and `number*n` for n of them.
  private static func numbers(_ text: String) throws -> [S] {
    try text.split(separator: " ").flatMap { word in
      let parts = word.split(separator: "*")
      let number = try #require(S(String(parts[0])))
      return [S](repeating: number, count: parts.count == 1 ? 1 : try #require(Int(parts[1])))
    }
  }

  /// The greatest distance of a result from the truth, in units in the last place.
  func error(of result: Tensor<S>, from truth: [S], _ accuracy: Accuracy) -> Double {
    guard result.count == truth.count else { return .infinity }
    let least: S =
      switch accuracy.size {
      case .itself: 0
      case .greatest: min(truth.map(\.magnitude).max() ?? 0, .greatestFiniteMagnitude)
      case .input: input.scalars.map(\.magnitude).max() ?? 0
      case .one: 1
      }
    return zip(result.scalars, truth).map { result, truth in
      if result == truth { return 0 }
      guard result.isFinite && truth.isFinite else { return .infinity }
      let unit = max(truth.magnitude, least).ulp
      let half: S = (result / 2 - truth / 2).magnitude
      return Double(half / unit) * 2
    }.max() ?? 0
  }
}
