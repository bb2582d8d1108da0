import Tern
import TestSupport
import Testing

struct StretchingTests {
  @Test(
    arguments: [
      ([], []), ([], [2, 3]), ([3], [2, 3]), ([2, 1], [2, 3]), ([1], [0]), ([0, 1], [0, 3]),
      ([2, 1, 3], [4, 2, 5, 3]), ([1, 1, 1, 1, 2], [2, 1, 3, 1, 2]),
    ] as [(Shape, Shape)])
  func broadcastRepeatsElements(source: Shape, target: Shape) {
    func check<S: TensorScalar>(_ x: Tensor<S>) {
      let y = x.broadcast(to: target)
      #expect(y.shape == target && y.scalars == naiveBroadcast(x, to: target))
    }
    check(counting(source, as: Double.self))
    check(counting(source, as: Float.self).asType(UInt8.self))
    expectGradients(source) { x in x.broadcast(to: target).squared() }
  }

  @Test func tilesFollowOneAnother() {
    let x: Tensor<Int32> = [[1, 2], [3, 4]]
    #expect(x.tiled([2, 1]) == [[1, 2], [3, 4], [1, 2], [3, 4]])
    #expect(x.tiled([1, 2]) == [[1, 2, 1, 2], [3, 4, 3, 4]])
    #expect(x.tiled([0, 2]).shape == [0, 4] && Tensor<Int32>(1).tiled([]).scalar == 1)
    expectGradients([2, 3]) { x in x.tiled([3, 2]).squared() }
  }

  @Test func severalTensorsBroadcastTogether() {
    let (x, y): (Tensor<Int32>, Tensor<Int32>) = ([[1], [2]], [3, 4, 5])
    #expect(Tensor.broadcast([x, y]) == [[[1, 1, 1], [2, 2, 2]], [[3, 4, 5], [3, 4, 5]]])
    #expect(Tensor<Int32>.broadcast([]).isEmpty && Tensor.broadcast([y]) == [y])
  }

  @Test func repeatingAndTilingManyAxes() {
    let x = counting([1, 2, 1, 3, 1, 2, 1, 1], as: Float.self)
    #expect(
      x.tiled([2, 1, 1, 2, 1, 1, 1, 1]).repeated(2, along: -1).shape == [2, 2, 1, 6, 1, 2, 1, 2])
    #expect(x.repeated(0, along: 3).isEmpty && x.repeated(1).shape == [12])
    expectGradients([2, 3]) { x in x.repeated(2, along: 1).squared() }
    expectGradients([2, 3]) { x in x.repeated([2, 0, 1], along: -1).squared() }
    expectGradients([3]) { x in x.tiled([2, 2]).squared() }
    expectGradients([2]) { x in x.repeated(3) * 2 }
  }
}
