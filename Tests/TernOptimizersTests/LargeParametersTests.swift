import TestSupport
import Tern
import Testing

/// Parameters that are large enough to be split over threads, beside plain loops.
struct LargeParametersTests {
  /// One long vector; the loss Σ c·w has the gradient c.
  private struct Vector: Layer {
    var weight: Tensor<Double>

    func callAsFunction(_ x: Tensor<Double>) -> Tensor<Double> { x * weight }

    mutating func visit<Visitor: StateVisitor<Double>>(_ visitor: inout Visitor) {
      visitor.parameter("weight", &weight, role: .weight)
    }
  }

  private let count = 100_003

  private func train(_ optimizer: some Optimizer<Double>) -> (w: [Double], g: [Double], [Double]) {
    var optimizer = optimizer
    let start = seeded([count], seed: 1, as: Double.self)
    let slope = seeded([count], seed: 2, as: Double.self)
    var model = Vector(weight: start)
    for _ in 0..<2 {
      let gradients = valueWithGradient(at: &model) { $0(slope).sum() }.gradients
      optimizer.update(&model, with: gradients)
    }
    return (start.scalars, slope.scalars, model.weight.scalars)
  }

  @Test func sgd() {
    let (w, g, result) = train(SGD(learningRate: 0.1, momentum: 0.9))
    // v = g, then 1.9 g.
    expectClose(result, zip(w, g).map { $0 - 0.29 * $1 })
  }

  @Test func adam() {
    let (w, g, result) = train(Adam(learningRate: 0.1, epsilon: 0))
    // With a constant gradient both averages, corrected, are it and its square.
    expectClose(result, zip(w, g).map { $0 - ($1 > 0 ? 0.2 : -0.2) }, absolute: 1e-12)
  }
}
