import TernKernels

extension Tensor {
  /// x where the condition is true, y elsewhere; all three broadcast to one shape.
  ///
  /// Differentiable in x and y: each gets the gradient of the elements that came from it.
  public static func `where`(_ condition: Tensor<Bool>, _ x: Tensor, _ y: Tensor) -> Tensor {
    differentiable(x, y, keeping: []) { x, y in
      selecting(condition, x, y)
    } pullback: { dz, _, _, _ in
      Tensor.where(condition, dz, Scalar.zeroValue)
    } _: { dz, _, _, _ in
      Tensor.where(condition, Scalar.zeroValue, dz)
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

  private static func selecting(_ condition: Tensor<Bool>, _ x: Tensor, _ y: Tensor) -> Tensor {
    guard let shape = x.shape.broadcast(with: y.shape).flatMap(condition.shape.broadcast(with:))
    else {
      preconditionFailure(
        "where: shapes \(condition.shape), \(x.shape) and \(y.shape) do not broadcast")
    }
    let condition = condition.copied(to: shape)
    // The kernel repeats single elements itself.
    let (x, y) = (
      x.count == 1 ? x : x.copied(to: shape), y.count == 1 ? y : y.copied(to: shape)
    )
    let (xStep, yStep) = (x.count == 1 ? 0 : 1, y.count == 1 ? 0 : 1)
    return Tensor(uninitialized: shape) { z in
      ThreadPool.shared.split(shape.elementCount, grain: Grain.arithmetic) { range in
        let start = range.lowerBound
        Memory.select(
          count: range.count, size: MemoryLayout<Scalar>.stride,
          condition: condition.pointer + start, x.pointer + start * xStep, xStep: xStep,
          y.pointer + start * yStep, yStep: yStep, z + start)
      }
    }
  }
}
