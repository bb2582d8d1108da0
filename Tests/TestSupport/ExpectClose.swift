import Tern
import Testing

/// Expects two numbers to differ by at most `absolute + relative · |expected|`; NaN agrees with
/// NaN, and infinities with themselves.
public func expectClose<S: BinaryFloatingPoint>(
  _ actual: S, _ expected: S, relative: Double? = nil, absolute: Double? = nil,
  _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let (relative, absolute) = tolerances(S.self, relative, absolute)
  if !isClose(actual, expected, relative, absolute) {
    Issue.record(
      "\(actual) is not close to \(expected) \(comment())", sourceLocation: sourceLocation)
  }
}

/// Expects arrays to have the same length and close elements, and names the worst if not.
public func expectClose<S: BinaryFloatingPoint>(
  _ actual: [S], _ expected: [S], relative: Double? = nil, absolute: Double? = nil,
  _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual.count == expected.count else {
    Issue.record(
      "\(actual.count) elements instead of \(expected.count) \(comment())",
      sourceLocation: sourceLocation)
    return
  }
  let (relative, absolute) = tolerances(S.self, relative, absolute)
  let wrong = actual.indices.filter { !isClose(actual[$0], expected[$0], relative, absolute) }
  guard let worst = wrong.max(by: { distance($0) < distance($1) }) else { return }
  Issue.record(
    """
    \(wrong.count) of \(actual.count) elements are not close; element \(worst) is \
    \(actual[worst]) instead of \(expected[worst]) \(comment())
    """, sourceLocation: sourceLocation)

  func distance(_ i: Int) -> S {
    let distance = (actual[i] - expected[i]).magnitude
    return distance.isNaN ? .infinity : distance
  }
}

/// Expects tensors to have the same shape and close elements.
public func expectClose<S: FloatingScalar>(
  _ actual: Tensor<S>, _ expected: Tensor<S>, relative: Double? = nil, absolute: Double? = nil,
  _ comment: @autoclosure () -> String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual.shape == expected.shape else {
    Issue.record(
      "shape \(actual.shape) instead of \(expected.shape) \(comment())",
      sourceLocation: sourceLocation)
    return
  }
  expectClose(
    actual.scalars, expected.scalars, relative: relative, absolute: absolute, comment(),
    sourceLocation: sourceLocation)
}

/// By default some hundred units in the last place.
private func tolerances<S: BinaryFloatingPoint>(
  _: S.Type, _ relative: Double?, _ absolute: Double?
) -> (Double, Double) {
  let small = 128 * Double(S.ulpOfOne)
  return (relative ?? small, absolute ?? small)
}

private func isClose<S: BinaryFloatingPoint>(
  _ actual: S, _ expected: S, _ relative: Double, _ absolute: Double
) -> Bool {
  if actual == expected || (actual.isNaN && expected.isNaN) { return true }
  guard actual.isFinite && expected.isFinite else { return false }
  return abs(Double(actual) - Double(expected)) <= absolute + relative * abs(Double(expected))
}
