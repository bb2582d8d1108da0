import TernKernels

infix operator .^ : LogicalDisjunctionPrecedence
infix operator .<< : BitwiseShiftPrecedence
infix operator .>> : BitwiseShiftPrecedence
infix operator .&= : AssignmentPrecedence
infix operator .|= : AssignmentPrecedence
infix operator .^= : AssignmentPrecedence
infix operator .<<= : AssignmentPrecedence
infix operator .>>= : AssignmentPrecedence
prefix operator .~

// The bits of integers, element by element and broadcasting. As for truth values, `.&`, `.^` and
// `.|` bind less tightly than comparisons: `(x .& 1) .== 0` needs its parentheses.

extension Tensor where Scalar: IntegerScalar {
  /// The bits that both have.
  public static func .& (x: Tensor, y: Tensor) -> Tensor { x.combine(.and, y) }
  /// The bits that at least one has.
  public static func .| (x: Tensor, y: Tensor) -> Tensor { x.combine(.or, y) }
  /// The bits that just one has.
  public static func .^ (x: Tensor, y: Tensor) -> Tensor { x.combine(.xor, y) }
  /// x · 2ʸ, wrapping round; 0 if y is negative or exceeds the bits of the type, as in NumPy.
  public static func .<< (x: Tensor, y: Tensor) -> Tensor { x.combine(.shiftLeft, y) }
  /// ⌊x / 2ʸ⌋; 0, or −1 for negative x, if y is negative or exceeds the bits of the type.
  public static func .>> (x: Tensor, y: Tensor) -> Tensor { x.combine(.shiftRight, y) }
  /// The bits that x has not.
  public static prefix func .~ (x: Tensor) -> Tensor { x.map(.not) }

  /// The bits that both have.
  public static func .& (x: Tensor, y: Scalar) -> Tensor { x .& Tensor(y) }
  /// The bits that at least one has.
  public static func .| (x: Tensor, y: Scalar) -> Tensor { x .| Tensor(y) }
  /// The bits that just one has.
  public static func .^ (x: Tensor, y: Scalar) -> Tensor { x .^ Tensor(y) }
  /// x · 2ʸ for a number y.
  public static func .<< (x: Tensor, y: Scalar) -> Tensor { x .<< Tensor(y) }
  /// ⌊x / 2ʸ⌋ for a number y.
  public static func .>> (x: Tensor, y: Scalar) -> Tensor { x .>> Tensor(y) }

  /// The bits that both have.
  public static func .& (x: Scalar, y: Tensor) -> Tensor { Tensor(x) .& y }
  /// The bits that at least one has.
  public static func .| (x: Scalar, y: Tensor) -> Tensor { Tensor(x) .| y }
  /// The bits that just one has.
  public static func .^ (x: Scalar, y: Tensor) -> Tensor { Tensor(x) .^ y }
  /// x · 2ʸ for a number x.
  public static func .<< (x: Scalar, y: Tensor) -> Tensor { Tensor(x) .<< y }
  /// ⌊x / 2ʸ⌋ for a number x.
  public static func .>> (x: Scalar, y: Tensor) -> Tensor { Tensor(x) .>> y }

  /// Keeps the bits that both have.
  public static func .&= (x: inout Tensor, y: Tensor) { x.formCombine(.and, y) }
  /// Adds the bits of the other.
  public static func .|= (x: inout Tensor, y: Tensor) { x.formCombine(.or, y) }
  /// Turns the bits of the other.
  public static func .^= (x: inout Tensor, y: Tensor) { x.formCombine(.xor, y) }
  /// Shifts to the left in place.
  public static func .<<= (x: inout Tensor, y: Tensor) { x.formCombine(.shiftLeft, y) }
  /// Shifts to the right in place.
  public static func .>>= (x: inout Tensor, y: Tensor) { x.formCombine(.shiftRight, y) }
  /// Keeps the bits that a number has, too.
  public static func .&= (x: inout Tensor, y: Scalar) { x .&= Tensor(y) }
  /// Adds the bits of a number.
  public static func .|= (x: inout Tensor, y: Scalar) { x .|= Tensor(y) }
  /// Turns the bits of a number.
  public static func .^= (x: inout Tensor, y: Scalar) { x .^= Tensor(y) }
  /// Shifts to the left by a number in place.
  public static func .<<= (x: inout Tensor, y: Scalar) { x .<<= Tensor(y) }
  /// Shifts to the right by a number in place.
  public static func .>>= (x: inout Tensor, y: Scalar) { x .>>= Tensor(y) }
}

extension Tensor<Bool> {
  /// Whether just one is true.
  public static func .^ (x: Tensor, y: Tensor) -> Tensor { x .!= y }
}
