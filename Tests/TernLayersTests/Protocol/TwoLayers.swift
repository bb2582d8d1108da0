import Tern

/// A model with everything that a visitor sees: two layers, a buffer and a generator.
struct TwoLayers: Layer {
  var first: Linear<Double>
  var second: Linear<Double>
  /// The running mean of the inputs, `[2]`.
  var mean = Tensor<Double>(zeros: [2])
  var noise: Philox

  init(seed: UInt64) {
    var rng = Philox(seed: seed)
    first = Linear(2, 3, bias: .normal(standardDeviation: 1), using: &rng)
    second = Linear(3, 1, bias: .normal(standardDeviation: 1), using: &rng)
    noise = rng
  }

  func callAsFunction(_ input: Tensor<Double>) -> Tensor<Double> { second(first(input)) }

  mutating func training(_ input: Tensor<Double>) -> Tensor<Double> {
    // The second product gives the buffer a history, which the model is to lose afterwards.
    mean = mean * 0.9 + input.mean(along: 0) * 0.1 + first.weight.sum(along: 1) * 0
    _ = noise.next()
    return self(input)
  }

  mutating func visit<Visitor: StateVisitor<Double>>(_ visitor: inout Visitor) {
    visitor.child("first", &first)
    visitor.child("second", &second)
    visitor.buffer("mean", &mean)
    visitor.generator("noise", &noise)
  }
}
