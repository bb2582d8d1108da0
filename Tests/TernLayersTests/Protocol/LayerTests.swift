import Tern
import Testing

/// A layer with the protocol's defaults only.
private struct Doubling<Scalar: FloatingScalar>: Layer {
  func callAsFunction(_ input: Tensor<Scalar>) -> Tensor<Scalar> {
    Tensor.concatenated([input, input], along: 1)
  }
}

@Suite struct LayerTests {
  @Test func defaults() throws {
    var layer = Doubling<Float>()
    #expect(layer.training([[1, 2]]) == [[1, 2, 1, 2]])
    #expect(try layer.outputShape(for: [3, 2]) == [3, 4])
    #expect(layer.description == "Doubling")
    #expect(layer.state.isEmpty && layer.parameters.isEmpty)
  }

  @Test func childrenOfAnArrayAreNamedByPosition() {
    struct Stack: Layer {
      var layers = [Linear<Float>(2, 2), Linear<Float>(2, 2)]
      func callAsFunction(_ input: Tensor<Float>) -> Tensor<Float> {
        layers.reduce(input) { $1($0) }
      }
      mutating func visit<Visitor: StateVisitor<Float>>(_ visitor: inout Visitor) {
        visitor.children(&layers)
      }
    }
    #expect(Stack().parameters.map(\.name) == ["0.weight", "0.bias", "1.weight", "1.bias"])
  }
}
