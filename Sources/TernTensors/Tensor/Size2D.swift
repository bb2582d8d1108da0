/// A height and a width, such as those of a kernel, of a stride or of padding.
///
/// ```swift
/// let square: Size2D = 3      // 3 × 3
/// let flat: Size2D = [1, 5]   // 1 high, 5 wide
/// ```
public struct Size2D: Hashable, Sendable {
  /// Rows.
  public var height: Int
  /// Columns.
  public var width: Int

  /// A size of so many rows and columns.
  public init(_ height: Int, _ width: Int) {
    self.height = height
    self.width = width
  }

  /// height · width.
  public var area: Int { height * width }
}

extension Size2D: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  /// A square.
  public init(integerLiteral side: Int) { self.init(side, side) }

  /// The size of a literal `[height, width]`.
  public init(arrayLiteral extents: Int...) {
    precondition(extents.count == 2, "a size has a height and a width, got \(extents)")
    self.init(extents[0], extents[1])
  }
}

extension Size2D: CustomStringConvertible {
  /// `3` for a square, `[1, 5]` for others: as it is written.
  public var description: String { height == width ? "\(height)" : "[\(height), \(width)]" }
}
