import Tern
import TernTensors
import TestSupport
import Testing

/// Ranks 2 to 5, features in strips and in segments, few channels that are shared out by images and
/// many that are not.
private let shapes: [Shape] = [
  [3, 2], [2, 70], [65, 3], [2, 3, 5], [5, 2, 17], [1, 2, 4, 4], [3, 20, 5, 7], [2, 3, 2, 3, 4],
]

/// Larger than what one thread keeps for itself, with few channels and with many.
private let largeShapes: [Shape] = [
  [5000, 30], [40, 3, 40, 40], [64, 16, 13, 13], [1, 300, 400],
]

@Suite struct NormalizationTests {
  /// The definition with ordinary operators.
  private func composed<S: FloatingScalar>(
    _ x: Tensor<S>, _ scale: Tensor<S>, _ shift: Tensor<S>, epsilon: S, rectifying: Bool
  ) -> Tensor<S> {
    let axes = x.shape.indices.filter { $0 != 1 }
    let column = Shape([x.shape[1]] + [Int](repeating: 1, count: x.rank - 2))
    let mean = x.mean(along: axes, keepingAxes: true)
    let variance = x.variance(along: axes, keepingAxes: true)
    let y =
      (x - mean) / (variance + epsilon).sqrt() * scale.reshaped(to: column)
      + shift.reshaped(to: column)
    return rectifying ? y.relu() : y
  }

  private func inputs<S: FloatingScalar>(_ shape: Shape, as _: S.Type = S.self) -> [Tensor<S>] {
    [seeded(shape), seeded([shape[1]], seed: 1), seeded([shape[1]], seed: 2)]
  }

  @Test(arguments: shapes, [false, true])
  func valuesAndGradientsAreThoseOfOrdinaryOperators(shape: Shape, rectifying: Bool) {
    func check<S: FloatingScalar>(_: S.Type, _ tolerance: Double) {
      let inputs = inputs(shape, as: S.self)
      let dy: Tensor<S> = seeded(shape, seed: 3)
      let (y, pullback) = valueWithPullback(at: inputs) {
        $0[0].normalizingChannels(
          scale: $0[1], shift: $0[2], epsilon: 0.1, rectifying: rectifying
        ).output
      }
      let (expected, expectedPullback) = valueWithPullback(at: inputs) {
        composed($0[0], $0[1], $0[2], epsilon: 0.1, rectifying: rectifying)
      }
      expectClose(y, expected, relative: tolerance, absolute: tolerance)
      for (gradient, expected) in zip(pullback(dy), expectedPullback(dy)) {
        expectClose(gradient, expected, relative: tolerance, absolute: 8 * tolerance)
      }
    }
    check(Float.self, 1e-5)
    check(Double.self, 1e-13)
  }

  @Test(arguments: shapes, [false, true])
  func withoutScaleAndShift(shape: Shape, rectifying: Bool) {
    let x: Tensor<Double> = seeded(shape)
    let dy: Tensor<Double> = seeded(shape, seed: 3)
    let (y, pullback) = valueWithPullback(at: x) {
      $0.normalizingChannels(epsilon: 0.1, rectifying: rectifying).output
    }
    let (ones, zeros) = (Tensor<Double>(ones: [shape[1]]), Tensor<Double>(zeros: [shape[1]]))
    let (expected, expectedPullback) = valueWithPullback(at: x) {
      composed($0, ones, zeros, epsilon: 0.1, rectifying: rectifying)
    }
    expectClose(y, expected, absolute: 1e-13)
    expectClose(pullback(dy), expectedPullback(dy), absolute: 1e-12)
  }

  @Test(arguments: shapes) func momentsAreMeanAndVariance(shape: Shape) {
    let x: Tensor<Double> = seeded(shape)
    let moments = x.normalizingChannels(epsilon: 1e-5).moments
    let axes = x.shape.indices.filter { $0 != 1 }
    expectClose(moments.mean, x.mean(along: axes), absolute: 1e-14)
    expectClose(moments.variance, x.variance(along: axes), absolute: 1e-14)
  }

  @Test(
    arguments: [[4, 2], [3, 2, 3], [2, 3, 4, 5], [1, 2, 2, 3, 3]] as [Shape], [false, true])
  func derivatives(shape: Shape, rectifying: Bool) {
    expectGradients(shapes: [shape, [shape[1]], [shape[1]]]) {
      $0[0].normalizingChannels(
        scale: $0[1], shift: $0[2], epsilon: 0.1, rectifying: rectifying
      ).output
    }
    expectGradients(shape) {
      $0.normalizingChannels(epsilon: 0.1, rectifying: rectifying).output
    }
  }

  @Test(arguments: [[4, 2], [3, 2, 3], [2, 3, 4, 5]] as [Shape], [false, true])
  func derivativesByGivenMoments(shape: Shape, rectifying: Bool) {
    let moments = ChannelMoments<Double>(
      mean: seeded([shape[1]], seed: 5), variance: seeded([shape[1]], in: 0.5...2, seed: 6))
    expectGradients(shapes: [shape, [shape[1]], [shape[1]]]) {
      $0[0].normalizingChannels(
        by: moments, scale: $0[1], shift: $0[2], epsilon: 0.1, rectifying: rectifying)
    }
    expectGradients(shape) {
      $0.normalizingChannels(by: moments, epsilon: 0.1, rectifying: rectifying)
    }
  }

