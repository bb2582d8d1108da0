import CTernKernels
import Testing

/// Keys that are hard on a quicksort: random ones, few different ones, sorted ones, extremes.
private func hardKeys<K: FixedWidthInteger>(_ count: Int) -> [[K]] {
  var state: UInt64 = 88_172_645_463_325_252
  func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 2_685_821_657_736_338_717
  }
  let indices = 0..<count
  return [
    indices.map { _ in K(truncatingIfNeeded: next() >> 3) },
    indices.map { _ in K(truncatingIfNeeded: next() % 10) },
    indices.map { _ in 5 },
    indices.map { K(truncatingIfNeeded: $0) },
    indices.map { K(truncatingIfNeeded: -$0) },
    indices.map { _ in next() % 2 == 0 ? .min : .max },
    indices.map { K(truncatingIfNeeded: $0 % 16 * 1000 - $0 / 16) },
  ]
}

/// The kernels of one tier for keys of one width.
private struct KeyKernels<K: FixedWidthInteger> {
  let sort: (Int, UnsafeMutablePointer<K>?) -> Void
  let select: (Int, Int, UnsafeMutablePointer<K>?) -> Void
  let partition: (Int, K, UnsafeMutablePointer<K>?) -> Int
  let median: (Int, UnsafePointer<K>?) -> K
}

private func narrow(_ tier: TernTier) -> KeyKernels<Int32> {
  let table = tern_kernels_f32(tier).pointee
  return KeyKernels(
    sort: table.sort_keys, select: table.select_keys, partition: table.partition,
    median: table.sample_median)
}

private func wide(_ tier: TernTier) -> KeyKernels<Int64> {
  let table = tern_kernels_f64(tier).pointee
  return KeyKernels(
    sort: table.sort_keys, select: table.select_keys, partition: table.partition,
    median: table.sample_median)
}

/// Around the sizes of rows of vectors, of blocks of a partition, and beyond.
private let lengths =
  sizes + [2, 3, 4, 5, 8, 15, 16, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 700, 3000]

@Test(arguments: availableTiers, lengths) func keysAreSorted(tier: TernTier, count: Int) {
  func check<K: FixedWidthInteger>(_ kernels: KeyKernels<K>) {
    for keys: [K] in hardKeys(count) {
      var sorted = keys + [77]
      kernels.sort(count, &sorted)
      #expect(sorted == keys.sorted() + [77])
    }
  }
  check(narrow(tier))
  check(wide(tier))
}

@Test(arguments: availableTiers, [1, 7, 17, 300, 1023, 5000])
func selectionBringsTheLeastForward(tier: TernTier, count: Int) {
  func check<K: FixedWidthInteger>(_ kernels: KeyKernels<K>) {
    for keys: [K] in hardKeys(count) {
      for first in [0, count / 3, count - 1] {
        var selected = keys
        kernels.select(count, first, &selected)
        let sorted = keys.sorted()
        #expect(selected[..<first].sorted() == Array(sorted[..<first]))
        #expect(selected[first] == sorted[first] && selected.sorted() == sorted)
      }
    }
  }
  check(narrow(tier))
  check(wide(tier))
}

@Test(arguments: availableTiers, [256, 257, 511, 1023, 4000])
func partitionsHaveTheirKeysOnTheRightSide(tier: TernTier, count: Int) {
  func check<K: FixedWidthInteger>(_ kernels: KeyKernels<K>) {
    for keys: [K] in hardKeys(count) {
      for pivot in [kernels.median(count, keys), .min, .max, 5] {
        var parted = keys
        let lesser = kernels.partition(count, pivot, &parted)
        #expect(lesser == keys.count { $0 < pivot })
        #expect(parted[..<lesser].allSatisfy { $0 < pivot })
        #expect(parted[lesser...].allSatisfy { $0 >= pivot } && parted.sorted() == keys.sorted())
      }
    }
  }
  check(narrow(tier))
  check(wide(tier))
}
