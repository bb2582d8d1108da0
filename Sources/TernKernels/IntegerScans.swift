import CTernKernels

/// Running sums and products of integers in 64 bits, which wrap round; types are the raw values of
/// `ScalarType`.
package enum IntegerScans {
  /// Elements that one thread takes at a time.
  private static let block = 32_768

  /// y = the running sums or products along the middle axis of x, whose elements have so many bytes.
  package static func scan(
    _ f: Scan, type: Int32, size: Int, outer: Int, count: Int, inner: Int, _ x: UnsafeRawPointer,
    _ y: UnsafeMutablePointer<Int64>
  ) {
    precondition(f != .recurrence, "integers have no recurrences")
    if inner == 1 && count >= 2 * block {
      for row in 0..<outer {
        scanLongRow(
          f, type: type, size: size, count: count, x + row * count * size, y + row * count)
      }
      return
    }
    let slice = count * inner
    ThreadPool.shared.split(outer, grain: max(1, block / max(slice, 1))) { range in
      for index in range {
        let (x, y) = (x + index * slice * size, y + index * slice)
        if inner == 1 {
          _ = tern_scan_integers(type, f.rawValue, count, x, f.ofNothing, y)
        } else {
          tern_scan_integer_columns(type, f.rawValue, count, inner, inner, x, y)
        }
      }
    }
  }

  /// The sums or products of blocks first, which tell where the running ones of each begin: numbers
  /// that wrap round may be taken in any order.
  private static func scanLongRow(
    _ f: Scan, type: Int32, size: Int, count: Int, _ x: UnsafeRawPointer,
    _ y: UnsafeMutablePointer<Int64>
  ) {
    let blocks = (count + block - 1) / block
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: blocks) { starts in
      guard let starts = starts.baseAddress else { return }
      func elements(_ i: Int) -> (UnsafeRawPointer, Int) {
        (x + i * block * size, min(block, count - i * block))
      }
      ThreadPool.shared.run(parts: blocks) { i in
        let (x, count) = elements(i)
        (starts + i).initialize(
          to: tern_scan_integers(type, f.rawValue, count, x, f.ofNothing, nil))
      }
      var total = f.ofNothing
      for i in 0..<blocks {
        (starts[i], total) = (total, f == .sum ? total &+ starts[i] : total &* starts[i])
      }
      ThreadPool.shared.run(parts: blocks) { i in
        let (x, count) = elements(i)
        _ = tern_scan_integers(type, f.rawValue, count, x, starts[i], y + i * block)
      }
    }
  }
}

extension Scan {
  /// The sum or the product of no numbers.
  fileprivate var ofNothing: Int64 { self == .product ? 1 : 0 }
}
