import Tern

/// Two affine layers with a rectifier between them, in double precision.
struct ToyNetwork: Layer {
  var first: Linear<Double>
  var second: Linear<Double>
  /// Whether the derivative of the rectifier asks if x · W is positive, and not x · W + b: a slip
  /// in the published calculation, whose last loss shows it.
  var maskIgnoresBias = false

  /// Draws the weights as the report does: 0.1 · randn, [outputs, inputs], the first layer first.
  init(using rng: inout NumPyRandom) {
    let weight: Tensor<Double> = 0.1 * rng.randn([10, 4])
    let other: Tensor<Double> = 0.1 * rng.randn([3, 10])
    first = Linear(weight: weight.transposed(), bias: Tensor(zeros: [10]))
    second = Linear(weight: other.transposed(), bias: Tensor(zeros: [3]))
  }

  func callAsFunction(_ x: Tensor<Double>) -> Tensor<Double> {
    guard maskIgnoresBias else { return second(first(x).relu()) }
    let isOpen = (x.matmul(first.weight.detached()) .> 0).asType(Double.self)
    let hidden = differentiable(first(x)) { h in
      h.relu()
    } pullback: { dy, _, _ in
      dy * isOpen
    }
    return second(hidden)
  }

  mutating func visit<Visitor: StateVisitor<Double>>(_ visitor: inout Visitor) {
    visitor.child("first", &first)
    visitor.child("second", &second)
  }
}
