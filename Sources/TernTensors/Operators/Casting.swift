import TernKernels

extension Tensor {
  /// The elements converted to another type.
  ///
  /// Floating-point numbers become integers by truncation toward zero; numbers out of range become
  /// the nearest that fits, NaN 0. Bool is whether a number is not 0. Casts between `Float` and
  /// `Double` are differentiable.
  public func asType<Other: TensorScalar>(_ type: Other.Type) -> Tensor<Other> {
    if Other.scalarType == Scalar.scalarType { return Tensor<Other>(erased) }
    // A step function has no gradient: history ends at integers.
    let source = Scalar.isFloating && Other.isFloating ? self : detached()
    return differentiable(source, keeping: []) { x in
      Tensor<Other>(uninitialized: x.shape) { y in
        Memory.convert(
          from: Scalar.scalarType.rawValue, to: Other.scalarType.rawValue, count: x.count,
          x.pointer, y)
      }
    } pullback: { dy, _, _ in
      dy.asType(Scalar.self)
    }
  }

  /// The elements of a tensor of another type, converted as ``asType(_:)`` does.
  public init<Other>(_ other: Tensor<Other>) { self = other.asType(Scalar.self) }
}

extension TensorScalar {
  /// Whether gradients flow through this type.
  static var isFloating: Bool { scalarType == .float32 || scalarType == .float64 }
}
