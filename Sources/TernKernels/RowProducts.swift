import Synchronization

// The product of a single row and a matrix, which takes as long as it takes to read the matrix.

extension Products {
  /// y = x · B + bias, rectified if asked, of a row of k elements and a contiguous matrix of k × n.
  static func rowProduct(
    _ product: ProductShape, _ x: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, rectifying: Bool, _ y: UnsafeMutablePointer<Scalar>
  ) {
    let (n, k) = (product.n, product.k)
    let rowBytes = n * MemoryLayout<Scalar>.stride
    if k * n >= 2 * ThreadPool.weightGrain && rowBytes <= blockBytes / fewestRows {
      return blockedRowProduct(
        n: n, k: k, blocks: max(2, k * rowBytes / blockBytes), x, b, bias: bias,
        rectifying: rectifying, y)
    }
    // The pool divides the columns. Blocks of columns of other widths sum in another order, so very
    // wide matrices have a rounding of their own for each number of threads.
    ThreadPool.shared.split(n, grain: max(64, ThreadPool.weightGrain / max(1, k)), multiple: 64) {
      columns in
      let first = columns.lowerBound
      Kernels.rowProduct(
        n: columns.count, k: k, x, b + first, leadingB: n, bias: bias.map { $0 + first },
        rectifying: rectifying, y + first)
    }
  }

  /// Bytes of a block of rows: some of them fit into a core's cache.
  private static var blockBytes: Int { 384 << 10 }
  /// Rows of a block for which it is worth having sums of its own.
  private static var fewestRows: Int { 16 }

  /// Sums each block of rows by itself, and adds the sums in their order.
  ///
  /// A thread reads neighbouring blocks one after the other, which memory is best at, and each time
  /// in the other direction than the last time: it begins with what is left of them in its cache. A
  /// matrix a little larger than the cache would otherwise always find that it has just been
  /// displaced by its own end.
  private static func blockedRowProduct(
    n: Int, k: Int, blocks: Int, _ x: UnsafePointer<Scalar>, _ b: UnsafePointer<Scalar>,
    bias: UnsafePointer<Scalar>?, rectifying: Bool, _ y: UnsafeMutablePointer<Scalar>
  ) {
    let isReversed = ReadingDirections.shared.turn(for: b)
    let parts = min(ThreadPool.shared.threadCount, blocks)
    withScratch(of: Scalar.self, parts: 1, count: blocks * n) { scratch in
      let sums = scratch[0]
      ThreadPool.shared.run(parts: parts) { part in
        let own = share(part, of: parts, blocks)
        for index in own {
          let block = isReversed ? own.lowerBound + own.upperBound - 1 - index : index
          let rows = share(block, of: blocks, k)
          Kernels.rowProduct(
            n: n, k: rows.count, x + rows.lowerBound, b + rows.lowerBound * n, leadingB: n,
            bias: block == 0 ? bias : nil, rectifying: false, sums + block * n)
        }
      }
      y.update(from: sums, count: n)
      for block in 1..<blocks { Kernels.axpby(count: n, 1, sums + block * n, 1, y) }
      if rectifying { Kernels.unary(.relu, count: n, y, 0, 0, y) }
    }
  }
}

/// In which directions large matrices were read last: a bit for each of 64 groups of addresses. If
/// two matrices share one, they are read as fast as without it.
private final class ReadingDirections: Sendable {
  static let shared = ReadingDirections()

  private let bits = Atomic<UInt64>(0)

  /// Turns the direction of the matrix at an address; whether it is backwards now.
  func turn(for matrix: UnsafeRawPointer) -> Bool {
    // Multiplying by 2⁶⁴ / φ spreads addresses over the uppermost six bits.
    let group = (UInt64(UInt(bitPattern: matrix)) &* 0x9E37_79B9_7F4A_7C15) >> 58
    return bits.bitwiseXor(1 << group, ordering: .relaxed).newValue >> group & 1 == 1
  }
}
