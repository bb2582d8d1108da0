import CTernKernels

/// Sorting arrays of any element type, on the pool; types are the raw values of `ScalarType`.
///
/// Elements become keys, signed numbers in the same order, with NaN after every number; in
/// descending order, before.
package enum Sorting {
  /// Keys below which sorting stays on one thread.
  package static let grain = 16_384
  /// Spans of keys for each thread, so that none waits long for another at the end.
  private static let spansPerThread = 4
  /// The fewest keys that a kernel parts.
  private static let fewestParted = 256

  /// Whether elements have 8 bytes.
  private static func isWide(_ type: Int32) -> Bool { type == TERN_F64 || type == TERN_I64 }

  /// Whether elements are bytes: sorted by counting.
  private static func isByte(_ type: Int32) -> Bool { type == TERN_U8 || type == TERN_BOOL }

  /// y = the elements of x in order.
  package static func sort(
    type: Int32, descending: Bool, count: Int, _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer
  ) {
    if isByte(type) {
      return tern_sort_bytes(
        descending, count, x.assumingMemoryBound(to: UInt8.self),
        y.assumingMemoryBound(to: UInt8.self))
    }
    let size = isWide(type) ? 8 : 4
    // The keys take the place of the sorted elements.
    ThreadPool.shared.split(count, grain: grain) { range in
      let offset = range.lowerBound * size
      tern_keys(type, descending, range.count, x + offset, y + offset)
    }
    if size == 8 {
      sort(y.assumingMemoryBound(to: Int64.self), count: count)
    } else {
      sort(y.assumingMemoryBound(to: Int32.self), count: count)
    }
    ThreadPool.shared.split(count, grain: grain) { range in
      let offset = range.lowerBound * size
      tern_elements_of_keys(type, descending, range.count, y + offset, y + offset)
    }
  }

  /// indices = the places of the elements of x in order, those of equal elements ascending.
  ///
  /// - Parameter scratch: Memory for `scratchCount(type:count:)` numbers.
  package static func argsort(
    type: Int32, descending: Bool, count: Int, _ x: UnsafeRawPointer,
    _ indices: UnsafeMutablePointer<Int32>, scratch: UnsafeMutablePointer<Int64>
  ) {
    if isWide(type) {
      let keys = scratch + count
      ThreadPool.shared.split(count, grain: grain) { range in
        let start = range.lowerBound
        tern_wide_keys(type, descending, range.count, x + start * 8, keys + start)
      }
      return argsort(keys, count: count, indices, pairs: scratch)
    }
    makePairs(type: type, descending: descending, count: count, x, scratch)
    sort(scratch, count: count)
    ThreadPool.shared.split(count, grain: grain) { range in
      tern_pair_indices(range.count, scratch + range.lowerBound, indices + range.lowerBound)
    }
  }

  /// How many numbers of scratch memory `argsort` needs.
  package static func scratchCount(type: Int32, count: Int) -> Int {
    isWide(type) ? 2 * count : count
  }

  /// The places of the first `k` elements of the order, in that order.
  package static func argsort(
    first k: Int, type: Int32, descending: Bool, count: Int, _ x: UnsafeRawPointer,
    _ indices: UnsafeMutablePointer<Int32>, scratch: UnsafeMutablePointer<Int64>
  ) {
    guard k > 0 else { return }
    if k == count {
      return argsort(
        type: type, descending: descending, count: count, x, indices, scratch: scratch)
    }
    if isWide(type) {
      let keys = scratch + count
      tern_wide_keys(type, descending, count, x, keys)
      scratch.update(from: keys, count: count)
      return argsort(first: k, keys, count: count, indices, selected: scratch)
    }
    makePairs(type: type, descending: descending, count: count, x, scratch)
    Int64.select(scratch, count: count, first: k)
    sort(scratch, count: k)
    tern_pair_indices(k, scratch, indices)
  }

  /// y = the elements of x, of 4 or 8 bytes, that have these ascending places in the order.
  ///
  /// - Parameter keys: Memory for as many elements as x has.
  package static func select(
    type: Int32, places: [Int], count: Int, _ x: UnsafeRawPointer, keys: UnsafeMutableRawPointer,
    _ y: UnsafeMutableRawPointer
  ) {
    func select<Key: SortKey>(_: Key.Type) {
      let keys = keys.assumingMemoryBound(to: Key.self)
      let found = y.assumingMemoryBound(to: Key.self)
      var start = 0
      for (index, place) in places.enumerated() {
        Key.select(keys + start, count: count - start, first: place - start)
        found[index] = keys[place]
        start = place + 1
      }
    }
    tern_keys(type, false, count, x, keys)
    if isWide(type) { select(Int64.self) } else { select(Int32.self) }
    tern_elements_of_keys(type, false, places.count, y, y)
  }

  /// How many of `count` sorted elements are less than each value, or are not greater.
  package static func search(
    type: Int32, fromRight: Bool, count: Int, _ sorted: UnsafeRawPointer,
    values: UnsafeRawPointer, valueCount: Int, _ places: UnsafeMutablePointer<Int32>
  ) {
    tern_search_sorted(type, fromRight, count, sorted, valueCount, values, places)
  }

  private static func makePairs(
    type: Int32, descending: Bool, count: Int, _ x: UnsafeRawPointer,
    _ pairs: UnsafeMutablePointer<Int64>
  ) {
    let size = isByte(type) ? 1 : 4
    ThreadPool.shared.split(count, grain: grain) { range in
      let start = range.lowerBound
      tern_key_pairs(type, descending, range.count, start, x + start * size, pairs + start)
    }
  }

  /// Sorts keys: parts them until there are spans enough for all threads, which sort these.
  package static func sort<Key: SortKey>(_ keys: UnsafeMutablePointer<Key>, count: Int) {
    let threads = ThreadPool.shared.threadCount
    guard threads > 1, count >= 2 * grain else { return Key.sort(keys, count: count) }
    var bounds = [0, count]
    while bounds.count <= spansPerThread * threads {
      let spans = bounds.count - 1
      let middles = [Int](unsafeUninitializedCapacity: spans) { middles, initialized in
        let first = middles.baseAddress
        ThreadPool.shared.run(parts: spans) { span in
          let (start, end) = (bounds[span], bounds[span + 1])
          first?.advanced(by: span).initialize(
            to: start + parted(keys + start, count: end - start))
        }
        initialized = spans
      }
      bounds = zip(bounds, middles).flatMap { [$0, $1] } + [count]
    }
    ThreadPool.shared.run(parts: bounds.count - 1) { span in
      Key.sort(keys + bounds[span], count: bounds[span + 1] - bounds[span])
    }
  }

  /// Brings the lesser half, about, of the keys to the front, and gives its size.
  private static func parted<Key: SortKey>(_ keys: UnsafeMutablePointer<Key>, count: Int) -> Int {
    guard count >= fewestParted else { return 0 }
    return Key.partition(keys, count: count, pivot: Key.median(of: keys, count: count))
  }
}

