import TernKernels

// Element-wise arithmetic with NumPy's broadcasting. Every operator is differentiable.

extension Tensor where Scalar: FloatingScalar {
  /// The element-wise sum.
  @specialized(where Scalar == Float)
  public static func + (x: Tensor, y: Tensor) -> Tensor {
    differentiable(x, y, keeping: []) { x, y in
      x.combine(.add, y)
    } pullback: { dz, _, _, _ in
      dz
    } _: { dz, _, _, _ in
      dz
    }
  }

  /// The element-wise difference.
  @specialized(where Scalar == Float)
  public static func - (x: Tensor, y: Tensor) -> Tensor {
    differentiable(x, y, keeping: []) { x, y in
      x.combine(.subtract, y)
    } pullback: { dz, _, _, _ in
      dz
    } _: { dz, _, _, _ in
      -dz
    }
  }

  /// The element-wise product.
  @specialized(where Scalar == Float)
  public static func * (x: Tensor, y: Tensor) -> Tensor {
    differentiable(x, y, keeping: .inputs) { x, y in
      x.combine(.multiply, y)
    } pullback: { dz, _, y, _ in
      dz * y
    } _: { dz, x, _, _ in
      dz * x
    }
  }

  /// The element-wise quotient.
  @specialized(where Scalar == Float)
  public static func / (x: Tensor, y: Tensor) -> Tensor {
    differentiable(x, y) { x, y in
      x.combine(.divide, y)
    } pullback: { dz, _, y, _ in
      dz / y
    } _: { dz, _, y, z in
      -(dz * z / y)
    }
  }

  /// The negated elements.
  @specialized(where Scalar == Float)
  public static prefix func - (x: Tensor) -> Tensor {
    differentiable(x, keeping: []) { x in
      x.map(.negate)
    } pullback: { dy, _, _ in
      -dy
    }
  }

  /// a · x + b for numbers a and b.
  @specialized(where Scalar == Float)
  public func scaled(by a: Scalar, shiftedBy b: Scalar = 0) -> Tensor {
    differentiable(self, keeping: []) { x in
      x.map(.scaleShift, a, b)
    } pullback: { dy, _, _ in
      dy.scaled(by: a)
    }
  }

  /// x to the power y, element by element. The gradient with respect to y is 0 where x is 0, and
  /// that with respect to x is 0 where both are.
  public func power(_ exponent: Tensor) -> Tensor {
    differentiable(self, exponent) { x, y in
      x.combine(.power, y)
    } pullback: { dz, x, y, _ in
      let isConstant = x.detached() .== 0 .& (y.detached() .== 0)
      return dz * y * Tensor.where(isConstant, 1, x).power(y - 1)
    } _: { dz, x, _, z in
      dz * z * Tensor.where(x.detached() .== 0, 1, x).log()
    }
  }

  /// The element-wise smaller one; NaN if either is. Where both are equal, each gets half of the
  /// gradient.
  public func minimum(_ other: Tensor) -> Tensor {
    differentiable(self, other, keeping: .inputs) { x, y in
      x.combine(.minimum, y)
    } pullback: { dz, x, y, _ in
      dz * x.preference(over: y, .less)
    } _: { dz, x, y, _ in
      dz * y.preference(over: x, .less)
    }
  }

  /// The element-wise greater one; NaN if either is. Where both are equal, each gets half of the
  /// gradient.
  public func maximum(_ other: Tensor) -> Tensor {
    differentiable(self, other, keeping: .inputs) { x, y in
      x.combine(.maximum, y)
    } pullback: { dz, x, y, _ in
      dz * x.preference(over: y, .greater)
    } _: { dz, x, y, _ in
      dz * y.preference(over: x, .greater)
    }
  }

  /// 1 where this is on its side of the other, ½ where both are equal, 0 elsewhere.
  private func preference(over other: Tensor, _ side: Comparison) -> Tensor {
    let wins = detached().compare(side, other.detached()).asType(Scalar.self)
    let ties = detached().compare(.equal, other.detached()).asType(Scalar.self)
    return wins + ties * 0.5
  }
}

// MARK: - With numbers

// A graph that is to be drawn shows the number as a constant of its own.

