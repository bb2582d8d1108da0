import Tern
import TestSupport
import Testing

/// Pairs of shapes that broadcast, whose axes merge in every way.
let broadcastPairs: [(Shape, Shape)] = [
  ([], []), ([], [3]), ([1], [3]), ([0], [1]), ([0], []), ([3], [3]), ([2, 3], [3]),
  ([2, 3], [2, 1]), ([2, 1], [1, 3]), ([2, 3], [1, 1, 1]), ([0, 3], [3]), ([0, 3], [1]),
  ([2, 0], [1, 1]), ([4, 1, 5], [3, 1]), ([4, 3, 5], [3, 5]), ([4, 3, 5], [4, 1, 1]),
  ([4, 3, 5], [1, 3, 1]), ([4, 1, 5], [4, 3, 1]), ([2, 3, 4, 5], [3, 1, 5]),
  ([2, 1, 4, 1], [1, 3, 1, 5]), ([2, 3, 4, 5], [2, 1, 4, 1]), ([17, 1], [1, 17]),
  ([1023], [7, 1]), ([2, 1, 3, 1, 2], [4, 1, 5, 2]), ([2, 2, 2, 2, 2, 2], [2, 1, 2, 1, 2]),
]

struct BroadcastingTests {
  @Test(arguments: broadcastPairs) func pairsAreCombinedAsNumPyDoes(x: Shape, y: Shape) {
    func check<S: FloatingScalar>(_: S.Type) {
      let (a, b): (Tensor<S>, Tensor<S>) = (seeded(x), seeded(y, seed: 1))
      #expect(a + b == naiveCombine(a, b, +) && b + a == naiveCombine(b, a, +))
      #expect(a - b == naiveCombine(a, b, -) && b - a == naiveCombine(b, a, -))
      #expect(a.maximum(b) == naiveCombine(a, b) { max($0, $1) })
      #expect((a .< b) == naiveCombine(a, b, <) && (b .< a) == naiveCombine(b, a, <))
    }
    check(Float.self)
    check(Double.self)
  }

  @Test(
    arguments: [
      ([300, 257], [257]), ([257], [300, 257]), ([300, 257], [300, 1]), ([70_001], []),
      ([64, 33, 40], [33, 1]), ([3, 40_000], [3, 1]), ([40_000, 3], [3]), ([9, 1, 9000], [9, 1]),
      ([70_000], [70_000]),
    ] as [(Shape, Shape)])
  func largePairsAreCombinedAlikeByAnyNumberOfThreads(x: Shape, y: Shape) {
    let (a, b): (Tensor<Float>, Tensor<Float>) = (seeded(x), seeded(y, seed: 1))
    let expected = naiveCombine(a, b, -)
    for threads in [1, 2, 4] {
      withThreadCount(threads) { #expect(a - b == expected, "\(threads) threads") }
    }
  }

  @Test(arguments: [1, 2, 4]) func largeMapsAreAlikeWithAnyNumberOfThreads(threads: Int) {
    let x: Tensor<Double> = seeded([100_003])
    withThreadCount(threads) {
      #expect((-x).scalars == x.scalars.map { -$0 })
      var y = x
      y *= 2
      #expect(y.scalars == x.scalars.map { $0 * 2 })
    }
  }
}