// MARK: - Places of wide keys

extension Sorting {
  /// Runs of keys with one prefix that are sorted by insertion.
  private static let shortRun = 32

  /// Sorts pairs of a prefix of 32 bits of each key and its place, then what has equal prefixes.
  private static func argsort(
    _ keys: UnsafePointer<Int64>, count: Int, _ indices: UnsafeMutablePointer<Int32>,
    pairs: UnsafeMutablePointer<Int64>
  ) {
    guard count > 0 else { return }
    let (low, high) = range(of: keys, count: count)
    let span = UInt64(bitPattern: high) &- UInt64(bitPattern: low)
    let shift = max(0, 32 - span.leadingZeroBitCount)
    ThreadPool.shared.split(count, grain: grain) { range in
      let start = range.lowerBound
      tern_prefix_pairs(
        range.count, start, keys + start, low, Int32(shift), pairs + start)
    }
    sort(pairs, count: count)
    ThreadPool.shared.split(count, grain: grain) { range in
      tern_pair_indices(range.count, pairs + range.lowerBound, indices + range.lowerBound)
    }
    guard shift > 0 else { return }
    ThreadPool.shared.split(count, grain: grain) { range in
      sortRuns(beginningIn: range, of: UnsafePointer(pairs), count: count, keys, indices)
    }
  }

  /// Sorts the places of keys with equal prefixes, for the runs that begin in a range.
  private static func sortRuns(
    beginningIn range: Range<Int>, of pairs: UnsafePointer<Int64>, count: Int,
    _ keys: UnsafePointer<Int64>, _ indices: UnsafeMutablePointer<Int32>
  ) {
    var start = range.lowerBound
    while start > 0, start < range.upperBound, pairs[start] >> 32 == pairs[start - 1] >> 32 {
      start += 1
    }
    while start < range.upperBound {
      var end = start + 1
      while end < count, pairs[end] >> 32 == pairs[start] >> 32 { end += 1 }
      if end - start > shortRun {
        sortLongRun(keys, indices + start, count: end - start)
      } else if end - start > 1 {
        insertionSort(keys, indices + start, count: end - start)
      }
      start = end
    }
  }

