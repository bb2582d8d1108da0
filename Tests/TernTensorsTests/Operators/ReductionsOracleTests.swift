import Tern
import TestSupport
import Testing

/// A line of the oracle: a call, its input, and what NumPy gives.
private struct Case: Sendable, CustomTestStringConvertible {
  let call: [String]
  let shape: Shape
  let kind: String
  let result: Shape
  let elements: [Double]

  init(_ line: Substring) {
    let fields = line.split(separator: ";", omittingEmptySubsequences: false)
    func numbers(_ field: Int) -> [Double] {
      fields[field].split(separator: " ").compactMap { Double($0) }
    }
    call = fields[0].split(separator: " ").map(String.init)
    shape = Shape(numbers(1).map { Int($0) })
    kind = String(fields[2])
    result = Shape(numbers(3).map { Int($0) })
    elements = numbers(4)
  }

  static let all = ReductionsOracle.text.split(separator: "\n").map(Case.init)

  var testDescription: String { "\(call.joined(separator: " ")) of \(kind) \(shape)" }

  /// The numbers after the name of the call.
  var numbers: [Int] { call.dropFirst().compactMap { Int($0) } }

  /// Halves from −3 to 3, some of which are not finite if the kind says so.
  func input<S: FloatingScalar>(as _: S.Type) -> Tensor<S> {
    Tensor(
      (0..<shape.elementCount).map { i -> S in
        if kind == "nan" && i % 7 == 2 { return .nan }
        if kind == "infinite" && i % 8 == 3 { return -.infinity }
        if kind == "infinite" && i % 4 == 1 { return .infinity }
        return S(double: Double(i * 5 % 13) / 2 - 3)
      }, shape: shape)
  }
}

/// What Tern gives for a line, nil if it knows no such call.
private func reduction<S: FloatingScalar>(_ line: Case, _ x: Tensor<S>) -> Tensor<S>? {
  let numbers = line.numbers
  let axis = numbers.first ?? 0
  switch line.call[0] {
  case "cumsum": return x.cumulativeSum(along: axis)
  case "cumprod": return x.cumulativeProduct(along: axis)
  case "cumsumInitial": return x.cumulativeSum(along: axis, includingInitial: true)
  case "cumprodInitial": return x.cumulativeProduct(along: axis, includingInitial: true)
  case "diff": return x.diff(count: numbers[1], along: axis)
  case "var": return x.variance(along: numbers)
  case "varCorrected": return x.variance(along: axis, correction: numbers[1])
  case "median": return x.median(along: numbers)
  case "medianOfAll": return x.median()
  case "quantile":
    return interpolations[line.call[1]].map {
      x.quantiles([0, 0.2, 0.5, 0.7, 1], along: numbers, interpolation: $0)
    }
  case "cov": return x.covariance(correction: axis)
  case "corrcoef": return x.correlation()
  default: return counts(line, x)
  }
}

private let interpolations: [String: QuantileInterpolation] = [
  "linear": .linear, "lower": .lower, "higher": .higher, "midpoint": .midpoint,
  "nearest": .nearest,
]

/// What Tern counts for a line, nil if it knows no such call.
private func counts<S: FloatingScalar>(_ line: Case, _ x: Tensor<S>) -> Tensor<S>? {
  let numbers = line.numbers
  let range = numbers.count > 2 ? S(numbers[1])...S(numbers[2]) : nil
  let weights = Case("; \(line.shape.map(String.init).joined(separator: " "));plain;;")
    .input(as: S.self)
  let whole = (weights * 2 + 6).asType(Int32.self)
  switch line.call[0] {
  case "all": return (x .> (numbers.count > 1 ? 0.5 : -2)).all(along: numbers).asType(S.self)
  case "any": return (x .> (numbers.count > 1 ? 0.5 : 2)).any(along: numbers).asType(S.self)
  case "count":
    return (x .> (numbers.count > 1 ? 0.5 : 0)).trueCount(along: numbers).asType(S.self)
  case "argmax": return x.argmax(along: numbers[0]).asType(S.self)
  case "flatArgmax": return Tensor(S(x.flatArgmax()))
  case "flatArgmin": return Tensor(S(x.flatArgmin()))
  case "histogram":
    let (counts, edges) = x.histogram(bins: numbers[0], range: range)
    return .concatenated([counts.asType(S.self), edges])
  case "weighted": return x.histogram(bins: numbers[0], range: range, weights: weights + 4).sums
  case "density": return x.histogramDensity(bins: numbers[0], range: range).density
  case "histogramEdges": return x.histogram(edges: [-2.5, -1, 0, 0, 2, 2.5]).asType(S.self)
  case "bincount": return whole.binCounts(minimumLength: numbers[0]).asType(S.self)
  case "binsums": return whole.binSums(weights: x)
  default: return nil
  }
}

@Test(arguments: Case.all) private func reductionsAgreeWithNumPy(line: Case) {
  func check<S: FloatingScalar>(_: S.Type) {
    let expected = Tensor(line.elements.map { S(double: $0) }, shape: line.result)
    guard let actual = reduction(line, line.input(as: S.self)) else {
      Issue.record("unknown call")
      return
    }
    expectClose(actual, expected)
  }
  check(Double.self)
  // Bins of numbers that fall on an edge depend on its rounding.
  if line.call[0] != "histogram" && line.call[0] != "weighted" && line.call[0] != "density" {
    check(Float.self)
  }
}
