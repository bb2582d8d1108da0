import TernKernels

extension Tensor {
  /// x where the condition is true, y elsewhere; all three broadcast to one shape.
  static func selecting(_ condition: Tensor<Bool>, _ x: Tensor, _ y: Tensor) -> Tensor {
    guard let shape = x.shape.broadcast(with: y.shape).flatMap(condition.shape.broadcast(with:))
    else {
      preconditionFailure(
        "where: shapes \(condition.shape), \(x.shape) and \(y.shape) do not broadcast")
    }
    let condition = condition.copied(to: shape)
    let (x, y) = (x.copied(to: shape), y.copied(to: shape))
    return Tensor(uninitialized: shape) { z in
      Memory.select(
        count: shape.elementCount, size: MemoryLayout<Scalar>.stride, condition: condition.pointer,
        x.pointer, y.pointer, z)
    }
  }

  /// x where the condition is true, y elsewhere; all three broadcast to one shape.
  public static func `where`(_ condition: Tensor<Bool>, _ x: Tensor, _ y: Tensor) -> Tensor {
    selecting(condition, x, y)
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// x where the condition is true, y elsewhere; all three broadcast to one shape.
  ///
  /// Differentiable in x and y: each gets the gradient of the elements that came from it.
  public static func `where`(_ condition: Tensor<Bool>, _ x: Tensor, _ y: Tensor) -> Tensor {
    differentiable(x, y, keeping: []) { x, y in
      selecting(condition, x, y)
    } pullback: { dz, _, _, _ in
      Tensor.where(condition, dz, 0)
    } _: { dz, _, _, _ in
      Tensor.where(condition, 0, dz)
    }
  }

  /// x where the condition is true, a number elsewhere.
  public static func `where`(_ condition: Tensor<Bool>, _ x: Tensor, _ y: Scalar) -> Tensor {
    Tensor.where(condition, x, Tensor(y))
  }

  /// A number where the condition is true, y elsewhere.
  public static func `where`(_ condition: Tensor<Bool>, _ x: Scalar, _ y: Tensor) -> Tensor {
    Tensor.where(condition, Tensor(x), y)
  }
}