  private static func insertionSort(
    _ keys: UnsafePointer<Int64>, _ indices: UnsafeMutablePointer<Int32>, count: Int
  ) {
    for i in 1..<count {
      let index = indices[i]
      let key = keys[Int(index)]
      var place = i
      while place > 0, keys[Int(indices[place - 1])] > key {
        indices[place] = indices[place - 1]
        place -= 1
      }
      indices[place] = index
    }
  }

  /// The same again for the keys of a run, which differ in less bits: in 32 of them at most the
  /// next time.
  private static func sortLongRun(
    _ keys: UnsafePointer<Int64>, _ indices: UnsafeMutablePointer<Int32>, count: Int
  ) {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: 2 * count) { scratch in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { order in
        guard let scratch = scratch.baseAddress, let order = order.baseAddress else { return }
        for i in 0..<count { scratch[i] = keys[Int(indices[i])] }
        argsort(scratch, count: count, order, pairs: scratch + count)
        let sorted = order + count
        for i in 0..<count { sorted[i] = indices[Int(order[i])] }
        indices.update(from: sorted, count: count)
      }
    }
  }

  /// The places of the least `k` < `count` keys; `selected` is a copy of these to be reordered.
  private static func argsort(
    first k: Int, _ keys: UnsafePointer<Int64>, count: Int, _ indices: UnsafeMutablePointer<Int32>,
    selected: UnsafeMutablePointer<Int64>
  ) {
    Int64.select(selected, count: count, first: k)
    // Of those that equal the greatest of the chosen ones, the first are taken.
    let last = range(of: selected, count: k).high
    var equals = k
    for i in 0..<k where selected[i] < last { equals -= 1 }
    var place = 0
    for i in 0..<count where keys[i] <= last {
      if keys[i] == last {
        if equals == 0 { continue }
        equals -= 1
      }
      indices[place] = Int32(truncatingIfNeeded: i)
      place += 1
    }
    sortLongRun(keys, indices, count: k)
  }

  private static func range(
    of keys: UnsafePointer<Int64>, count: Int
  ) -> (low: Int64, high: Int64) {
    var range: (low: Int64, high: Int64) = (0, 0)
    tern_key_range(count, keys, &range.low, &range.high)
    return range
  }
}

// MARK: - Keys

/// A signed number by which elements are sorted: as wide as these are.
package protocol SortKey {
  /// Sorts keys in ascending order.
  static func sort(_ keys: UnsafeMutablePointer<Self>, count: Int)
  /// Brings the least keys, `first` < `count` of them, before the others.
  static func select(_ keys: UnsafeMutablePointer<Self>, count: Int, first: Int)
  /// Brings the keys below a pivot before the others, and gives their number.
  static func partition(_ keys: UnsafeMutablePointer<Self>, count: Int, pivot: Self) -> Int
  /// A key near the median.
  static func median(of keys: UnsafePointer<Self>, count: Int) -> Self
}

extension Int32: SortKey {
  package static func sort(_ keys: UnsafeMutablePointer<Int32>, count: Int) {
    FloatKernels.table.sort_keys(count, keys)
  }
  package static func select(_ keys: UnsafeMutablePointer<Int32>, count: Int, first: Int) {
    FloatKernels.table.select_keys(count, first, keys)
  }
  package static func partition(
    _ keys: UnsafeMutablePointer<Int32>, count: Int, pivot: Int32
  ) -> Int {
    FloatKernels.table.partition(count, pivot, keys)
  }
  package static func median(of keys: UnsafePointer<Int32>, count: Int) -> Int32 {
    FloatKernels.table.sample_median(count, keys)
  }
}

extension Int64: SortKey {
  package static func sort(_ keys: UnsafeMutablePointer<Int64>, count: Int) {
    DoubleKernels.table.sort_keys(count, keys)
  }
  package static func select(_ keys: UnsafeMutablePointer<Int64>, count: Int, first: Int) {
    DoubleKernels.table.select_keys(count, first, keys)
  }
  package static func partition(
    _ keys: UnsafeMutablePointer<Int64>, count: Int, pivot: Int64
  ) -> Int {
    DoubleKernels.table.partition(count, pivot, keys)
  }
  package static func median(of keys: UnsafePointer<Int64>, count: Int) -> Int64 {
    DoubleKernels.table.sample_median(count, keys)
  }
}
