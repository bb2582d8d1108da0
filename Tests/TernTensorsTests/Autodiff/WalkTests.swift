import TernTensors
import Testing

@Suite struct WalkTests {
  /// A tensor that nine equally deep operators read: the sum of their gradients depends on its order.
  private func gradientOfManyUses() -> [Float] {
    let x = Tensor<Float>([1, 2, 3])
    return gradient(at: x) { x in
      // Nodes that are never walked, in between, so that addresses do not follow the order.
      var others: [Tensor<Float>] = []
      var sum = x * 1e-7
      for k in 1...8 {
        if k % 3 == 1 { others = (0..<k * k).map { x + Float($0) } }
        sum = sum + x * (Float(k) * 1.234_567e3 / Float(1 << (3 * k)))
        if k % 2 == 0 { others.removeFirst(others.count / 2) }
      }
      return sum.sum()
    }.scalars
  }

  @Test func gradientsAreSummedInTheOrderOfTheOperators() {
    let expected = gradientOfManyUses().map(\.bitPattern)
    var kept: [Tensor<Float>] = []
    for round in 0..<200 {
      // Other lives of the memory that nodes are made in.
      kept.append(gradient(at: Tensor<Float>(1)) { y in y * Float(round) })
      if round % 7 == 0 { kept.removeAll() }
      #expect(gradientOfManyUses().map(\.bitPattern) == expected)
    }
  }
}
