import Foundation
import Tern
import Testing

struct ShapeTests {
  @Test(arguments: [
    [], [0], [3], [2, 3], [2, 3, 4], [1, 2, 3, 4], [1, 2, 3, 4, 5], [2, 0, 1, 1, 1, 7],
  ])
  func extentsAreKeptAtAnyRank(extents: [Int]) throws {
    let shape = Shape(extents)
    #expect(shape.rank == extents.count && Array(shape) == extents)
    #expect(shape.elementCount == extents.reduce(1, *))
    #expect(shape.description == extents.description)
    #expect(shape == Shape(extents) && shape.hashValue == Shape(extents).hashValue)
    #expect(shape != Shape(extents + [1]))
    let coded = try JSONDecoder().decode(Shape.self, from: JSONEncoder().encode(shape))
    #expect(coded == shape)
    for axis in extents.indices {
      var changed = shape
      changed[axis] = 9
      var expected = extents
      expected[axis] = 9
      #expect(Array(changed) == expected && Array(shape) == extents)
    }
  }

  @Test func stridesAreRowMajor() {
    #expect(Shape([2, 3, 4]).strides == [12, 4, 1] && Shape([]).strides == [])
    #expect(Shape([2, 3, 4]).index(of: 17) == [1, 1, 1])
  }

  @Test func negativeExtentsInFilesAreErrors() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Shape.self, from: Data("[2, -1]".utf8))
    }
  }

  @Test func literalsAndHashing() {
    let shape: Shape = [2, 3]
    #expect(Set([shape, [2, 3], [3, 2]]).count == 2)
  }

  /// An async function keeps what it holds at multiples of 16 bytes.
  @Test func asyncFunctionsCanHoldTensors() {
    #expect(MemoryLayout<Shape>.alignment <= 16 && MemoryLayout<Tensor<Float>>.alignment <= 16)
  }
}
