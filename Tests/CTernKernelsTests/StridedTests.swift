import CTernKernels
import Testing

/// A strided array: the offset of its first element in a buffer of `capacity`, extents, strides.
private struct Layout: Sendable {
  let offset: Int
  let extents: [Int]
  let strides: [Int]
  let capacity: Int

  /// The buffer offsets of all elements in row-major order.
  var offsets: [Int] {
    var result = [offset]
    for (extent, stride) in zip(extents, strides) {
      result = result.flatMap { base in (0..<extent).map { base + $0 * stride } }
    }
    return result
  }
}

private let layouts = [
  Layout(offset: 0, extents: [], strides: [], capacity: 1),
  Layout(offset: 0, extents: [5], strides: [1], capacity: 5),
  Layout(offset: 8, extents: [5], strides: [-2], capacity: 10),
  Layout(offset: 0, extents: [3, 4], strides: [4, 1], capacity: 12),
  Layout(offset: 0, extents: [4, 3], strides: [1, 4], capacity: 12),
  Layout(offset: 0, extents: [37, 41], strides: [1, 37], capacity: 37 * 41),
  Layout(offset: 3, extents: [3, 1, 4], strides: [10, 99, 2], capacity: 40),
  Layout(offset: 0, extents: [2, 3, 5, 4], strides: [60, 1, 12, 3], capacity: 120),
  Layout(offset: 0, extents: [2, 3, 4, 5], strides: [60, 20, 5, 1], capacity: 120),
  Layout(offset: 119, extents: [2, 3, 4, 5], strides: [-60, -20, -5, -1], capacity: 120),
  Layout(offset: 0, extents: [2, 0, 3], strides: [3, 3, 1], capacity: 1),
  Layout(offset: 0, extents: [2, 2, 2, 2, 2], strides: [1, 2, 4, 8, 16], capacity: 32),
]

private let broadcasts = [
  Layout(offset: 0, extents: [4, 3], strides: [0, 1], capacity: 3),
  Layout(offset: 0, extents: [4, 3], strides: [1, 0], capacity: 4),
  Layout(offset: 2, extents: [2, 3, 5], strides: [0, 0, 0], capacity: 3),
  Layout(offset: 0, extents: [2, 33, 3], strides: [0, 1, 0], capacity: 33),
]

private func elements<T: FixedWidthInteger>(_ count: Int) -> [T] {
  (0..<count).map { T(truncatingIfNeeded: $0 &* 2_654_435_761 &+ 12345) }
}

@Test(arguments: layouts + broadcasts) private func stridedArraysAreGathered(_ layout: Layout) {
  func check<T: FixedWidthInteger>(_: T.Type) {
    let source: [T] = elements(layout.capacity)
    let expected = layout.offsets.map { source[$0] }
    var result = [T](repeating: 7, count: expected.count + 1)
    source.withUnsafeBufferPointer { source in
      tern_copy_from_strided(
        MemoryLayout<T>.size, layout.extents.count, layout.extents, layout.strides,
        source.baseAddress! + layout.offset, &result)
    }
    #expect(result == expected + [7])
  }
  check(UInt8.self)
  check(UInt32.self)
  check(UInt64.self)
}

@Test(arguments: layouts) private func stridedArraysAreScattered(_ layout: Layout) {
  func check<T: FixedWidthInteger>(_: T.Type) {
    let source: [T] = elements(layout.offsets.count)
    var expected = [T](repeating: 7, count: layout.capacity)
    for (offset, element) in zip(layout.offsets, source) { expected[offset] = element }
    var result = [T](repeating: 7, count: layout.capacity)
    result.withUnsafeMutableBufferPointer { result in
      tern_copy_to_strided(
        MemoryLayout<T>.size, layout.extents.count, layout.extents, layout.strides, source,
        result.baseAddress! + layout.offset)
    }
    #expect(result == expected)
  }
  check(UInt8.self)
  check(UInt32.self)
  check(UInt64.self)
}

@Test(arguments: [(0, 3), (1, 1), (1, 7), (17, 1), (3, 5), (64, 10), (33, 130)])
func transpositionExchangesRowsAndColumns(extents: (rows: Int, columns: Int)) {
  let (rows, columns) = extents
  func check<T: FixedWidthInteger>(_: T.Type) {
    let source: [T] = elements(rows * columns)
    var result = [T](repeating: 7, count: rows * columns + 1)
    tern_transpose(MemoryLayout<T>.size, rows, columns, source, &result)
    #expect(result == (0..<columns * rows).map { source[$0 % rows * columns + $0 / rows] } + [7])
  }
  check(UInt8.self)
  check(UInt32.self)
  check(UInt64.self)
}