extension Tensor where Scalar: FloatingScalar {
  /// The sum with a number.
  public static func + (x: Tensor, y: Scalar) -> Tensor {
    x.erased.isDrawn ? x + Tensor(y) : x.scaled(by: 1, shiftedBy: y)
  }
  /// The sum with a number.
  public static func + (x: Scalar, y: Tensor) -> Tensor {
    y.erased.isDrawn ? Tensor(x) + y : y.scaled(by: 1, shiftedBy: x)
  }
  /// The difference from a number.
  public static func - (x: Tensor, y: Scalar) -> Tensor {
    x.erased.isDrawn ? x - Tensor(y) : x.scaled(by: 1, shiftedBy: -y)
  }
  /// The difference from a number.
  public static func - (x: Scalar, y: Tensor) -> Tensor {
    y.erased.isDrawn ? Tensor(x) - y : y.scaled(by: -1, shiftedBy: x)
  }
  /// The product with a number.
  public static func * (x: Tensor, y: Scalar) -> Tensor {
    x.erased.isDrawn ? x * Tensor(y) : x.scaled(by: y)
  }
  /// The product with a number.
  public static func * (x: Scalar, y: Tensor) -> Tensor {
    y.erased.isDrawn ? Tensor(x) * y : y.scaled(by: x)
  }
  /// The quotient by a number.
  public static func / (x: Tensor, y: Scalar) -> Tensor {
    guard !x.erased.isDrawn else { return x / Tensor(y) }
    return differentiable(x, keeping: []) { x in
      x.combine(.divide, Tensor(y))
    } pullback: { dz, _, _ in
      dz / y
    }
  }
  /// The quotient of a number.
  public static func / (x: Scalar, y: Tensor) -> Tensor { Tensor(x) / y }

  /// x to the power of a number.
  public func power(_ exponent: Scalar) -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.power, exponent)
    } pullback: { dy, x, _ in
      exponent == 0 ? Tensor(zeros: x.shape) : dy * (x.power(exponent - 1) * exponent)
    }
  }

  /// The element-wise smaller one of the element and a number.
  public func minimum(_ other: Scalar) -> Tensor { minimum(Tensor(other)) }
  /// The element-wise greater one of the element and a number.
  public func maximum(_ other: Scalar) -> Tensor { maximum(Tensor(other)) }

  /// Every element brought between two bounds. The gradient is 0 where it was changed.
  public func clipped(to bounds: ClosedRange<Scalar>) -> Tensor {
    differentiable(self, keeping: .inputs) { x in
      x.map(.clamp, bounds.lowerBound, bounds.upperBound)
    } pullback: { dy, x, _ in
      let x = x.detached()
      let inside = x .>= bounds.lowerBound .& (x .<= bounds.upperBound)
      return dy * inside.asType(Scalar.self)
    }
  }
}

// MARK: - In place

extension Tensor where Scalar: FloatingScalar {
  /// Adds in place if no gradient is traced through either.
  @specialized(where Scalar == Float)
  public static func += (x: inout Tensor, y: Tensor) { x.update(.add, y) { $0 + $1 } }
  /// Subtracts in place if no gradient is traced through either.
  public static func -= (x: inout Tensor, y: Tensor) { x.update(.subtract, y) { $0 - $1 } }
  /// Multiplies in place if no gradient is traced through either.
  public static func *= (x: inout Tensor, y: Tensor) { x.update(.multiply, y) { $0 * $1 } }
  /// Divides in place if no gradient is traced through either.
  public static func /= (x: inout Tensor, y: Tensor) { x.update(.divide, y) { $0 / $1 } }

  /// Adds a number in place if no gradient is traced.
  public static func += (x: inout Tensor, y: Scalar) { x.update(scale: 1, shift: y) }
  /// Subtracts a number in place if no gradient is traced.
  public static func -= (x: inout Tensor, y: Scalar) { x.update(scale: 1, shift: -y) }
  /// Multiplies by a number in place if no gradient is traced.
  public static func *= (x: inout Tensor, y: Scalar) { x.update(scale: y, shift: 0) }
  /// Divides by a number in place if no gradient is traced.
  public static func /= (x: inout Tensor, y: Scalar) { x /= Tensor(y) }

  private mutating func update(
    _ f: BinaryFunction, _ other: Tensor, traced: (Tensor, Tensor) -> Tensor
  ) {
    if erased.node != nil || other.erased.node != nil {
      let result = traced(self, other)
      precondition(
        result.shape == shape, "\(f) in place: shape \(other.shape) does not broadcast to \(shape)")
      self = result
    } else {
      formCombine(f, other)
    }
  }

  private mutating func update(scale: Scalar, shift: Scalar) {
    if erased.node != nil {
      self = scaled(by: scale, shiftedBy: shift)
    } else {
      formMap(.scaleShift, scale, shift)
    }
  }
}
