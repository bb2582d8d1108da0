import CTernKernels

/// Moving elements of any type, by their size in bytes.
package enum Memory {
  package static func fill(
    _ destination: UnsafeMutableRawPointer, count: Int, size: Int, with value: UnsafeRawPointer
  ) {
    tern_fill(size, count, value, destination)
  }

  /// Copies a strided array into contiguous memory, row-major.
  package static func copyFromStrided(
    size: Int, extents: [Int], strides: [Int], _ source: UnsafeRawPointer,
    _ destination: UnsafeMutableRawPointer
  ) {
    tern_copy_from_strided(size, extents.count, extents, strides, source, destination)
  }

  /// Writes contiguous memory to a strided array.
  package static func copyToStrided(
    size: Int, extents: [Int], strides: [Int], _ source: UnsafeRawPointer,
    _ destination: UnsafeMutableRawPointer
  ) {
    tern_copy_to_strided(size, extents.count, extents, strides, source, destination)
  }

  package static func transpose(
    size: Int, rows: Int, columns: Int, _ source: UnsafeRawPointer,
    _ destination: UnsafeMutableRawPointer
  ) {
    tern_transpose(size, rows, columns, source, destination)
  }

  /// destination[r] = source[index[r]] for rows of `rowBytes`.
  package static func gather(
    rows: Int, rowBytes: Int, index: UnsafePointer<Int32>, _ source: UnsafeRawPointer,
    _ destination: UnsafeMutableRawPointer
  ) {
    tern_gather(rows, rowBytes, index, source, destination)
  }

  /// destination[index[r]] = source[r] for rows of `rowBytes`; of repeated ones the last stays.
  package static func scatter(
    rows: Int, rowBytes: Int, index: UnsafePointer<Int32>, _ source: UnsafeRawPointer,
    _ destination: UnsafeMutableRawPointer
  ) {
    tern_scatter(rows, rowBytes, index, source, destination)
  }

  /// z[i] = condition[i] ? x[i] : y[i]; steps of 0 repeat the first element of x or y.
  package static func select(
    count: Int, size: Int, condition: UnsafePointer<Bool>, _ x: UnsafeRawPointer, xStep: Int,
    _ y: UnsafeRawPointer, yStep: Int, _ z: UnsafeMutableRawPointer
  ) {
    tern_select(size, count, condition, x, xStep, y, yStep, z)
  }

  package static func trueCount(count: Int, _ condition: UnsafePointer<Bool>) -> Int {
    tern_count_true(count, condition)
  }

  /// y = how many of the truth values along the middle axis of x are true.
  package static func trueCounts(
    outer: Int, count: Int, inner: Int, _ x: UnsafePointer<Bool>, _ y: UnsafeMutablePointer<Int32>
  ) {
    tern_count_true_along(outer, count, inner, x, y)
  }

  /// y = the elements of x whose condition is true, `trueCount` of them.
  package static func compress(
    count: Int, size: Int, condition: UnsafePointer<Bool>, _ x: UnsafeRawPointer, trueCount: Int,
    _ y: UnsafeMutableRawPointer
  ) {
    tern_compress(size, count, condition, x, trueCount, y)
  }

  /// y = first + the places where the condition is true, `trueCount` of them.
  package static func truePlaces(
    count: Int, condition: UnsafePointer<Bool>, first: Int, trueCount: Int,
    _ y: UnsafeMutablePointer<Int32>
  ) {
    tern_true_places(count, condition, first, trueCount, y)
  }

  /// The least and the greatest of one or more indices.
  package static func range(
    ofIndices indices: UnsafePointer<Int32>, count: Int
  ) -> ClosedRange<Int> {
    var (least, greatest): (Int32, Int32) = (0, 0)
    tern_index_range(count, indices, &least, &greatest)
    return Int(least)...Int(greatest)
  }

  /// Converts elements; types are the raw values of `ScalarType`.
  package static func convert(
    from: Int32, to: Int32, count: Int, _ source: UnsafeRawPointer,
    _ destination: UnsafeMutableRawPointer
  ) {
    tern_convert(from, to, count, source, destination)
  }
}

/// The name of the instruction set that the kernels use: "avx512", "avx2", "baseline" or "neon".
package var instructionSetName: String { String(cString: tern_tier_name(tern_selected_tier())) }
