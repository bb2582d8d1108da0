import Tern
import TestSupport
import Testing

struct JoiningTests {
  /// Tensors of a shape but for the extent of one axis.
  private func pieces<S: FloatingScalar>(
    _ shape: Shape, _ axis: Int, _ extents: [Int], _: S.Type
  ) -> [Tensor<S>] {
    extents.enumerated().map { seed, extent in
      var shape = shape
      shape[axis] = extent
      return seeded(shape, seed: UInt64(seed))
    }
  }

  @Test(
    arguments: [[5], [2, 3], [2, 3, 4], [0, 3], [7, 1, 17]] as [Shape], [[2, 0, 3], [1], [4, 1]])
  func concatenationAndSplitAreInverse(shape: Shape, extents: [Int]) {
    for axis in shape.indices {
      let parts = pieces(shape, axis, extents, Float.self)
      let whole = Tensor.concatenated(parts, along: axis)
      #expect(whole.shape[axis] == extents.reduce(0, +))
      #expect(whole == Tensor.concatenated(parts, along: axis - shape.rank))
      #expect(whole.split(extents: extents, along: axis) == parts)
      // Element by element: each piece is where it should be.
      var start = 0
      for part in parts {
        for position in 0..<part.shape[axis] {
          let whole = Array(repeating: TensorIndex.slice(), count: axis)
          #expect(
            Tensor.concatenated(parts, along: axis)[indices: whole + [.position(start + position)]]
              == part[indices: whole + [.position(position)]])
        }
        start += part.shape[axis]
      }
    }
  }

  @Test func stackingMakesANewAxis() {
    let (x, y): (Tensor<Int32>, Tensor<Int32>) = ([1, 2, 3], [4, 5, 6])
    #expect(Tensor.stacked([x, y]) == [[1, 2, 3], [4, 5, 6]])
    #expect(Tensor.stacked([x, y], along: 1) == [[1, 4], [2, 5], [3, 6]])
    #expect(Tensor.stacked([x, y], along: -1) == [[1, 4], [2, 5], [3, 6]])
    #expect(Tensor.stacked([Tensor<Int32>(1), Tensor(2)]) == [1, 2])
  }

  @Test func equalPieces() {
    let x = counting([2, 6], as: Double.self)
    #expect(x.split(into: 3, along: 1).map(\.shape) == [[2, 2], [2, 2], [2, 2]])
    #expect(Tensor.concatenated(x.split(into: 3, along: -1), along: 1) == x)
    #expect(x.split(into: 2).map(\.shape) == [[1, 6], [1, 6]])
  }

  @Test func gradients() {
    expectGradients(shapes: [[2, 3], [1, 3], [0, 3]]) { Tensor.concatenated($0).squared() }
    expectGradients(shapes: [[2, 1, 2], [2, 3, 2]]) { Tensor.concatenated($0, along: 1).squared() }
    expectGradients(shapes: [[3], [3]]) { Tensor.stacked($0, along: -1).squared() }
    expectGradients([2, 5]) { x in
      let parts = x.split(extents: [2, 3], along: 1)
      return parts[0].sum(along: 1, keepingAxes: true) * parts[1]
    }
    expectGradients([3]) { x in Tensor.concatenated([x, x, x * x]) }
    expectGradients([2, 3]) { x in x.unstacked(along: 1)[1].squared() * x.unstacked()[0][0] }
  }
}
