import Tern
import TestSupport
import Testing

private let products: [(Shape, Shape)] = [
  ([1, 1], [1, 1]), ([2, 3], [3, 4]), ([7, 17], [17, 7]), ([5, 7], [7, 1]), ([1, 70], [70, 520]),
  ([0, 3], [3, 2]), ([2, 3], [3, 0]), ([2, 0], [0, 3]), ([3, 2, 4], [4, 5]), ([2, 4], [3, 4, 5]),
  ([3, 2, 4], [3, 4, 5]), ([2, 1, 2, 3], [3, 3, 2]), ([2, 1, 2, 3], [1, 4, 3, 2]),
  ([0, 2, 3], [3, 2]), ([1, 1, 2, 3], [5, 3, 1]), ([2, 2, 0], [2, 0, 2]),
]

/// The products of matrices by their definition, wrapping round.
private func naiveProduct<S: IntegerScalar>(_ x: Tensor<S>, _ y: Tensor<S>) -> Tensor<S> {
  let (m, k, n) = (x.shape[x.rank - 2], x.shape[x.rank - 1], y.shape[y.rank - 1])
  let batch = naiveBroadcastShape(Shape(x.shape.dropLast(2)), Shape(y.shape.dropLast(2)))
  let a = naiveBroadcast(x, to: Shape(Array(batch) + [m, k]))
  let b = naiveBroadcast(y, to: Shape(Array(batch) + [k, n]))
  let elements = (0..<batch.elementCount * m * n).map { place in
    let (matrix, row, column) = (place / (m * n), place / n % m, place % n)
    return (0..<k).reduce(S(0)) { sum, i in
      sum &+ a[(matrix * m + row) * k + i] &* b[(matrix * k + i) * n + column]
    }
  }
  return Tensor(elements, shape: Shape(Array(batch) + [m, n]))
}

struct IntegerProductsTests {
  private func check<S: IntegerScalar>(_: S.Type, _ shapes: (Shape, Shape)) {
    let (x, y): (Tensor<S>, Tensor<S>) = (integers(shapes.0), integers(shapes.1, seed: 1))
    let expected = naiveProduct(x, y)
    let (xT, yT) = (x.swappingAxes(-1, -2), y.swappingAxes(-1, -2))
    #expect(x.matmul(y) == expected)
    #expect(xT.matmul(y, transposingSelf: true) == expected)
    #expect(x.matmul(yT, transposingOther: true) == expected)
    #expect(xT.matmul(yT, transposingSelf: true, transposingOther: true) == expected)
  }

  @Test(arguments: products) func matricesAndBatches(shapes: (Shape, Shape)) {
    check(Int32.self, shapes)
    check(Int64.self, shapes)
    check(UInt8.self, shapes)
  }

  @Test(
    arguments: [1, 2, 4],
    [([90, 70], [70, 60]), ([9, 40, 30], [30, 50]), ([3, 50, 40], [3, 40, 30])] as [(Shape, Shape)])
  func largeProductsWithAnyNumberOfThreads(threads: Int, shapes: (Shape, Shape)) {
    withThreadCount(threads) {
      check(Int32.self, shapes)
      check(UInt8.self, shapes)
    }
  }

  @Test func vectorsAreRowsAndColumns() {
    let v: Tensor<Int32> = [1, 2, 3]
    let m: Tensor<Int32> = [[1, 0, -1], [2, 5, 4]]
    #expect(m.matmul(v) == [-2, 24])
    #expect(v.matmul(m.transposed()) == [-2, 24])
    #expect(v.matmul(v) == Tensor(14))
    #expect(v.matmul(m, transposingOther: true) == [-2, 24])
    let batch: Tensor<Int32> = integers([2, 4, 3])
    #expect(batch.matmul(v) == naiveProduct(batch, [[1], [2], [3]]).reshaped(to: [2, 4]))
    #expect(v.matmul(batch, transposingOther: true) == batch.matmul(v))
    let none = Tensor<Int64>(zeros: [0])
    #expect(none.matmul(none) == Tensor(0))
    #expect(none.matmul(Tensor(zeros: [0, 2])) == [0, 0])
  }

  @Test func whatDoesNotFitWrapsRound() {
    #expect(Tensor<UInt8>([[200, 100]]).matmul([[2], [1]]) == [[244]])
    #expect(Tensor<Int32>([.max, 1]).matmul([1, 1]) == Tensor(Int32.min))
    #expect(Tensor<Int64>([.min, .max]).matmul([-1, 2]) == Tensor(Int64.max &- 1))
  }

  @Test func shapesHaveToFit() async {
    expectMessage(
      "matmul: shapes [2, 3] and [2, 3] do not fit",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor<Int32>(zeros: [2, 3]).matmul(Tensor(zeros: [2, 3]))
      })
    expectMessage(
      "matmul: shapes [2, 2, 3] and [3, 3, 2] do not fit",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor<Int32>(zeros: [2, 2, 3]).matmul(Tensor(zeros: [3, 3, 2]))
      })
    expectMessage(
      "matmul needs at least one axis, got [] and [1]",
      await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
        _ = Tensor<Int32>(1).matmul([1])
      })
  }
}
