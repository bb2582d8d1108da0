import CTernKernels
import Testing

/// The first place of the least or greatest element, the first NaN winning.
private func naivePosition<R: Real>(_ f: Int, _ x: [R]) -> Int32 {
  if let place = x.firstIndex(where: \.isNaN) { return Int32(place) }
  let best = f == TERN_MIN ? x.min() : x.max()
  return Int32(x.firstIndex { $0 == best } ?? -1)
}

@Test(
  arguments: availableTiers,
  [(1, 1, 1), (5, 3, 1), (64, 10, 1), (2, 17, 1), (2, 1023, 1), (1, 5, 3), (3, 40, 17), (0, 4, 2)])
func positionsAreTheFirstOfThePeaks(tier: TernTier, extents: (Int, Int, Int)) {
  let (outer, count, inner) = extents
  func check<R: Real>(_: R.Type) {
    // Few different values, so that peaks repeat; and some NaN.
    let repeating: [R] = wholeNumbers(outer * count * inner)
    var withNaN = repeating
    for i in stride(from: 5, to: withNaN.count, by: 11) { withNaN[i] = .nan }
    let highest = [R](repeating: .infinity, count: repeating.count)
    for x in [repeating, withNaN, highest, highest.map { -$0 }] {
      for f in [TERN_MIN, TERN_MAX] {
        var y = [Int32](repeating: -1, count: outer * inner)
        R.kernels(tier).argReduce(Int32(f), outer, count, inner, x, &y)
        let expected = (0..<outer * inner).map { i in
          naivePosition(f, (0..<count).map { x[(i / inner * count + $0) * inner + i % inner] })
        }
        #expect(y == expected)
      }
    }
  }
  check(Float.self)
  check(Double.self)
}
