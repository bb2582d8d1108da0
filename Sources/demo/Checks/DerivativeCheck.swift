import Tern

/// The derivatives of one layer or loss, compared with differences.
struct DerivativeCheck {
  let name: String
  /// First derivatives by every parameter and input.
  let first: GradientReport
  /// Second derivatives: the gradients of the first ones.
  let second: GradientReport

  /// The largest relative error that passes.
  static let tolerance = 1e-7

  /// The distance of the differences, near the fifth root of the rounding of a Double: there, the
  /// five-point formula's own error is about as small as what rounding adds.
  static let step = 5e-4

  /// The larger one of the relative errors.
  var error: Double { max(first.maximumRelativeError, second.maximumRelativeError) }

  /// NaN passes nothing.
  var passed: Bool { error <= Self.tolerance }

  /// The entry that is furthest off, and whether it is one of the second derivatives.
  var worst: (entry: GradientReport.Entry, isSecond: Bool)? {
    let isSecond = second.maximumRelativeError > first.maximumRelativeError
    return (isSecond ? second : first).worst.map { ($0, isSecond) }
  }

  /// Checks a layer, or a whole network, while training.
  init(_ layer: some Layer<Double>, at input: Tensor<Double>, seed: UInt64) {
    name = layer.description
    first = checkGradients(of: layer, at: input, seed: seed, step: Self.step)
    second = checkSecondDerivatives(of: layer, at: input, seed: seed, step: Self.step)
  }

  /// Checks a function of named tensors.
  init(
    _ name: String, at inputs: KeyValuePairs<String, Tensor<Double>>, seed: UInt64,
    of function: ([Tensor<Double>]) -> Tensor<Double>
  ) {
    self.name = name
    let (names, tensors) = (inputs.map(\.key), inputs.map(\.value))
    first = checkGradients(at: tensors, names: names, seed: seed, step: Self.step, of: function)
    second = checkSecondDerivatives(
      at: tensors, names: names, seed: seed, step: Self.step, of: function)
  }

  /// Every layer and every loss.
  static func all(seed: UInt64) -> [DerivativeCheck] {
    // Each has draws of its own, so that one more layer changes nothing for the others.
    var draws = (0..<3).map { CheckInputs(seed: seed, stream: $0) }
    return layers(&draws[0]) + networks(&draws[1]) + losses(&draws[2])
  }
}

/// Draws the tensors that derivatives are checked at. None is within 0.1 of a kink: differences
/// across one would be no derivatives.
struct CheckInputs {
  let seed: UInt64
  var rng: Philox

  init(seed: UInt64, stream: UInt64) {
    self.seed = seed
    rng = Philox(seed: seed, stream: stream)
  }

  /// Numbers of these magnitudes, with random signs.
  mutating func signed(
    _ shape: Shape, _ magnitudes: ClosedRange<Double> = 0.2...1.5
  ) -> Tensor<Double> {
    tensor(shape) { rng in
      Double.random(in: magnitudes, using: &rng) * (Bool.random(using: &rng) ? 1 : -1)
    }
  }

  /// Numbers from a range.
  mutating func numbers(_ shape: Shape, in range: ClosedRange<Double>) -> Tensor<Double> {
    tensor(shape) { rng in Double.random(in: range, using: &rng) }
  }

  /// Rows of probabilities, each of 0.15 or more, which add up to 1.
  mutating func probabilities(_ shape: Shape) -> Tensor<Double> {
    let weights = numbers(shape, in: 0.6...1)
    return weights / weights.sum(along: -1, keepingAxes: true)
  }

  /// Rows of scores that differ by multiples of 0.4, give or take 0.1.
  mutating func spacedScores(rows: Int, classes: Int) -> Tensor<Double> {
    var scores: [Double] = []
    for _ in 0..<rows {
      scores += (0..<classes).shuffled(using: &rng).map { place in
        0.4 * Double(place) + Double.random(in: -0.05...0.05, using: &rng)
      }
    }
    return Tensor(scores, shape: [rows, classes])
  }

  /// Numbers that differ by multiples of 0.02, in random order: which one is greatest of some does
  /// not depend on the differences.
  mutating func spaced(_ shape: Shape) -> Tensor<Double> {
    let count = shape.elementCount
    let scalars = (0..<count).shuffled(using: &rng).map { 0.02 * Double($0 - count / 2) }
    return Tensor(scalars, shape: shape)
  }

  /// A layer whose outputs are 0.2 or more from 0 for inputs up to 1 in magnitude, so that no kink
  /// of an activation after it is near.
  mutating func linear(_ inputs: Int, _ outputs: Int) -> Linear<Double> {
    let bound = 0.8 / Double(inputs)
    return Linear(
      weight: signed([inputs, outputs], (bound / 4)...bound),
      bias: signed([outputs], 1...1.5))
  }

  private mutating func tensor(
    _ shape: Shape, of draw: (inout Philox) -> Double
  ) -> Tensor<Double> {
    Tensor((0..<shape.elementCount).map { _ in draw(&rng) }, shape: shape)
  }
}
