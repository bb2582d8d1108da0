import Tern
import TestSupport
import Testing

@Suite struct LambdaTests {
  static let square = Lambda<Double>("Square") { x in x.squared() }

  @Test func appliesTheFunction() {
    #expect(Self.square([1, -2, 3]) == [1, 4, 9])
    #expect(Self.square.description == "Square")
    #expect(Lambda<Float> { $0 }.description == "Lambda")
  }

  @Test func shapeComesFromTheFunction() throws {
    let layer = Lambda<Float> { x in x.sum(along: 1) }
    #expect(try layer.outputShape(for: [4, 5]) == [4])
  }

  @Test func shapeFunctionMayRefuse() {
    let layer = Lambda<Float>(
      "Pairs",
      outputShape: { shape throws(ShapeError) in
        guard shape.last == 2 else {
          throw ShapeError(layer: "Pairs", found: shape, expected: "[…, 2]")
        }
        return shape
      },
      function: { $0 })
    #expect(throws: ShapeError(layer: "Pairs", found: [3], expected: "[…, 2]")) {
      try layer.outputShape(for: [3])
    }
  }

  @Test func derivatives() { expectGradients(of: Self.square, at: seeded([2, 3])) }
}
