// Gradients compared with what differences of the function's values say.

/// How far the gradients of a function are from those that differences of its values give.
///
/// ```swift
/// let report = checkGradients(at: x) { x in (x * x).sum() }
/// precondition(report.passes(tolerance: 1e-6), "\(report)")
/// ```
public struct GradientReport: Sendable {
  /// The entry of one parameter's gradient that is furthest off.
  public struct Entry: Sendable, Hashable {
    /// The name of the parameter.
    public var name: String
    /// Where in the parameter: an index for each axis.
    public var index: [Int]
    /// What automatic differentiation says.
    public var analytic: Double
    /// What differences of the function's values say.
    public var numeric: Double
    /// |analytic − numeric| / max(10⁻⁸, |analytic| + |numeric|); infinite if either is not finite.
    public var relativeError: Double
  }

  /// The worst entry of each parameter that has elements, in the parameters' order.
  public let entries: [Entry]

  /// The worst entry of all; nil if there are no elements at all.
  public var worst: Entry? { entries.max { $0.relativeError < $1.relativeError } }

  /// The relative error of the worst entry, 0 if there is none.
  public var maximumRelativeError: Double { worst?.relativeError ?? 0 }

  /// Whether no entry's relative error is above the tolerance.
  public func passes(tolerance: Double = 1e-6) -> Bool { maximumRelativeError <= tolerance }
}

extension GradientReport.Entry: CustomStringConvertible {
  /// Parameter, index, both values and their relative error.
  public var description: String {
    "\(name)\(index): analytic \(analytic), numeric \(numeric), relative error \(relativeError)"
  }
}

extension GradientReport: CustomStringConvertible {
  /// The worst entry of all, and below it that of each parameter.
  public var description: String {
    guard let worst else { return "no gradients: the parameters have no elements" }
    return (["worst gradient \(worst)"] + entries.map { "  \($0)" }).joined(separator: "\n")
  }
}

/// Compares the gradients of a function of several tensors with central differences.
///
/// The function's value, of any shape, is reduced with a random upstream gradient u to Σ u · y, and
/// each entry of each input is moved to ±h and ±2h: the five-point formula
/// (8 (y(h) − y(−h)) − (y(2h) − y(−2h))) / 12h has an error of h⁴ / 30 times the fifth derivative.
///
/// A function that draws random numbers has to draw the same ones each time.
///
/// - Parameters:
///   - inputs: Where to compare: the parameters.
///   - names: Their names in the report; `input 0` and so on if nil.
///   - seed: Seeds the upstream gradient and the choice of entries.
///   - step: h for entries up to 1 in magnitude; it grows with larger ones.
///   - maximumEntries: How many entries of each parameter are compared; if there are more, some are
///     drawn at random.
///   - function: The function, smooth within 2h of the inputs.
public func checkGradients(
  at inputs: [Tensor<Double>], names: [String]? = nil, seed: UInt64 = 0, step: Double = 1e-3,
  maximumEntries: Int = .max, of function: ([Tensor<Double>]) -> Tensor<Double>
) -> GradientReport {
  let names = names ?? inputs.indices.map { "input \($0)" }
  precondition(
    names.count == inputs.count, "checkGradients: \(names.count) names for \(inputs.count) inputs")
  var rng = Philox(seed: seed)
  let (value, pullback) = valueWithPullback(at: inputs, of: function)
  let upstream = Tensor<Double>(randomNormal: value.shape, using: &rng)
  let gradients = pullback(upstream)

  let differences = Differences(upstream: upstream.scalars, step: step)
  var entries: [GradientReport.Entry] = []
  for place in inputs.indices {
    let count = inputs[place].count
    let tried =
      count <= maximumEntries
      ? Array(0..<count) : Array((0..<count).shuffled(using: &rng).prefix(maximumEntries))
    let gradient = gradients[place].scalars
    let compared = tried.map { element in
      let numeric = differences.derivative(
        at: inputs, input: place, element: element, of: function)
      return GradientReport.Entry(
        name: names[place], index: inputs[place].shape.index(of: element),
        analytic: gradient[element], numeric: numeric,
        relativeError: relativeError(gradient[element], numeric))
    }
    if let worst = compared.max(by: { $0.relativeError < $1.relativeError }) {
      entries.append(worst)
    }
  }
  return GradientReport(entries: entries)
}

