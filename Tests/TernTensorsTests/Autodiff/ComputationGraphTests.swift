import Tern
import TestSupport
import Testing

struct ComputationGraphTests {
  private static func number(_ tensor: AnyTensor?) -> Double? {
    tensor.flatMap { Tensor<Double>(exactly: $0) }?.scalar
  }

  @Test func nodesComeAfterWhatTheyRead() {
    let graph = computationGraph(at: Tensor<Double>(2), Tensor(3)) { x, y in
      (x * y + y).exp()
    }
    #expect(graph.nodes.map(\.name) == ["x", "y", "*", "+", "exp"])
    for edge in graph.edges { #expect(edge.source < edge.target) }
  }

  @Test func gradientsFlowAlongEveryEdge() throws {
    // y is read twice: 3 · e⁹ arrives from the product, e⁹ from the sum.
    let graph = computationGraph(at: Tensor<Double>(2), Tensor(3)) { x, y in x * y + y }
    let y = try #require(graph.nodes.firstIndex { $0.name == "y" })
    let shares = graph.edges.filter { $0.source == y }.map { Self.number($0.gradient) }
    #expect(Set(shares) == [2, 1])
    #expect(Self.number(graph.nodes[y].gradient) == 3)
    #expect(Self.number(graph.nodes.last?.value) == 9)
    #expect(Self.number(graph.nodes.last?.gradient) == 1)
  }

  @Test func aSquareHasTwoEdges() {
    let graph = computationGraph(at: Tensor<Double>(3)) { x in x * x }
    #expect(graph.edges.map { Self.number($0.gradient) } == [3, 3])
    #expect(Self.number(graph.nodes[0].gradient) == 6)
  }

  @Test func totalsAreTheGradients() throws {
    let (x, w, b): (Tensor<Double>, Tensor<Double>, Tensor<Double>) = (
      seeded([4, 3]), seeded([3, 5], seed: 1), seeded([5], seed: 2)
    )
    func loss(_ inputs: [Tensor<Double>]) -> Tensor<Double> {
      let h = inputs[0].affine(inputs[1], inputs[2]).relu()
      return (h.logSoftmax() * h[1...2].sum() / 3 - h.mean(along: 0)).squared().sum()
    }
    let expected = gradient(at: [x, w, b], of: loss)
    let graph = computationGraph(at: [x, w, b], of: loss)
    for (index, gradient) in expected.enumerated() {
      let node = try #require(graph.nodes.first { $0.name == "input \(index)" })
      #expect(node.kind == .input)
      // Equal but for the order in which shares are added up.
      let total = try #require(node.gradient)
      expectClose(try #require(Tensor(exactly: total)), gradient)
    }
    // What leaves a node adds up to its total.
    for (position, node) in graph.nodes.enumerated().dropLast() {
      guard let total = node.gradient else { continue }
      let shares = graph.edges.filter { $0.source == position }
        .compactMap { $0.gradient.flatMap { Tensor<Double>(exactly: $0) } }
      let sum = shares.dropFirst().reduce(shares[0], +)
      expectClose(sum, try #require(Tensor(exactly: total)))
    }
  }

  @Test func everyValueIsThere() throws {
    let graph = computationGraph(at: Tensor<Double>([1, 2, 3])) { x in
      (x.reshaped(to: [3, 1]) + 1).sum() / 4
    }
    let values = graph.nodes.map { Tensor<Double>(exactly: $0.value)?.scalars }
    #expect(graph.nodes.map(\.name) == ["x", "reshaped", "", "+", "sum", "", "/"])
    #expect(values == [[1, 2, 3], [1, 2, 3], [1], [2, 3, 4], [9], [4], [2.25]])
    #expect(graph.nodes.count { $0.kind == .constant } == 2)
  }

  private static let shapes: [Shape] = [[], [1], [7], [2, 0], [3, 4], [2, 1, 5]]

  @Test(arguments: shapes) func valuesOfAnyShapeHaveTheGradientsOfTheirSum(shape: Shape) throws {
    func function(_ x: Tensor<Double>) -> Tensor<Double> { x.exp() * x }
    let x: Tensor<Double> = seeded(shape)
    let graph = computationGraph(at: x, of: function)
    let output = try #require(graph.nodes.last)
    #expect(Tensor<Double>(exactly: output.value) == function(x))
    #expect(output.gradient.flatMap { Tensor<Double>(exactly: $0) } == Tensor(ones: shape))
    let input = try #require(graph.nodes.first { $0.name == "x" }?.gradient)
    expectClose(
      try #require(Tensor<Double>(exactly: input)), gradient(at: x) { function($0).sum() })
  }

  @Test(arguments: shapes) func gradientsFlowFromTheUpstreamGradient(shape: Shape) throws {
    let (x, y): (Tensor<Double>, Tensor<Double>) = (seeded(shape), seeded(shape, seed: 1))
    let dz: Tensor<Double> = seeded(shape, seed: 2)
    let graph = computationGraph(at: x, y, upstream: dz) { x, y in x * y.exp() }
    let expected = valueWithPullback(at: [x, y]) { $0[0] * $0[1].exp() }.pullback(dz)
    #expect(graph.nodes.last?.gradient.flatMap { Tensor<Double>(exactly: $0) } == dz)
    for (name, gradient) in zip(["x", "y"], expected) {
      let found = try #require(graph.nodes.first { $0.name == name }?.gradient)
      expectClose(try #require(Tensor<Double>(exactly: found)), gradient)
    }
  }

  @Test func scoresOfAModelNeedNoLoss() throws {
    var rng = Philox(seed: 3)
    var model = Linear<Double>(3, 4, using: &rng)
    let (x, dy): (Tensor<Double>, Tensor<Double>) = (seeded([5, 3]), seeded([5, 4], seed: 1))
    let graph = computationGraph(at: &model, upstream: dy) { $0.training(x) }
    let bias = try #require(graph.nodes.first { $0.name == "bias" }?.gradient)
    expectClose(try #require(Tensor<Double>(exactly: bias)), dy.sum(along: 0))
  }

  @Test func numbersGiveTheSameWhetherDrawnOrNot() throws {
    func function(_ x: Tensor<Double>) -> Tensor<Double> {
      ((1.7 - (x * 0.3 + 0.1)) * ((2.3 * x - 0.7) / 1.1 + (0.4 + x))).sum()
    }
    let x: Tensor<Double> = seeded([17])
    let (value, slope) = valueWithGradient(at: x, of: function)
    let graph = computationGraph(at: x, of: function)
    #expect(graph.nodes.last.flatMap { Tensor(exactly: $0.value) } == value)
    // The drawn graph adds the shares of x up in another order.
    let drawn: Tensor<Double> = try #require(
      graph.nodes[0].gradient.flatMap { Tensor(exactly: $0) })
    expectClose(drawn, slope)
  }

  @Test func operatorsOfYourOwnHaveNames() {
    func cube(_ x: Tensor<Double>) -> Tensor<Double> {
      differentiable(x) { x in
        x * x * x
      } pullback: { dy, x, _ in
        3 * x * x * dy
      }
    }
    let graph = computationGraph(at: Tensor<Double>(2)) { x in
      differentiable(cube(x), named: "twice") {
        $0 * 2
      } pullback: { dy, _, _ in
        dy * 2
      }
    }
    #expect(graph.nodes.map(\.name) == ["x", "cube", "twice"])
  }

  @Test func aConstantValueIsOneNode() {
    let graph = computationGraph(at: Tensor<Double>(2)) { _ in Tensor(5) }
    #expect(graph.nodes.map(\.kind) == [.constant])
    #expect(graph.edges.isEmpty)
  }

  @Test func gradientsInsideAreDrawn() throws {
    // d/dx of (3x²)² is 36x³.
    let graph = computationGraph(at: Tensor<Double>(2)) { x in
      gradient(at: x) { x in x * x * x }.squared()
    }
    #expect(Self.number(graph.nodes.last?.value) == 144)
    let x = try #require(graph.nodes.first { $0.name == "x" })
    #expect(Self.number(x.gradient) == 288)
  }

  @Test func modelsInSinglePrecision() throws {
    var rng = Philox(seed: 1)
    var model = Sequential<Float> {
      Linear(3, 4, using: &rng)
      BatchNorm(4)
      ReLU()
      Linear(4, 2, using: &rng)
    }
    let x: Tensor<Float> = seeded([5, 3])
    let labels: Tensor<Int32> = [0, 1, 1, 0, 1]
    var copy = model
    let (_, gradients) = valueWithGradient(at: &copy) {
      softmaxCrossEntropy($0.training(x), labels)
    }
    let graph = computationGraph(at: &model) { softmaxCrossEntropy($0.training(x), labels) }
    let inputs = graph.nodes.filter { $0.kind == .input }
    #expect(Set(inputs.map(\.name)) == Set(gradients.names))
    for input in inputs {
      #expect(input.gradient.flatMap { Tensor<Float>(exactly: $0) } == gradients[input.name])
    }
    // The parameters are plain values again.
    #expect(model.parameters.map(\.tensor) == copy.parameters.map(\.tensor))
    #expect(model.state.map(\.name) == copy.state.map(\.name))
  }
}
