import Tern
import TestSupport
import Testing

/// The standard deviation of x1 = −1 and x2 = 3, node by node.
struct DeviationGraphTests {
  /// The value and the gradient at each node, in the order of the calculation.
  private static func steps(correction: Double) throws -> [(
    name: String, value: Double, gradient: Double?
  )] {
    let graph = computationGraph(at: Tensor<Double>(-1), Tensor(3), names: ["x1", "x2"]) { x1, x2 in
      let mean = (x1 + x2) / 2
      let squares = (x1 - mean).squared() + (x2 - mean).squared()
      return (squares / (2 - correction)).sqrt()
    }
    return try graph.nodes.map { node in
      (
        node.name, try #require(Tensor<Double>(exactly: node.value)).scalar,
        node.gradient.flatMap { Tensor<Double>(exactly: $0) }?.scalar
      )
    }
  }

  @Test func population() throws {
    let steps = try Self.steps(correction: 0)
    #expect(
      steps.map(\.name) == [
        "x1", "x2", "+", "", "/", "-", "-", "squared", "squared", "+", "", "/", "sqrt",
      ])
    #expect(steps.map(\.value) == [-1, 3, 2, 2, 1, -2, 2, 4, 4, 8, 2, 4, 2])
    #expect(
      steps.map(\.gradient) == [
        -0.5, 0.5, 0, nil, 0, -0.5, 0.5, 0.125, 0.125, 0.125, nil, 0.25, 1,
      ])
  }

  @Test func sample() throws {
    let steps = try Self.steps(correction: 1)
    expectClose(try #require(steps.last).value, 2.828427, relative: 0, absolute: 5e-7)
    expectClose(try #require(steps[0].gradient), -0.70710678, relative: 0, absolute: 5e-9)
    expectClose(try #require(steps[1].gradient), 0.70710678, relative: 0, absolute: 5e-9)
  }

  @Test(arguments: [(0, 2), (1, 8.0.squareRoot())])
  func theOperatorAgrees(correction: Int, deviation: Double) throws {
    let x = Tensor<Double>([-1, 3])
    let (value, slope) = valueWithGradient(at: x) { $0.standardDeviation(correction: correction) }
    expectClose(value.scalar, deviation)
    let steps = try Self.steps(correction: Double(correction))
    expectClose(slope.scalars, steps.prefix(2).compactMap(\.gradient))
  }
}
