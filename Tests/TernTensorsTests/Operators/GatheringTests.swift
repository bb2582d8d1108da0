import Tern
import TestSupport
import Testing

struct GatheringTests {
  @Test(arguments: [[5], [3, 4], [2, 3, 4], [3, 0], [4, 1, 17]] as [Shape])
  func takingPicksSlices(shape: Shape) {
    func check<S: TensorScalar>(_ x: Tensor<S>) {
      for axis in shape.indices where shape[axis] > 0 {
        let last = shape[axis] - 1
        for positions in [[], [0], [last, 0, last], [last / 2]] {
          let whole = Array(repeating: TensorIndex.slice(), count: axis)
          let picked = x.taking(positions, along: axis)
          #expect(picked == x.taking(positions, along: axis - shape.rank))
          #expect(picked.shape[axis] == positions.count)
          for (place, position) in positions.enumerated() {
            #expect(
              picked[indices: whole + [.position(place)]]
                == x[indices: whole + [.position(position)]])
          }
        }
      }
    }
    check(counting(shape, as: Float.self))
    check(counting(shape, as: Double.self).asType(UInt8.self))
  }

  @Test func theShapeOfTheIndicesTakesThePlaceOfTheAxis() {
    let x = counting([2, 3, 4], as: Double.self)
    let indices: Tensor<Int32> = [[0, 2], [1, 1]]
    let picked = x.taking(indices, along: 1)
    #expect(picked.shape == [2, 2, 2, 4])
    for a in 0..<2 {
      for i in 0..<2 {
        for j in 0..<2 {
          #expect(picked[a, i, j] == x[a, Int(indices[i, j].scalar)])
        }
      }
    }
    #expect(x.taking(Tensor<Int32>(2), along: 2) == x[.ellipsis, 2])
  }

  @Test func scatteringAddsToRepeatedPlaces() {
    let x: Tensor<Float> = [[1, 1], [2, 2], [3, 3]]
    let slices: Tensor<Float> = [[10, 20], [30, 40], [50, 60]]
    #expect(x.addingScattered(slices, at: [2, 0, 2]) == [[31, 41], [2, 2], [63, 83]])
    #expect(x == [[1, 1], [2, 2], [3, 3]])
    #expect(x.addingScattered(Tensor(zeros: [0, 2]), at: Tensor(zeros: [0])) == x)
  }

  @Test func columnsArePickedRowByRow() {
    let x = counting([3, 4], as: Double.self)
    #expect(x.pickingColumns([3, 0, 1]) == [3, 4, 9])
    expectGradients([3, 4]) { x in x.pickingColumns([3, 0, 1]).squared() }
  }

  @Test func gradients() {
    expectGradients([4, 2]) { x in x.taking([3, 0, 3, 1]).squared() }
    expectGradients([2, 3, 2]) { x in x.taking([[0, 2], [2, 2]], along: 1).squared() }
    expectGradients([3, 2], [4, 2]) { x, slices in
      x.addingScattered(slices, at: [2, 0, 2, 1]).squared()
    }
    expectGradients([5]) { x in x.taking([Int]()) }
  }
}
