import Tern
import TestSupport
import Testing

/// Every scalar type's numbers, many of them equal.
private func repeating<S: TensorScalar>(_ shape: Shape, _: S.Type) -> Tensor<S> {
  Tensor<Double>((0..<shape.elementCount).map { Double($0 * 7919 % 13) }, shape: shape)
    .asType(S.self)
}

struct SortingTests {
  private static let shapes: [Shape] =
    oddSizes.map { [$0] } + [[3, 7], [7, 0], [2, 17, 3], [2, 1, 3, 2, 2]]

  @Test(arguments: shapes) func everyScalarIsSortedAlongEveryAxis(shape: Shape) {
    func check<S: TensorScalar>(_: S.Type, _ isLess: @escaping (S, S) -> Bool) {
      let x = repeating(shape, S.self)
      for axis in shape.indices {
        for descending in [false, true] {
          let sorted = x.sorted(along: axis, descending: descending)
          let order = x.argsort(along: axis - shape.rank, descending: descending)
          #expect(x.takingElements(at: order, along: axis) == sorted)
          // Lines of the axis, one after the other.
          let lines = (sorted.movingAxis(axis, to: -1), order.movingAxis(axis, to: -1))
          let extent = shape[axis]
          for start in stride(from: 0, to: sorted.count, by: max(extent, 1)) {
            let values = lines.0.scalars[start..<start + extent]
            let places = lines.1.scalars[start..<start + extent]
            for (a, b) in zip(zip(values, places), zip(values, places).dropFirst()) {
              let isOrdered = descending ? isLess(b.0, a.0) : isLess(a.0, b.0)
              #expect(isOrdered || (a.0 == b.0 && a.1 < b.1))
            }
            #expect(Set(places).count == extent)
          }
        }
      }
    }
    check(Float.self, <)
    check(Double.self, <)
    check(Int32.self, <)
    check(Int64.self, <)
    check(UInt8.self, <)
    check(Bool.self) { !$0 && $1 }
  }

  @Test func nanComesLastAndZerosAreEqual() {
    func check<S: FloatingScalar>(_: S.Type) {
      let x = Tensor<S>([.nan, 1, 0, -.infinity, -0.0, -.nan, .infinity, -1])
      #expect(x.argsort() == [3, 7, 2, 4, 1, 6, 0, 5])
      #expect(x.argsort(descending: true) == [0, 5, 6, 1, 2, 4, 7, 3])
      let sorted = x.sorted()
      #expect(sorted[0..<6] == Tensor([-.infinity, -1, 0, 0, 1, .infinity]))
      #expect(sorted[6...].isNaN().all())
      #expect(x.sorted(descending: true)[2...] == Tensor([.infinity, 1, 0, 0, -1, -.infinity]))
      #expect(x.topK(3).indices == [0, 5, 6] && x.topK(2, largest: false).indices == [3, 7])
    }
    check(Float.self)
    check(Double.self)
  }

  @Test func extremesOfIntegersAreSorted() {
    #expect(Tensor<Int32>([3, .min, .max, -1]).sorted() == Tensor([.min, -1, 3, .max]))
    #expect(Tensor<Int64>([3, .min, .max, -1]).argsort() == [1, 3, 0, 2])
    #expect(([3, 255, 0] as Tensor<UInt8>).sorted(descending: true) == [255, 3, 0])
  }

  @Test(arguments: [1, 2, 3]) func largeArraysDoNotDependOnThreads(threads: Int) {
    withThreadCount(threads) {
      func check<S: TensorScalar>(_ x: Tensor<S>) {
        let order = x.argsort()
        let sorted = x.sorted()
        #expect(x.taking(order) == sorted)
        #expect(!(sorted[1...] .< sorted[..<(-1)]).any())
        let again = order.argsort()
        #expect(order.taking(again) == Tensor<Int32>(arange: 0, Int32(x.count)))
        let top = x.topK(100)
        #expect(top.indices == x.argsort(descending: true)[0..<100])
        #expect(top.values == x.taking(top.indices))
      }
      let x = seeded([100_003], as: Double.self)
      check(x)
      check(x.asType(Float.self))
      check((x * 1e9).asType(Int64.self))
      check((x * 100).asType(Int32.self))
      check((x * 100).asType(UInt8.self))
    }
  }

  @Test func gradients() {
    expectGradients([7]) { x in x.sorted().squared() * seeded([7]) }
    expectGradients([3, 4]) { x in x.sorted(along: 0, descending: true).squared() }
    expectGradients([2, 5]) { x in x.topK(3).values.squared() }
    expectGradients([3, 2, 2]) { x in x.topK(2, along: 0, largest: false).values * 3 }
  }
}
