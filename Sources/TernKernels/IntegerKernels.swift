/// Element kernels for integers and truth values: plain loops, since only comparisons use them.
public enum IntegerKernels<Scalar: Comparable & Sendable>: ElementKernels {
  /// z = x ⋚ y.
  @_specialize(where Scalar == Int32)
  @_specialize(where Scalar == Int64)
  @_specialize(where Scalar == UInt8)
  public static func compare(
    _ f: Comparison, rows: Int, columns: Int,
    _ x: StridedOperand<Scalar>, _ y: StridedOperand<Scalar>, _ z: UnsafeMutablePointer<Bool>
  ) {
    func loop(_ relation: (Scalar, Scalar) -> Bool) {
      for row in 0..<rows {
        let x = (pointer: x.pointer + row * x.rowStride, stride: x.columnStride)
        let y = (pointer: y.pointer + row * y.rowStride, stride: y.columnStride)
        for column in 0..<columns {
          z[row * columns + column] = relation(
            x.pointer[column * x.stride], y.pointer[column * y.stride])
        }
      }
    }
    switch f {
    case .equal: loop(==)
    case .notEqual: loop(!=)
    case .less: loop(<)
    case .lessOrEqual: loop(<=)
    case .greater: loop(>)
    case .greaterOrEqual: loop(>=)
    }
  }
}

/// Element kernels for truth values, false being less than true.
public enum BoolKernels: ElementKernels {
  /// z = x ⋚ y, compared as the bytes 0 and 1.
  public static func compare(
    _ f: Comparison, rows: Int, columns: Int,
    _ x: StridedOperand<Bool>, _ y: StridedOperand<Bool>, _ z: UnsafeMutablePointer<Bool>
  ) {
    func bytes(_ operand: StridedOperand<Bool>) -> StridedOperand<UInt8> {
      StridedOperand(
        UnsafeRawPointer(operand.pointer).assumingMemoryBound(to: UInt8.self),
        rowStride: operand.rowStride, columnStride: operand.columnStride)
    }
    IntegerKernels<UInt8>.compare(f, rows: rows, columns: columns, bytes(x), bytes(y), z)
  }
}
