import Tern
import TestSupport
import Testing

struct ElementsTests {
  @Test func theLastOfRepeatedPlacesStays() {
    let x: Tensor<Int64> = [10, 20, 30, 40]
    #expect(x.putting([1, 2, 3], at: [1, -1, 1]) == [10, 3, 30, 2])
    #expect(x.putting(Tensor(7), at: [[0, 1], [2, 0]]) == [7, 7, 7, 40])
    #expect(x.reshaped(to: [2, 2]).putting([5], at: [2]) == [[10, 20], [5, 40]])
    #expect(x.puttingSlices(Tensor(zeros: [0]), at: Tensor(zeros: [0])) == x)
    #expect(x == [10, 20, 30, 40])
  }

  @Test func elementsAreAddedAtRepeatedPlaces() {
    let x = Tensor<Float>(zeros: [2, 3])
    #expect(
      x.addingElements(
        [[1, 2, 3, 4], [5, 6, 7, 8]], at: [[0, 0, -1, 0], [1, 2, 1, 1]], along: 1)
        == [[7, 0, 3], [0, 20, 6]])
    #expect(x.addingElements(Tensor(1), at: [[0], [2]]) == [[1, 0, 0], [0, 0, 1]])
  }

  @Test func indicesAndElementsBroadcast() {
    let x = counting([1, 4], as: Double.self)
    #expect(x.takingElements(at: [[0], [3], [-2]], along: 1) == [[0], [3], [2]])
    #expect(Tensor<Double>(zeros: [0, 4]).takingElements(at: [[1, 2]]).shape == [0, 2])
  }

  @Test func gradients() {
    let indices: Tensor<Int32> = [[0, 2, 2], [-1, 1, 0]]
    expectGradients([2, 3]) { x in x.takingElements(at: indices).squared() }
    expectGradients([2, 3]) { x in x.takingElements(at: [[1, 0, 1]], along: 0).squared() }
    expectGradients([2, 3], [2, 3]) { x, values in
      x.puttingElements(values, at: indices).squared()
    }
    expectGradients([2, 3], [2, 1]) { x, values in
      x.addingElements(values.squared(), at: indices).squared()
    }
    expectGradients([5], [4]) { x, values in x.putting(values, at: [3, 0, 3, 1]).squared() }
    expectGradients([3, 2], [2, 2]) { x, slices in
      x.puttingSlices(slices, at: [2, 2]).squared() * x
    }
    expectGradients([2, 3, 2]) { x in x.taking([[0, -1], [2, 2]], along: -2).squared() }
  }
}
