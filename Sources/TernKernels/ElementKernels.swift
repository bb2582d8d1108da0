/// What the tensor of one scalar type needs of its elements, an array at a time.
///
/// Shapes of operands: a binary operand is rows × columns with element (r, c) at
/// `r * rowStride + c * columnStride`, a column stride being 0 or 1; results are contiguous.
public protocol ElementKernels: Sendable {
  /// The type of the elements.
  associatedtype Scalar

  /// z = x ⋚ y.
  static func compare(
    _ f: Comparison, rows: Int, columns: Int,
    _ x: StridedOperand<Scalar>, _ y: StridedOperand<Scalar>, _ z: UnsafeMutablePointer<Bool>)
}

/// One operand of a binary kernel.
public struct StridedOperand<Scalar> {
  /// The element of row 0 and column 0.
  public var pointer: UnsafePointer<Scalar>
  /// Elements from one row to the next: 0 repeats a row.
  public var rowStride: Int
  /// Elements from one column to the next: 1, or 0 to repeat one element.
  public var columnStride: Int

  /// An operand that begins at `pointer`.
  public init(_ pointer: UnsafePointer<Scalar>, rowStride: Int, columnStride: Int) {
    self.pointer = pointer
    self.rowStride = rowStride
    self.columnStride = columnStride
  }
}
