import CTernKernels

/// y = f(x) of integers.
package enum IntegerUnaryFunction: Int32, Sendable, CaseIterable {
  case negate, abs, sign, not
  /// Between two bounds.
  case clamp
}

/// z = f(x, y) of integers.
package enum IntegerBinaryFunction: Int32, Sendable, CaseIterable {
  case add, subtract, multiply
  /// ⌊x / y⌋ and what it leaves; 0 for y = 0.
  case floorDivide, remainder
  /// x to the power y ≥ 0.
  case power
  case minimum, maximum, and, or, xor, shiftLeft, shiftRight
}

/// Arithmetic of integers, by their type: the raw value of its `ScalarType`. Results that do not
/// fit wrap round.
package enum WholeNumbers {
  static let table = tern_whole_kernels(tern_selected_tier())!
    .pointee

  /// y = f(x), low and high being the bounds of `clamp`.
  package static func unary(
    _ f: IntegerUnaryFunction, type: Int32, count: Int, _ x: UnsafeRawPointer, low: Int64,
    high: Int64, _ y: UnsafeMutableRawPointer
  ) {
    table.map(type, f.rawValue, count, x, low, high, y)
  }

  /// z = f(x, y), broadcasting rows, columns and single elements.
  package static func binary<Scalar>(
    _ f: IntegerBinaryFunction, type: Int32, rows: Int, columns: Int,
    _ x: StridedOperand<Scalar>, _ y: StridedOperand<Scalar>, _ z: UnsafeMutableRawPointer
  ) {
    table.combine(
      type, f.rawValue, rows, columns, x.pointer, x.rowStride, x.columnStride, y.pointer,
      y.rowStride, y.columnStride, z)
  }

  /// y = the reduction of x over its middle axis, rows of `inner` being `stride` apart. Sums and
  /// products are `Int64`.
  package static func reduce(
    _ f: Reduction, type: Int32, outer: Int, count: Int, inner: Int, stride: Int,
    _ x: UnsafeRawPointer, _ y: UnsafeMutableRawPointer
  ) {
    table.reduce(type, f.rawValue, outer, count, inner, stride, x, y)
  }

  /// y = the index of the first least or greatest element along the middle axis of x.
  package static func argReduce(
    _ f: Reduction, type: Int32, outer: Int, count: Int, inner: Int, _ x: UnsafeRawPointer,
    _ y: UnsafeMutablePointer<Int32>
  ) {
    table.arg_reduce(type, f.rawValue, outer, count, inner, x, y)
  }

  /// z = x · y of row-major matrices.
  package static func multiply(
    type: Int32, m: Int, k: Int, n: Int, _ x: UnsafeRawPointer, _ y: UnsafeRawPointer,
    _ z: UnsafeMutableRawPointer
  ) {
    table.multiply(type, m, k, n, x, y, z)
  }
}
