/// How many rows and columns of zeros a convolution sees around an image.
///
/// ```swift
/// let layer = Conv2D<Float>(16, 32, kernel: 3, padding: .same)
/// let other = Conv2D<Float>(16, 32, kernel: 3, padding: 1)
/// ```
public struct Padding2D: Sendable, Hashable {
  private enum Rule: Hashable {
    case amounts(top: Int, bottom: Int, left: Int, right: Int)
    case same
  }

  private let rule: Rule

  /// None: a kernel sees only pixels of the image.
  public static var valid: Padding2D { Padding2D(0) }

  /// So many that the output has ⌈height / stride⌉ rows and ⌈width / stride⌉ columns: the image's
  /// size for a stride of 1. Halves are equal, or the bottom and the right have one more, as in
  /// PyTorch and TensorFlow.
  public static var same: Padding2D { Padding2D(rule: .same) }

  /// These amounts of rows above and below, and of columns on the left and on the right.
  public init(top: Int, bottom: Int, left: Int, right: Int) {
    precondition(
      top >= 0 && bottom >= 0 && left >= 0 && right >= 0,
      "padding is 0 or more, got top \(top), bottom \(bottom), left \(left), right \(right)")
    rule = .amounts(top: top, bottom: bottom, left: left, right: right)
  }

  /// `amount.height` rows both above and below, and `amount.width` columns on both sides.
  public init(_ amount: Size2D) {
    self.init(
      top: amount.height, bottom: amount.height, left: amount.width, right: amount.width)
  }

  private init(rule: Rule) { self.rule = rule }

  /// What is added before and after each axis of an image for a kernel that spans `span`.
  func amounts(image: Size2D, span: Size2D, stride: Size2D) -> (before: Size2D, after: Size2D) {
    switch rule {
    case .amounts(let top, let bottom, let left, let right):
      return (Size2D(top, left), Size2D(bottom, right))
    case .same:
      func total(_ extent: Int, _ span: Int, _ stride: Int) -> Int {
        max(0, ((extent + stride - 1) / stride - 1) * stride + span - extent)
      }
      let rows = total(image.height, span.height, stride.height)
      let columns = total(image.width, span.width, stride.width)
      return (Size2D(rows / 2, columns / 2), Size2D(rows - rows / 2, columns - columns / 2))
    }
  }
}

extension Padding2D: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  /// The same amount on all four sides.
  public init(integerLiteral amount: Int) { self.init(Size2D(amount, amount)) }

  /// The amounts of a literal `[rows, columns]`, on both sides each.
  public init(arrayLiteral amounts: Int...) {
    precondition(amounts.count == 2, "padding has rows and columns, got \(amounts)")
    self.init(Size2D(amounts[0], amounts[1]))
  }
}

extension Padding2D: CustomStringConvertible {
  /// As it is written: `.same`, `.valid`, `1`, `[1, 2]` or all four amounts.
  public var description: String {
    switch rule {
    case .same: ".same"
    case .amounts(0, 0, 0, 0): ".valid"
    case .amounts(let top, let bottom, let left, let right):
      top == bottom && left == right
        ? Size2D(top, left).description
        : "(top: \(top), bottom: \(bottom), left: \(left), right: \(right))"
    }
  }
}