  @Test(arguments: shapes + largeShapes, [false, true])
  func givenMomentsAreAnAffineMap(shape: Shape, rectifying: Bool) {
    let inputs = inputs(shape, as: Double.self)
    let column = Shape([shape[1]] + [Int](repeating: 1, count: shape.rank - 2))
    let mean: Tensor<Double> = seeded([shape[1]], seed: 5)
    let variance: Tensor<Double> = seeded([shape[1]], in: 0.5...2, seed: 6)
    let y = inputs[0].normalizingChannels(
      by: ChannelMoments(mean: mean, variance: variance), scale: inputs[1], shift: inputs[2],
      epsilon: 0.1, rectifying: rectifying)
    let expected =
      (inputs[0] - mean.reshaped(to: column)) / (variance + 0.1).sqrt().reshaped(to: column)
      * inputs[1].reshaped(to: column) + inputs[2].reshaped(to: column)
    expectClose(y, rectifying ? expected.relu() : expected, absolute: 1e-13)
  }

  @Test(arguments: largeShapes) func bitsDoNotDependOnThreads(shape: Shape) {
    let inputs = inputs(shape, as: Float.self)
    let dy: Tensor<Float> = seeded(shape, seed: 3)
    func results(_ threads: Int) -> [Tensor<Float>] {
      withThreadCount(threads) {
        let (y, pullback) = valueWithPullback(at: inputs) {
          $0[0].normalizingChannels(
            scale: $0[1], shift: $0[2], epsilon: 0.1, rectifying: true
          ).output
        }
        return [y] + pullback(dy)
      }
    }
    let one = results(1)
    for threads in [2, 3] { #expect(results(threads) == one) }
    let expected = composed(inputs[0], inputs[1], inputs[2], epsilon: 0.1, rectifying: true)
    expectClose(one[0], expected, relative: 1e-5, absolute: 1e-5)
  }

  /// Elements around 10,000 keep what digits they have.
  @Test(arguments: [[64, 40], [50, 3, 40], [2, 3, 300]] as [Shape])
  func elementsFarFromZero(shape: Shape) {
    let x: Tensor<Float> = seeded(shape) + 1e4
    let dy: Tensor<Float> = seeded(shape, seed: 3)
    let (y, pullback) = valueWithPullback(at: x) { $0.normalizingChannels(epsilon: 1e-5).output }
    let (expected, expectedPullback) = valueWithPullback(at: x.asType(Double.self)) {
      $0.normalizingChannels(epsilon: 1e-5).output
    }
    expectClose(y, expected.asType(Float.self), relative: 1e-6, absolute: 2e-6)
    expectClose(
      pullback(dy), expectedPullback(dy.asType(Double.self)).asType(Float.self), relative: 1e-5,
      absolute: 1e-5)
  }

  @Test func onlyWhatIsNeededIsCalculated() {
    let inputs = inputs([4, 3, 5], as: Double.self)
    let expected = gradient(at: inputs) {
      $0[0].normalizingChannels(scale: $0[1], shift: $0[2], epsilon: 0.1).output.squared().sum()
    }
    let (scale, shift) = gradient(at: inputs[1], inputs[2]) {
      inputs[0].normalizingChannels(scale: $0, shift: $1, epsilon: 0.1).output.squared().sum()
    }
    #expect([scale, shift] == Array(expected.dropFirst()))
  }

  @Test(arguments: [[0, 3], [2, 0, 4], [2, 3, 0]] as [Shape])
  func nothingIsNormalised(shape: Shape) {
    let x = Tensor<Float>(zeros: shape)
    let (y, moments) = x.normalizingChannels(epsilon: 1e-5)
    #expect(y.shape == shape)
    #expect(moments.mean.isNaN().all())
    #expect(gradient(at: x) { $0.normalizingChannels(epsilon: 1e-5).output.sum() }.shape == shape)
    #expect(x.normalizingChannels(by: moments, epsilon: 1e-5).shape == shape)
    // Memory that is used again is not zero by itself.
    _ = (0..<64).map { _ in Tensor<Float>(full: [2, shape[1]], 7) }
    let none = Tensor<Float>(zeros: [shape[1]])
    let slopes = gradient(at: [none, none]) {
      x.normalizingChannels(scale: $0[0], shift: $0[1], epsilon: 1e-5).output.sum()
    }
    #expect(slopes == [none, none])
  }

  @Test func notANumberStaysInItsChannel() {
    var x: Tensor<Float> = seeded([4, 3, 5])
    x[0, 1, 0] = .init(.nan)
    let y = x.normalizingChannels(epsilon: 1e-5, rectifying: true).output
    let isNaN = y.scalars.map(\.isNaN)
    #expect(isNaN == (0..<60).map { $0 / 5 % 3 == 1 })
  }
}
