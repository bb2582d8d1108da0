import TernKernels

// Element-wise arithmetic of integers with NumPy's broadcasting. Results that do not fit wrap
// round, as in NumPy; integers have no derivatives.

extension Tensor where Scalar: IntegerScalar {
  /// The element-wise sum, wrapping round.
  public static func + (x: Tensor, y: Tensor) -> Tensor { x.combine(.add, y) }
  /// The element-wise difference, wrapping round.
  public static func - (x: Tensor, y: Tensor) -> Tensor { x.combine(.subtract, y) }
  /// The element-wise product, wrapping round.
  public static func * (x: Tensor, y: Tensor) -> Tensor { x.combine(.multiply, y) }
  /// The negated elements; the least number stays, and unsigned numbers wrap round.
  public static prefix func - (x: Tensor) -> Tensor { x.map(.negate) }

  /// |x|; the least number stays.
  public func abs() -> Tensor { map(.abs) }

  /// −1, 0 or 1.
  public func sign() -> Tensor { map(.sign) }

  /// The greatest integer that is not above x / y, broadcasting; 0 for y = 0, as in NumPy.
  public func floorDivided(by other: Tensor) -> Tensor { combine(.floorDivide, other) }

  /// What x leaves of y, x − y · ⌊x / y⌋, with the sign of y, broadcasting; 0 for y = 0, as in NumPy.
  public func remainder(by other: Tensor) -> Tensor { combine(.remainder, other) }

  /// x to the power y, wrapping round; no exponent may be negative.
  public func power(_ exponent: Tensor) -> Tensor {
    precondition(
      exponent.isEmpty || exponent.min().scalar >= 0,
      "power: integers have no negative powers; convert them to Float or Double")
    return combine(.power, exponent)
  }

  /// The element-wise smaller one.
  public func minimum(_ other: Tensor) -> Tensor { combine(.minimum, other) }

  /// The element-wise greater one.
  public func maximum(_ other: Tensor) -> Tensor { combine(.maximum, other) }

  /// Every element brought between two bounds.
  public func clipped(to bounds: ClosedRange<Scalar>) -> Tensor {
    map(.clamp, Int64(bounds.lowerBound), Int64(bounds.upperBound))
  }
}

// MARK: - With numbers

extension Tensor where Scalar: IntegerScalar {
  /// The sum with a number.
  public static func + (x: Tensor, y: Scalar) -> Tensor { x + Tensor(y) }
  /// The sum with a number.
  public static func + (x: Scalar, y: Tensor) -> Tensor { Tensor(x) + y }
  /// The difference from a number.
  public static func - (x: Tensor, y: Scalar) -> Tensor { x - Tensor(y) }
  /// The difference from a number.
  public static func - (x: Scalar, y: Tensor) -> Tensor { Tensor(x) - y }
  /// The product with a number.
  public static func * (x: Tensor, y: Scalar) -> Tensor { x * Tensor(y) }
  /// The product with a number.
  public static func * (x: Scalar, y: Tensor) -> Tensor { Tensor(x) * y }

  /// The greatest integer that is not above x / y for a number y.
  public func floorDivided(by other: Scalar) -> Tensor { floorDivided(by: Tensor(other)) }
  /// What x leaves of a number y, with the sign of y.
  public func remainder(by other: Scalar) -> Tensor { remainder(by: Tensor(other)) }
  /// x to the power of a number that is not negative.
  public func power(_ exponent: Scalar) -> Tensor { power(Tensor(exponent)) }
  /// The element-wise smaller one of the element and a number.
  public func minimum(_ other: Scalar) -> Tensor { minimum(Tensor(other)) }
  /// The element-wise greater one of the element and a number.
  public func maximum(_ other: Scalar) -> Tensor { maximum(Tensor(other)) }
}

// MARK: - In place

extension Tensor where Scalar: IntegerScalar {
  /// Adds in place.
  public static func += (x: inout Tensor, y: Tensor) { x.formCombine(.add, y) }
  /// Subtracts in place.
  public static func -= (x: inout Tensor, y: Tensor) { x.formCombine(.subtract, y) }
  /// Multiplies in place.
  public static func *= (x: inout Tensor, y: Tensor) { x.formCombine(.multiply, y) }
  /// Adds a number in place.
  public static func += (x: inout Tensor, y: Scalar) { x += Tensor(y) }
  /// Subtracts a number in place.
  public static func -= (x: inout Tensor, y: Scalar) { x -= Tensor(y) }
  /// Multiplies by a number in place.
  public static func *= (x: inout Tensor, y: Scalar) { x *= Tensor(y) }
}

// MARK: - Machinery

extension Tensor where Scalar: IntegerScalar {
  /// f of each element; low and high are the bounds of `clamp`.
  func map(_ f: IntegerUnaryFunction, _ low: Int64 = 0, _ high: Int64 = 0) -> Tensor {
    let type = Scalar.scalarType.rawValue
    return Tensor(uninitialized: shape) { y in
      ThreadPool.shared.split(count, grain: Grain.arithmetic, multiple: 64) { range in
        WholeNumbers.unary(
          f, type: type, count: range.count, pointer + range.lowerBound, low: low, high: high,
          y + range.lowerBound)
      }
    }
  }

  /// f of each pair of elements, broadcasting.
  func combine(_ f: IntegerBinaryFunction, _ other: Tensor) -> Tensor {
    let plan = BroadcastPlan(shape, other.shape, operation: "\(f)")
    return Tensor(uninitialized: plan.shape) { z in combine(f, other, plan, pointer, z) }
  }

  /// f of each pair of elements, in place; the other tensor broadcasts to this one's shape.
  mutating func formCombine(_ f: IntegerBinaryFunction, _ other: Tensor) {
    let plan = BroadcastPlan(shape, other.shape, operation: "\(f)")
    precondition(
      plan.shape == shape,
      "\(f) in place: shape \(other.shape) does not broadcast to \(shape)")
    makeUnique()
    combine(f, other, plan, pointer, mutablePointer)
  }

  private func combine(
    _ f: IntegerBinaryFunction, _ other: Tensor, _ plan: BroadcastPlan,
    _ x: UnsafePointer<Scalar>, _ z: UnsafeMutablePointer<Scalar>
  ) {
    let type = Scalar.scalarType.rawValue
    plan.forEachBlock(x, other.pointer, grain: f.grain) { rows, columns, x, y, offset in
      WholeNumbers.binary(f, type: type, rows: rows, columns: columns, x, y, z + offset)
    }
  }
}

extension IntegerBinaryFunction {
  fileprivate var grain: Int {
    switch self {
    case .floorDivide, .remainder, .power: Grain.elementary
    default: Grain.arithmetic
    }
  }
}
