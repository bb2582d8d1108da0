import Tern
import TestSupport
import Testing

struct MaskingTests {
  @Test(arguments: oddSizes + [70_000, 200_000]) func masksPickElementsInOrder(count: Int) {
    let mask = Tensor<Bool>((0..<count).map { $0 % 3 == 1 || $0 % 11 == 0 })
    let places = (0..<count).filter { mask.scalars[$0] }
    func check<S: TensorScalar>(_ x: Tensor<S>) {
      let scalars = x.scalars
      #expect(x[mask].scalars == places.map { scalars[$0] })
    }
    let x = counting([count], as: Double.self)
    check(x)
    check(x.asType(Float.self))
    check(x.asType(UInt8.self))
    #expect(mask.nonzero()[0].scalars == places.map { Int32($0) })
    #expect(mask.trueCount() == places.count)
  }

  @Test(arguments: [[300, 400], [3, 40_000], [40_000, 3]] as [Shape])
  func trueElementsAreCountedAlongAxes(shape: Shape) {
    let mask = seeded(shape, as: Float.self) .> 0
    for axis in shape.indices {
      let counts = naiveReduce(mask, along: [axis]) { Int32($0.count(where: \.self)) }
      #expect(mask.trueCount(along: axis) == counts)
    }
  }

  @Test func masksOfLeadingAxesPickSlices() {
    let x = counting([2, 3, 2], as: Float.self)
    let mask: Tensor<Bool> = [[true, false, false], [false, true, true]]
    #expect(x[mask] == [[0, 1], [8, 9], [10, 11]])
    #expect(x[[false, true] as Tensor<Bool>] == x[1..<2])
    #expect(x[Tensor(true)] == x.expandingAxis(at: 0) && x[Tensor(false)].shape == [0, 2, 3, 2])
    #expect(Tensor<Float>(5)[Tensor(true)] == [5])
  }

  @Test func assignmentThroughMasksAndIndices() {
    var x = counting([2, 3], as: Double.self).asType(Int32.self)
    x[x .> 2] = Tensor(-1)
    #expect(x == [[0, 1, 2], [-1, -1, -1]])
    x[[[true, false, true], [false, false, true]] as Tensor<Bool>] = [7, 8, 9]
    #expect(x == [[7, 1, 8], [-1, -1, 9]])
    x[[false, true] as Tensor<Bool>] = [[4, 5, 6]]
    #expect(x == [[7, 1, 8], [4, 5, 6]])
    x[[false, true] as Tensor<Bool>] = Tensor(3)
    #expect(x == [[7, 1, 8], [3, 3, 3]])
    x[[-1] as Tensor<Int32>] = [0, 0, 1]
    #expect(x == [[7, 1, 8], [0, 0, 1]])
    x[points: [[0, 1], [2, 0]]] = [20, 30]
    #expect(x == [[7, 1, 20], [30, 0, 1]])
    x[points: [[0]]] = Tensor(2)
    #expect(x == [[2, 2, 2], [30, 0, 1]])
    x[x .> 100] = Tensor(zeros: [0])
    #expect(x == [[2, 2, 2], [30, 0, 1]])
  }

  @Test func gradients() {
    let mask: Tensor<Bool> = [[true, false, true], [false, true, true]]
    expectGradients([2, 3]) { x in x[mask].squared() }
    expectGradients([2, 3, 2]) { x in x[mask].squared() }
    expectGradients([2, 3]) { x in x[[false, true] as Tensor<Bool>].squared() }
    expectGradients([2, 3], [4]) { x, values in
      var y = x.squared()
      y[mask] = values
      return y.squared()
    }
    expectGradients([2, 3], [1]) { x, value in
      var y = x
      y[mask] = value
      return y.squared()
    }
    expectGradients([3, 4]) { x in x[points: [[[0], [2]], [1, -1]]].squared() }
    expectGradients([3, 2], [2]) { x, row in
      var y = x
      y[[0, 2] as Tensor<Int32>] = row
      return y.squared() * x
    }
  }
}
