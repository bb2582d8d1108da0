import Tern
import TestSupport
import Testing

/// Every order of the numbers below n.
private func orders(_ n: Int) -> [[Int]] {
  n == 0
    ? [[]]
    : orders(n - 1).flatMap { order in
      (0..<n).map { place in Array(order[..<place]) + [n - 1] + Array(order[place...]) }
    }
}

struct PermutingTests {
  @Test(
    arguments: [[], [7], [3, 4], [7, 17], [0, 3], [2, 3, 4], [2, 0, 4], [2, 3, 1, 4]] as [Shape])
  func everyOrderOfAxes(shape: Shape) {
    func check<S: TensorScalar>(_ x: Tensor<S>) {
      for order in orders(shape.rank) {
        let expected = naivePermuted(x, order)
        #expect(x.permuted(order) == expected)
        #expect(x.permuted(order.map { $0 - shape.rank }) == expected)
      }
    }
    check(counting(shape, as: Float.self))
    check(counting(shape, as: Double.self))
    check(counting(shape, as: Double.self).asType(UInt8.self))
  }

  @Test func namedPermutations() {
    let x = counting([2, 3, 4], as: Double.self)
    #expect(x.transposed() == naivePermuted(x, [2, 1, 0]))
    #expect(x.swappingAxes(0, -1) == naivePermuted(x, [2, 1, 0]))
    #expect(x.swappingAxes(1, 1) == x)
    let large = counting([130, 70], as: Float.self)
    #expect(large.transposed() == naivePermuted(large, [1, 0]))
  }

  @Test(arguments: [[7], [3, 4], [0, 3], [2, 3, 4]] as [Shape])
  func reversalIsASliceOfStepMinusOne(shape: Shape) {
    let x = counting(shape, as: Float.self)
    for axes in axisSubsets(ofRank: shape.rank) {
      let indices = shape.indices.map { TensorIndex.slice(step: axes.contains($0) ? -1 : 1) }
      #expect(x.reversed(along: axes) == x[indices: indices])
    }
    #expect(x.reversed(along: [-1]) == x[.ellipsis, .every(-1)])
  }

  @Test(arguments: [[3, 2], [2, 3, 2], [0, 3, 1]] as [Shape]) func gradients(shape: Shape) {
    expectGradients(shape) { x in x.transposed().squared() }
    expectGradients(shape) { x in x.swappingAxes(0, -1) * 2 }
    expectGradients(shape) { x in x.reversed(along: [0, -1]) * x }
    expectGradients(shape) { x in x.movingAxis(0, to: -1).squared() }
  }

  /// More threads than rows that each of them would have, too.
  @Test(arguments: [2, 3, 16]) func largeArraysAreCopiedAlikeByAnyNumberOfThreads(threads: Int) {
    let x: Tensor<Float> = seeded([40, 50, 60])
    let expected = withThreadCount(1) { x.permuted([2, 0, 1]) }
    #expect(withThreadCount(threads) { x.permuted([2, 0, 1]) } == expected)
  }
}
