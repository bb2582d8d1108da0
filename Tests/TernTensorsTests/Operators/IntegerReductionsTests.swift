import Tern
import TestSupport
import Testing

private let shapes: [Shape] = [
  [], [1], [7], [17], [1023], [3, 4], [7, 17], [0, 3], [3, 0], [2, 1, 3], [2, 3, 4], [3, 70, 2],
  [2, 3, 2, 3], [2, 0, 3, 1], [2, 2, 2, 2, 2],
]

struct IntegerReductionsTests {
  @Test(arguments: shapes) func everySubsetOfAxes(shape: Shape) {
    func check<S: IntegerScalar>(_: S.Type) {
      let x: Tensor<S> = integers(shape)
      for axes in axisSubsets(ofRank: shape.rank) {
        for keeping in [false, true] {
          func naive<R: TensorScalar>(_ f: ([S]) -> R) -> Tensor<R> {
            naiveReduce(x, along: axes, keepingAxes: keeping, f)
          }
          #expect(
            x.sum(along: axes, keepingAxes: keeping) == naive { $0.reduce(0) { $0 + Int64($1) } })
          #expect(
            x.product(along: axes, keepingAxes: keeping)
              == naive { $0.reduce(1) { $0 &* Int64($1) } })
          expectClose(
            x.mean(along: axes, keepingAxes: keeping),
            naive { $0.reduce(0) { $0 + Double($1) } / Double($0.count) })
          guard naive({ Int64($0.count) }).scalars.allSatisfy({ $0 > 0 }) else { continue }
          #expect(x.max(along: axes, keepingAxes: keeping) == naive { $0.max() ?? 0 })
          #expect(x.min(along: axes, keepingAxes: keeping) == naive { $0.min() ?? 0 })
        }
      }
    }
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
  }

  @Test func resultsAreNumPysAtTheEndsOfTheRange() {
    func check<S: IntegerScalar>(_: S.Type) {
      let oracle = IntegerOracle<S>()
      let x = Tensor(oracle["numbers"])
      // The oracle's sums are of 64 bits, what it holds of them as many as the type has.
      #expect(S(truncatingIfNeeded: x.sum().scalar) == oracle["sum"][0])
      #expect(S(truncatingIfNeeded: x[x .!= 0].product().scalar) == oracle["product"][0])
      #expect(x.max().scalar == S.max && x.min().scalar == S.min)
      #expect(x.argmax().scalar == Int32(oracle["argmax"][0]))
      #expect(x.argmin().scalar == Int32(oracle["argmin"][0]))
    }
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
  }

  @Test func sumsAreWiderThanTheirElements() {
    #expect(Tensor<Int32>(full: [3], .max).sum().scalar == 3 * Int64(Int32.max))
    #expect(Tensor<UInt8>(full: [2, 3], 255).sum(along: 1) == [765, 765])
    #expect(Tensor<UInt8>(full: [3], 255).product().scalar == 255 * 255 * 255)
    #expect(Tensor<Int64>(full: [4], .max).mean().scalar == 0x1p63)
  }

  @Test(arguments: [[7], [1023], [3, 4], [2, 3, 4], [17, 1], [1, 17], [5, 70, 3]] as [Shape])
  func argReductionsFindTheFirstOfEquals(shape: Shape) {
    func check<S: IntegerScalar>(_: S.Type) {
      let x: Tensor<S> = integers(shape)
      for axis in shape.indices {
        let greatest = naiveReduce(x, along: [axis]) { values in
          Int32(values.firstIndex(of: values.max() ?? 0) ?? -1)
        }
        let least = naiveReduce(x, along: [axis]) { values in
          Int32(values.firstIndex(of: values.min() ?? 0) ?? -1)
        }
        #expect(x.argmax(along: axis) == greatest && x.argmin(along: axis) == least)
        #expect(x.argmax(along: axis - shape.rank) == greatest)
      }
    }
    check(Int32.self)
    check(Int64.self)
    check(UInt8.self)
  }

  /// Long enough that the pool takes part, over all elements and along either axis.
  @Test(arguments: [[300_007], [1023, 513], [3, 100_000], [100_000, 3]] as [Shape])
  func largeTensorsAreReducedAlikeByAnyNumberOfThreads(shape: Shape) {
    let x: Tensor<Int32> = integers(shape)
    for axes in [Array(shape.indices), [0], [shape.rank - 1]] {
      let sum = naiveReduce(x, along: axes) { $0.reduce(0) { $0 + Int64($1) } }
      let greatest = naiveReduce(x, along: axes) { $0.max() ?? 0 }
      for threads in [1, 2, 4] {
        withThreadCount(threads) {
          #expect(x.sum(along: axes) == sum && x.max(along: axes) == greatest)
        }
      }
    }
  }

  @Test func reductionsOfNothing() {
    let none = Tensor<Int32>(zeros: [0, 3])
    #expect(none.sum().scalar == 0 && none.product().scalar == 1 && none.mean().scalar.isNaN)
    #expect(none.sum(along: 0) == [0, 0, 0] && none.product(along: 0) == [1, 1, 1])
    #expect(none.max(along: 1).shape == [0] && none.argmax().shape == [0])
  }
}
