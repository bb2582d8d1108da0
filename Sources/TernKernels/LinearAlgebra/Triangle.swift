/// A triangular matrix in row-major memory, or the transpose of one.
public struct Triangle<Scalar> {
  /// The first stored element.
  public var elements: UnsafePointer<Scalar>
  /// Rows and columns.
  public var n: Int
  /// Elements from one stored row to the next.
  public var leading: Int
  /// Whether the stored matrix is a lower triangle; its other triangle is not read.
  public var storedLower: Bool
  /// Whether the transpose of the stored matrix is meant.
  public var isTransposed: Bool
  /// Whether the diagonal is 1, whatever is stored there.
  public var isUnit: Bool

  /// The triangle at `elements`.
  public init(
    _ elements: UnsafePointer<Scalar>, n: Int, leading: Int, lower: Bool, transposed: Bool = false,
    unit: Bool = false
  ) {
    self.elements = elements
    self.n = n
    self.leading = leading
    storedLower = lower
    isTransposed = transposed
    isUnit = unit
  }

  /// Whether the matrix that is meant is a lower triangle.
  public var isLower: Bool { storedLower != isTransposed }
  /// Elements from one row of the matrix that is meant to the next.
  public var rowStep: Int { isTransposed ? 1 : leading }
  /// Elements from one column of the matrix that is meant to the next.
  public var columnStep: Int { isTransposed ? leading : 1 }

  /// Rows and columns of a range.
  func diagonalBlock(_ range: Range<Int>) -> Triangle {
    var block = self
    block.elements += range.lowerBound * (leading + 1)
    block.n = range.count
    return block
  }
}
