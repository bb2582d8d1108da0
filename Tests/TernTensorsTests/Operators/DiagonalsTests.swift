import Tern
import TestSupport
import Testing

struct DiagonalsTests {
  @Test(
    arguments: [[1, 1], [3, 3], [2, 5], [7, 2], [0, 3], [2, 3, 4], [2, 2, 3, 3]] as [Shape])
  func trianglesAndDiagonalsMakeUpTheMatrix(shape: Shape) {
    let x = seeded(shape, as: Float.self)
    for k in -4...4 {
      #expect(x.tril(diagonal: k) + x.triu(diagonal: k + 1) == x)
      #expect(
        x.tril(diagonal: k).triu(diagonal: k).sum(along: [-1, -2]).isClose(
          to: x.diagonal(k).sum(along: -1)))
    }
  }

  @Test func infinitiesOutsideATriangleAreZero() {
    let x = Tensor<Double>(full: [2, 2], .infinity)
    #expect(x.tril() == Tensor([[.infinity, 0], [.infinity, .infinity]]))
    #expect(([[1, 2], [3, 4]] as Tensor<UInt8>).triu(diagonal: 1) == [[0, 2], [0, 0]])
  }

  @Test func matricesOfDiagonals() {
    #expect(Tensor(diagonal: [1, 2] as Tensor<Int32>) == [[1, 0], [0, 2]])
    #expect(Tensor(diagonal: [1] as Tensor<Int32>, offset: -1) == [[0, 0], [1, 0]])
    #expect(Tensor(diagonal: Tensor<Float>(zeros: [0]), offset: 2) == Tensor(zeros: [2, 2]))
    let batch = seeded([3, 4], as: Float.self)
    for k in -2...2 { #expect(Tensor(diagonal: batch, offset: k).diagonal(k) == batch) }
    #expect(Tensor(diagonal: [true, true] as Tensor<Bool>) == Tensor(identity: 2))
  }

  @Test func gradients() {
    expectGradients([3, 4]) { x in x.tril(diagonal: -1).squared() * x }
    expectGradients([2, 2, 3]) { x in x.triu(diagonal: 1).squared() }
    expectGradients([3, 4]) { x in x.diagonal(1).squared() }
    expectGradients([2, 3, 3]) { x in x.diagonal(-1, ofAxes: 1, 2).squared() }
    expectGradients([2, 3]) { x in Tensor(diagonal: x, offset: -1).squared() }
  }
}
