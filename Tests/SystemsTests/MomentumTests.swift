import Tern
import TestSupport
import Testing

/// Gradient descent with momentum as the report writes it, v ← ρv − ηg and w ← w + v. Tern's
/// velocity is PyTorch's, in which the learning rate does not enter: the report's is −η times it.
struct MomentumTests {
  private static let rate = 1e-3

  @Test func nextWeightAndVelocity() throws {
    let shape: Shape = [4, 5]
    func ramp(_ start: Double, _ end: Double) -> Tensor<Double> {
      Tensor(linspace: start, end, count: 20).reshaped(to: shape)
    }
    var weight = ramp(-0.4, 0.6)
    var memory = [ramp(0.6, 0.9) / -Self.rate]
    let optimizer = SGD<Double>(learningRate: Self.rate, momentum: 0.9)
    optimizer.step(
      &weight, gradient: ramp(-0.6, 0.4), role: .weight, memory: &memory, number: 2)

    let published: [Double] = [
      0.1406, 0.20738947, 0.27417895, 0.34096842, 0.40775789, 0.47454737, 0.54133684, 0.60812632,
      0.67491579, 0.74170526, 0.80849474, 0.87528421, 0.94207368, 1.00886316, 1.07565263,
      1.14244211, 1.20923158, 1.27602105, 1.34281053, 1.4096,
    ]
    #expect(relativeError(weight.scalars, published) <= 1e-8)
    #expect(relativeError(weight.scalars, SystemsOracle.momentumWeight) <= 1e-14)
    let velocity = memory[0] * -Self.rate
    #expect(relativeError(velocity.scalars, SystemsOracle.momentumVelocity) <= 1e-14)
  }

  @Test func plainDescentHasNoVelocity() {
    var weight = Tensor<Double>([1, -2])
    var memory: [Tensor<Double>] = []
    SGD<Double>(learningRate: 0.5).step(
      &weight, gradient: Tensor([2, 2]), role: .weight, memory: &memory, number: 1)
    #expect(weight.scalars == [0, -3])
    #expect(memory.isEmpty)
  }
}
