import CTernKernels
import Testing

@Test(arguments: [(1, 1, 1), (3, 7, 1), (1, 1023, 17), (2, 17, 5), (4, 0, 3), (0, 3, 2), (5, 0, 1)])
func trueValuesAlongAnAxisAreCounted(extents: (Int, Int, Int)) {
  let (outer, count, inner) = extents
  let x = (0..<outer * count * inner).map { $0 * 7 % 11 < 5 }
  var y = [Int32](repeating: -1, count: outer * inner)
  tern_count_true_along(outer, count, inner, x, &y)
  let expected = (0..<outer * inner).map { place in
    Int32((0..<count).count { x[(place / inner * count + $0) * inner + place % inner] })
  }
  #expect(y == expected)
}

@Test(arguments: [1, 3, 10, 1000]) func binsHaveTheirLowerEdges(bins: Int) {
  func check<R: BinaryFloatingPoint & BitwiseCopyable>(_ type: Int, _: R.Type) {
    let edges = (0...bins).map { R(-1.7) + R($0) * R(4.3) / R(bins) }
    let others = (0..<500).map { R(-2) + R($0) * R(0.01) } + [.nan, .infinity, -.infinity]
    // Next to an edge the quotient alone would often be wrong.
    let x = edges + edges.map(\.nextUp) + edges.map(\.nextDown) + others
    var places = [Int32](repeating: -7, count: x.count)
    tern_bin_places(Int32(type), x.count, x, bins, edges, &places)
    let expected = x.map { x -> Int32 in
      if x == edges[bins] { return Int32(bins - 1) }
      return Int32((0..<bins).firstIndex { edges[$0] <= x && x < edges[$0 + 1] } ?? -1)
    }
    #expect(places == expected)
  }
  check(TERN_F32, Float.self)
  check(TERN_F64, Double.self)
}

@Test func placesAreCounted() {
  var counts: [Int64] = [10, 0, 0]
  tern_count_bins(6, [2, 0, -1, 2, 2, -5], &counts)
  #expect(counts == [11, 0, 3])
}

@Test func runningSumsAndProductsOfIntegersWrapRound() {
  func check<I: FixedWidthInteger>(_ type: Int, _ x: [I]) {
    for (f, ofNothing, next) in [
      (TERN_SCAN_SUM, 0, { $0 &+ Int64($1) }), (TERN_SCAN_PRODUCT, 1, { $0 &* Int64($1) }),
    ] as [(Int, Int64, (Int64, I) -> Int64)] {
      var values = [Int64](repeating: -1, count: x.count)
      let last = tern_scan_integers(Int32(type), Int32(f), x.count, x, 5, &values)
      var expected: [Int64] = []
      for x in x { expected.append(next(expected.last ?? 5, x)) }
      #expect(values == expected && last == expected.last)
      #expect(tern_scan_integers(Int32(type), Int32(f), x.count, x, 5, nil) == last)

      // The last column is not scanned.
      let columns = x.count / 3
      var matrix = [Int64](repeating: -1, count: 3 * columns)
      tern_scan_integer_columns(Int32(type), Int32(f), 3, columns - 1, columns, x, &matrix)
      for column in 0..<columns {
        for row in 0..<3 {
          let value = (0...row).reduce(ofNothing) { next($0, x[$1 * columns + column]) }
          #expect(matrix[row * columns + column] == (column < columns - 1 ? value : -1))
        }
      }
    }
  }
  check(TERN_U8, (0..<40).map { UInt8($0 * 37 % 256) })
  check(TERN_I32, (0..<40).map { _ in Int32.min })
  check(TERN_I64, [Int64.max, 3, .min, .min, -7, 0, 12, 5, 1])
  check(TERN_I64, (0..<40).map { Int64(2 * $0 + 1) })
}
