import Tern

/// Layers of every kind, nested.
func nestedNetwork(seed: UInt64 = 4) -> Sequential<Double> {
  var rng = Philox(seed: seed)
  return Sequential<Double> {
    Linear(3, 4, using: &rng)
    Tanh()
    Residual {
      Linear(4, 4, using: &rng)
      Sigmoid()
      Dropout(rate: 0.25, using: &rng)
    }
    Linear(4, 2, using: &rng)
  }
}

/// A model of a user's own.
struct Pair: Layer {
  var first: Linear<Double>
  var second: Sequential<Double>

  init() {
    var rng = Philox(seed: 5)
    first = Linear(3, 1000, using: &rng)
    second = Sequential { Linear(1000, 2, using: &rng) }
  }

  func callAsFunction(_ input: Tensor<Double>) -> Tensor<Double> { second(first(input)) }

  mutating func visit<Visitor: StateVisitor<Double>>(_ visitor: inout Visitor) {
    visitor.child("first", &first)
    visitor.child("second", &second)
  }
}
