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

  package static func select(
    count: Int, size: Int, condition: UnsafePointer<Bool>, _ x: UnsafeRawPointer,
    _ y: UnsafeRawPointer, _ z: UnsafeMutableRawPointer
  ) {
    tern_select(size, count, condition, x, y, z)
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
