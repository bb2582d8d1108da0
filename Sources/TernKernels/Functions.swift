// The functions that the kernels know. The order is that of `CTernKernels.h`.

/// y = f(x); `a` and `b` are parameters of some.
public enum UnaryFunction: Int32, Sendable, CaseIterable {
  case negate, abs, sign, reciprocal, square, sqrt, rsqrt
  case exp, expm1, log, log1p, sin, cos, tanh, sigmoid, erf
  case softplus
  case floor, ceil, round
  case relu
  /// a · x + b
  case scaleShift
  /// x ^ a
  case power
  /// Between a and b.
  case clamp
  /// a · x for x ≤ 0
  case leakyReLU
  /// a · (exp(x) − 1) for x ≤ 0
  case elu
  /// x · Φ(x)
  case gelu
  case tan, asin, acos, atan
  case sinh, cosh, asinh, acosh, atanh
  case exp2, log2, log10, cubeRoot
  /// Toward zero.
  case truncate
}

/// z = f(x, y).
public enum BinaryFunction: Int32, Sendable, CaseIterable {
  case add, subtract, multiply, divide, power, minimum, maximum
  /// x where y is positive, 0 elsewhere.
  case mask
  /// x · (Φ(y) + y · φ(y))
  case geluGradient
  /// The angle of the point (y, x).
  case atan2
  case hypot, logAddExp
  /// |x| with the sign of y.
  case copySign
  /// The next number after x toward y.
  case nextAfter
  /// What x leaves of y, with the sign of y.
  case remainder
  /// ⌊x / y⌋
  case floorDivide
}

/// A truth value for each pair of elements.
public enum Comparison: Int32, Sendable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// Many elements become one.
public enum Reduction: Int32, Sendable, CaseIterable {
  case sum, product, minimum, maximum, sumOfSquares
}

/// Many elements become as many running values: of the value s so far and the next element x.
public enum Scan: Int32, Sendable, CaseIterable {
  /// s + x
  case sum
  /// s · x
  case product
  /// a · s + x, a being a factor for each element.
  case recurrence
}
