import Tern
import TernLinearAlgebra
import TestSupport
import Testing

@Suite struct InitializerTests {
  enum Distribution { case normal, uniform }

  struct Scheme: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let initializer: Initializer
    let distribution: Distribution
    /// For a linear weight of shape [300, 200].
    let variance: Double
  }

  static let schemes = [
    Scheme("heNormal", .heNormal, .normal, 2.0 / 300),
    Scheme("heNormal for tanh", .heNormal(for: .tanh), .normal, 25.0 / 9 / 300),
    Scheme("heUniform", .heUniform, .uniform, 2.0 / 300),
    Scheme(
      "heUniform for slope 1", .heUniform(for: .leakyReLU(slope: 1)), .uniform, 1.0 / 300),
    Scheme("glorotNormal", .glorotNormal, .normal, 2.0 / 500),
    Scheme("glorotNormal for relu", .glorotNormal(for: .relu), .normal, 4.0 / 500),
    Scheme("glorotUniform", .glorotUniform, .uniform, 2.0 / 500),
    Scheme("glorotUniform for relu", .glorotUniform(for: .relu), .uniform, 4.0 / 500),
    Scheme("leCunNormal", .leCunNormal, .normal, 1.0 / 300),
    Scheme("leCunUniform", .leCunUniform, .uniform, 1.0 / 300),
    Scheme("normal", .normal(standardDeviation: 0.02), .normal, 0.0004),
    Scheme("uniform", .uniform(in: -0.5..<0.5), .uniform, 1.0 / 12),
  ]

  @Test(arguments: schemes)
  func meanDeviationAndForm(scheme: Scheme) {
    var rng = Philox(seed: 1)
    let weight: Tensor<Double> = scheme.initializer([300, 200], using: &rng)
    let (count, deviation) = (Double(weight.count), scheme.variance.squareRoot())
    // Five standard errors.
    expectClose(
      weight.mean().scalar, 0, relative: 0, absolute: 5 * deviation / count.squareRoot())
    let variance = weight.squared().mean().scalar
    expectClose(
      variance.squareRoot(), deviation, relative: 5 / (2 * count).squareRoot(), absolute: 0)
    let inside = weight.scalars.count { abs($0) < deviation }
    let share = scheme.distribution == .normal ? 0.682_689 : 1 / 3.0.squareRoot()
    expectClose(Double(inside) / count, share, relative: 0, absolute: 2.5 / count.squareRoot())
    if scheme.distribution == .uniform {
      let bound = deviation * 3.0.squareRoot()
      #expect(weight.scalars.allSatisfy { abs($0) <= bound })
      #expect(weight.scalars.contains { $0 > 0.999 * bound })
      #expect(weight.scalars.contains { $0 < -0.999 * bound })
    }
  }

  @Test func fansOfAConvolutionCountItsWindow() {
    var rng = Philox(seed: 2)
    // Fan in 3 · 25.
    let weight: Tensor<Double> = Initializer.heUniform(
      [64, 3, 5, 5], layout: .convolution, using: &rng)
    let bound = (6.0 / 75).squareRoot()
    #expect(weight.scalars.allSatisfy { abs($0) <= bound })
    #expect(weight.scalars.contains { abs($0) > 0.99 * bound })
  }

  @Test func truncatedNormalEndsAtTwoDeviations() {
    var rng = Philox(seed: 3)
    let weight: Tensor<Double> = Initializer.truncatedNormal(standardDeviation: 0.1)(
      [300, 200], using: &rng)
    #expect(weight.scalars.allSatisfy { abs($0) <= 0.2 })
    #expect(weight.scalars.contains { abs($0) > 0.19 })
    // 0.8796 is the deviation of scipy.stats.truncnorm(-2, 2).
    expectClose(
      weight.squared().mean().scalar.squareRoot(), 0.08796, relative: 0.015, absolute: 0)
  }

  @Test(arguments: [[50, 20], [20, 50], [16, 16], [1, 5], [8, 3, 3, 3]] as [Shape], [1, 1.5])
  func orthogonalRowsOrColumns(shape: Shape, gain: Double) {
    var rng = Philox(seed: 4)
    let weight: Tensor<Double> = Initializer.orthogonal(gain: gain)(
      shape, layout: .convolution, using: &rng)
    #expect(weight.shape == shape)
    let matrix = weight.flattened(fromAxis: 1)
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let product =
      rows <= columns
      ? matrix.matmul(matrix, transposingOther: true)
      : matrix.matmul(matrix, transposingSelf: true)
    expectClose(
      product, Tensor(identity: min(rows, columns)) * (gain * gain), relative: 0, absolute: 1e-13)
  }

  @Test func constantsDrawNothing() {
    var rng = Philox(seed: 5)
    let zeros: Tensor<Float> = Initializer.zeros([2, 3], using: &rng)
    let ones: Tensor<Float> = Initializer.ones([4], using: &rng)
    let halves: Tensor<Float> = Initializer.constant(0.5)([], using: &rng)
    #expect(zeros == Tensor(zeros: [2, 3]))
    #expect(ones == Tensor(ones: [4]))
    #expect(halves.scalar == 0.5)
    #expect(rng == Philox(seed: 5))
  }

  @Test func sameSeedSameWeight() {
    func draw(_ seed: UInt64) -> Tensor<Float> {
      var rng = Philox(seed: seed)
      return Initializer.heNormal([7, 5], using: &rng)
    }
    #expect(draw(6) == draw(6))
    #expect(draw(6) != draw(7))
  }

  @Test func uniformIsNotCentredUnlessItsBoundsAre() {
    var rng = Philox(seed: 8)
    let weight: Tensor<Float> = Initializer.uniform(in: 2..<3)([100], using: &rng)
    #expect(weight.scalars.allSatisfy { (2..<3).contains($0) })
  }
}

extension InitializerTests.Scheme {
  init(
    _ name: String, _ initializer: Initializer, _ distribution: InitializerTests.Distribution,
    _ variance: Double
  ) {
    testDescription = name
    self.initializer = initializer
    self.distribution = distribution
    self.variance = variance
  }
}