/// Compares the gradient of a function of one tensor with central differences, as
/// ``checkGradients(at:names:seed:step:maximumEntries:of:)`` does.
public func checkGradients(
  at input: Tensor<Double>, seed: UInt64 = 0, step: Double = 1e-3, maximumEntries: Int = .max,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> GradientReport {
  checkGradients(
    at: [input], names: ["input"], seed: seed, step: step, maximumEntries: maximumEntries
  ) { function($0[0]) }
}

/// Compares second derivatives with differences of first ones: the gradient of ⟨gradient, v⟩ for a
/// random v, of the function's value under a random upstream gradient.
///
/// The parameters are those of ``checkGradients(at:names:seed:step:maximumEntries:of:)``.
public func checkSecondDerivatives(
  at inputs: [Tensor<Double>], names: [String]? = nil, seed: UInt64 = 0, step: Double = 1e-3,
  maximumEntries: Int = .max, of function: ([Tensor<Double>]) -> Tensor<Double>
) -> GradientReport {
  var rng = Philox(seed: seed, stream: 1)
  let upstream = Tensor<Double>(randomNormal: function(inputs).shape, using: &rng)
  return checkGradients(
    at: inputs, names: names, seed: seed, step: step, maximumEntries: maximumEntries
  ) { inputs in
    let gradients = gradient(at: inputs) { inputs in (function(inputs) * upstream).sum() }
    return Tensor.concatenated(gradients.map { $0.flattened() })
  }
}

/// Compares second derivatives of a function of one tensor, as
/// ``checkSecondDerivatives(at:names:seed:step:maximumEntries:of:)`` does.
public func checkSecondDerivatives(
  at input: Tensor<Double>, seed: UInt64 = 0, step: Double = 1e-3, maximumEntries: Int = .max,
  of function: (Tensor<Double>) -> Tensor<Double>
) -> GradientReport {
  checkSecondDerivatives(
    at: [input], names: ["input"], seed: seed, step: step, maximumEntries: maximumEntries
  ) { function($0[0]) }
}

// MARK: - Machinery

/// Derivatives of Σ upstream · y from values of y.
private struct Differences {
  let upstream: [Double]
  let step: Double

  /// The derivative with respect to one element.
  func derivative(
    at inputs: [Tensor<Double>], input: Int, element: Int,
    of function: ([Tensor<Double>]) -> Tensor<Double>
  ) -> Double {
    let center = inputs[input].scalars[element]
    let h = step * max(1, abs(center))
    func values(_ steps: Double) -> [Double] {
      var moved = inputs
      moved[input].withUnsafeMutableBufferPointer { $0[element] = center + steps * h }
      return function(moved).scalars
    }
    let (near, far) = (zip(values(1), values(-1)), zip(values(2), values(-2)))
    // Neighbouring values are subtracted before they are summed, so that large sums don't cancel.
    var sum = 0.0
    for (u, (near, far)) in zip(upstream, zip(near, far)) {
      sum += u * (8 * (near.0 - near.1) - (far.0 - far.1))
    }
    return sum / (12 * h)
  }
}

private func relativeError(_ a: Double, _ b: Double) -> Double {
  guard a.isFinite && b.isFinite else { return .infinity }
  return abs(a - b) / max(1e-8, abs(a) + abs(b))
}

extension Shape {
  /// The index path of an element counted in row-major order.
  package func index(of element: Int) -> [Int] {
    zip(self, strides).map { extent, stride in element / stride % extent }
  }
}
