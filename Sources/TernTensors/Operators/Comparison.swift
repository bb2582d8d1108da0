import TernKernels

infix operator .== : ComparisonPrecedence
infix operator .!= : ComparisonPrecedence
infix operator .< : ComparisonPrecedence
infix operator .<= : ComparisonPrecedence
infix operator .> : ComparisonPrecedence
infix operator .>= : ComparisonPrecedence
infix operator .& : LogicalConjunctionPrecedence
infix operator .| : LogicalDisjunctionPrecedence
prefix operator .!

// Element-wise comparison with broadcasting. The dot tells it from Swift's `==`, which gives one
// truth value for the whole tensor.

extension Tensor {
  /// Whether elements are equal.
  public static func .== (x: Tensor, y: Tensor) -> Tensor<Bool> { x.compare(.equal, y) }
  /// Whether elements differ.
  public static func .!= (x: Tensor, y: Tensor) -> Tensor<Bool> { x.compare(.notEqual, y) }
  /// Whether elements are less.
  public static func .< (x: Tensor, y: Tensor) -> Tensor<Bool> { x.compare(.less, y) }
  /// Whether elements are less or equal.
  public static func .<= (x: Tensor, y: Tensor) -> Tensor<Bool> { x.compare(.lessOrEqual, y) }
  /// Whether elements are greater.
  public static func .> (x: Tensor, y: Tensor) -> Tensor<Bool> { x.compare(.greater, y) }
  /// Whether elements are greater or equal.
  public static func .>= (x: Tensor, y: Tensor) -> Tensor<Bool> { x.compare(.greaterOrEqual, y) }

  /// Whether elements equal a number.
  public static func .== (x: Tensor, y: Scalar) -> Tensor<Bool> { x .== Tensor(y) }
  /// Whether elements differ from a number.
  public static func .!= (x: Tensor, y: Scalar) -> Tensor<Bool> { x .!= Tensor(y) }
  /// Whether elements are less than a number.
  public static func .< (x: Tensor, y: Scalar) -> Tensor<Bool> { x .< Tensor(y) }
  /// Whether elements are less than or equal to a number.
  public static func .<= (x: Tensor, y: Scalar) -> Tensor<Bool> { x .<= Tensor(y) }
  /// Whether elements are greater than a number.
  public static func .> (x: Tensor, y: Scalar) -> Tensor<Bool> { x .> Tensor(y) }
  /// Whether elements are greater than or equal to a number.
  public static func .>= (x: Tensor, y: Scalar) -> Tensor<Bool> { x .>= Tensor(y) }

  func compare(_ f: Comparison, _ other: Tensor) -> Tensor<Bool> {
    let plan = BroadcastPlan(shape, other.shape, operation: "\(f)")
    return Tensor<Bool>(uninitialized: plan.shape) { z in
      plan.forEachBlock(pointer, other.pointer, grain: Grain.arithmetic) {
        rows, columns, x, y, offset in
        Scalar.Kernels.compare(f, rows: rows, columns: columns, x, y, z + offset)
      }
    }
  }
}

extension Tensor<Bool> {
  /// Whether both are true.
  public static func .& (x: Tensor, y: Tensor) -> Tensor {
    Tensor.where(x, y, Tensor(false))
  }
  /// Whether at least one is true.
  public static func .| (x: Tensor, y: Tensor) -> Tensor {
    Tensor.where(x, Tensor(true), y)
  }
  /// Whether each element is false.
  public static prefix func .! (x: Tensor) -> Tensor { x .== false }
}

extension Tensor where Scalar: FloatingScalar {
  /// Which elements are not numbers.
  public func isNaN() -> Tensor<Bool> { self .!= self }
  /// Which elements are infinite.
  public func isInfinite() -> Tensor<Bool> { detached().map(.abs) .== Scalar.infinity }
  /// Which elements have a minus sign, −0 and negative NaN among them.
  public func signBit() -> Tensor<Bool> { Tensor(1).copySign(of: self) .< 0 }
  /// Which elements are neither infinite nor NaN.
  public func isFinite() -> Tensor<Bool> {
    detached().map(.abs) .<= Scalar.greatestFiniteMagnitude
  }
  /// Whether shapes agree and elements differ by at most `absolute + relative · |other|`; NaN
  /// differs from everything.
  public func isClose(
    to other: Tensor, relative: Scalar = 1e-5, absolute: Scalar = 1e-8
  ) -> Bool {
    guard shape == other.shape else { return false }
    let (x, y) = (detached(), other.detached())
    let isNear = (x - y).map(.abs) .<= y.map(.abs).map(.scaleShift, relative, absolute)
    return (isNear .& y.isFinite() .| (x .== y)).all()
  }
}
