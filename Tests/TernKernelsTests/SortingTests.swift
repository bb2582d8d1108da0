import TernKernels
import TestSupport
import Testing

struct SortingTests {
  /// Wide keys with few different prefixes: the rest of the bits decides, in runs short and long.
  private func keys(_ count: Int, different: UInt64) -> [Int64] {
    var state: UInt64 = 7
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let upper = Int64(state >> 60) << 59
      return (state >> 40) % 2 == 0 ? upper &+ Int64((state >> 33) % different) : -upper
    }
  }

  @Test(arguments: [1, 2, 3], [1, 100, 40_000, 150_000])
  func largeArraysAreSortedOnThePool(threads: Int, count: Int) {
    let type: Int32 = 3  // int64
    withThreadCount(threads) {
      for different: UInt64 in [3, 1_000_000, .max >> 32] {
        let keys = keys(count, different: different)
        var sorted = [Int64](repeating: 0, count: count)
        Sorting.sort(type: type, descending: false, count: count, keys, &sorted)
        #expect(sorted == keys.sorted())

        var indices = [Int32](repeating: 0, count: count)
        var scratch = [Int64](
          repeating: 0, count: Sorting.scratchCount(type: type, count: count))
        Sorting.argsort(
          type: type, descending: false, count: count, keys, &indices, scratch: &scratch)
        let expected = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { Int32($0) }
        #expect(indices == expected)

        let first = count / 3
        var least = [Int32](repeating: 0, count: first)
        Sorting.argsort(
          first: first, type: type, descending: false, count: count, keys, &least,
          scratch: &scratch)
        #expect(least == Array(expected[..<first]))
      }
    }
  }
}
