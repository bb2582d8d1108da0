import Tern
import TestSupport
import Testing

/// A layer that may be wrong: the gradient of `scale` by a factor, or the derivative of the
/// input's gradient with respect to `scale`.
private struct WrongScale: Layer {
  var scale: Tensor<Double> = [1.5, -0.5]
  var factor = 1.0
  var forgetsScale = false

  func callAsFunction(_ x: Tensor<Double>) -> Tensor<Double> {
    let (factor, forgetsScale) = (factor, forgetsScale)
    return differentiable(x, scale) { x, scale in
      x * scale
    } pullback: { dy, _, scale, _ in
      dy * (forgetsScale ? scale.detached() : scale)
    } _: { dy, x, _, _ in
      dy * x * factor
    }
  }

  mutating func visit<Visitor: StateVisitor<Double>>(_ visitor: inout Visitor) {
    visitor.parameter("scale", &scale, role: .scale)
  }
}

@Suite struct GradientCheckLayerTests {
  static let x: Tensor<Double> = seeded([3, 2])

  @Test func everyParameterAndTheInputAreNamed() {
    let report = checkGradients(of: TwoLayers(seed: 1), at: Self.x)
    #expect(
      report.entries.map(\.name)
        == ["first.weight", "first.bias", "second.weight", "second.bias", "input"])
    #expect(report.passes(tolerance: 1e-8))
  }

  @Test func aWrongGradientIsFoundByName() {
    #expect(checkGradients(of: WrongScale(), at: Self.x).passes())
    let report = checkGradients(of: WrongScale(factor: 1.01), at: Self.x)
    #expect(!report.passes(tolerance: 1e-3))
    #expect(report.worst?.name == "scale")
    #expect(report.entries.filter { $0.name == "input" }.allSatisfy { $0.relativeError < 1e-8 })
  }

  @Test func aWrongSecondDerivativeIsFound() {
    #expect(checkSecondDerivatives(of: WrongScale(), at: Self.x).passes())
    let wrong = WrongScale(forgetsScale: true)
    #expect(checkGradients(of: wrong, at: Self.x).passes())
    #expect(!checkSecondDerivatives(of: wrong, at: Self.x).passes(tolerance: 1e-3))
  }

  @Test func lossesOfModels() {
    let target: Tensor<Double> = seeded([3, 1], seed: 1)
    let report = checkGradients(of: TwoLayers(seed: 2)) { model in
      (model.training(Self.x) - target).squared().mean() + model.l2Penalty(0.1)
    }
    #expect(
      report.entries.map(\.name) == ["first.weight", "first.bias", "second.weight", "second.bias"])
    #expect(report.passes(tolerance: 1e-7), "\(report)")
  }

  @Test func masksStayTheSameWhileChecking() {
    var rng = Philox(seed: 3)
    let model = Sequential<Double> {
      Linear(2, 8, using: &rng)
      Dropout(rate: 0.5, using: &rng)
      Tanh()
      Linear(8, 2, using: &rng)
      LogSoftmax()
    }
    let report = checkGradients(of: model, at: Self.x)
    #expect(report.passes(tolerance: 1e-7), "\(report)")
    #expect(report.entries.count == 5)
    #expect(checkSecondDerivatives(of: model, at: Self.x).passes())
  }

  @Test func inferenceMayBeChecked() {
    var rng = Philox(seed: 4)
    let model = Sequential<Double> {
      Dropout(rate: 0.9, using: &rng)
      Lambda("Cube") { x in x * x * x }
    }
    let report = checkGradients(of: model, at: Self.x, inTraining: false)
    #expect(report.entries.map(\.analytic).allSatisfy { $0 != 0 })
    #expect(report.passes(tolerance: 1e-7))
  }

  @Test func entriesMayBeLimited() {
    var calls = 0
    _ = checkGradients(of: TwoLayers(seed: 5), maximumEntries: 2) { model in
      calls += 1
      return model(Self.x)
    }
    // Once for the gradients, and four times for each of two entries, or of the last bias's one.
    #expect(calls == 1 + 4 * (2 + 2 + 2 + 1))
  }
}
