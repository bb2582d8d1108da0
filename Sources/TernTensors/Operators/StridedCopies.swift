import TernKernels

// Copies between tensors and strided arrays, on the pool if they are large.

extension Tensor {
  /// A copy of elements picked by strides, without tracing.
  func strided(extents: Shape, strides: [Int], offset: Int = 0) -> Tensor {
    Tensor(uninitialized: extents) { destination in
      let source = pointer + offset
      StridedBlocks.forEach(extents, strides) { extents, strides, offset, place in
        Memory.copyFromStrided(
          size: MemoryLayout<Scalar>.stride, extents: extents, strides: strides, source + offset,
          destination + place)
      }
    }
  }

  /// Writes the elements to a strided array, none of whose strides is 0.
  func copy(to destination: UnsafeMutablePointer<Scalar>, strides: [Int]) {
    StridedBlocks.forEach(shape, strides) { extents, strides, offset, place in
      Memory.copyToStrided(
        size: MemoryLayout<Scalar>.stride, extents: extents, strides: strides, pointer + place,
        destination + offset)
    }
  }

  /// Copies rows of `width` elements, whose beginnings are so far apart.
  static func copyRows(
    _ rows: Int, width: Int, from source: UnsafePointer<Scalar>, apart sourceDistance: Int,
    to destination: UnsafeMutablePointer<Scalar>, apart distance: Int
  ) {
    if rows == 1 {
      return ThreadPool.shared.split(width, grain: Grain.arithmetic) { range in
        let start = range.lowerBound
        (destination + start).update(from: source + start, count: range.count)
      }
    }
    ThreadPool.shared.split(rows, grain: Swift.max(1, Grain.arithmetic / Swift.max(width, 1))) {
      for row in $0 {
        (destination + row * distance).update(from: source + row * sourceDistance, count: width)
      }
    }
  }
}

/// The blocks of a strided array that threads copy.
private enum StridedBlocks {
  /// Rows for each thread from which on an array is divided well enough.
  private static let rowsPerThread = 8
  /// Rows that go together where there are many: a cache line of the array they come from.
  private static let rowsPerLine = 16

  /// Calls `body` with extents and strides of blocks that cover the array, where each begins in it,
  /// and where it begins in a contiguous array of the same extents.
  static func forEach(
    _ extents: Shape, _ strides: [Int],
    _ body: (_ extents: [Int], _ strides: [Int], _ offset: Int, _ place: Int) -> Void
  ) {
    let count = extents.elementCount
    let threads = ThreadPool.shared.threadCount
    guard count >= 2 * Grain.arithmetic, threads > 1 else {
      if count > 0 { body(Array(extents), strides, 0, 0) }
      return
    }
    // Enough of the leading axes are divided; the last of these into ranges.
    var (leading, rows) = (0, 1)
    while leading < extents.rank && rows < rowsPerThread * threads {
      rows *= extents[leading]
      leading += 1
    }
    let axis = leading - 1
    let width = count / rows
    let inner = Array(extents[leading...])
    ThreadPool.shared.split(
      rows, grain: max(1, Grain.arithmetic / width),
      multiple: rows >= rowsPerThread * rowsPerLine * threads ? rowsPerLine : 1
    ) { range in
      var row = range.lowerBound
      while row < range.upperBound {
        let (outer, first) = row.quotientAndRemainder(dividingBy: extents[axis])
        let height = min(extents[axis] - first, range.upperBound - row)
        var (offset, rest) = (first * strides[axis], outer)
        for axis in (0..<axis).reversed() {
          let (quotient, index) = rest.quotientAndRemainder(dividingBy: extents[axis])
          offset += index * strides[axis]
          rest = quotient
        }
        body([height] + inner, Array(strides[axis...]), offset, row * width)
        row += height
      }
    }
  }
}
