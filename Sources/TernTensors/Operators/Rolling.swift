// Turning axes round: what leaves them at the end comes back at the beginning.

extension Tensor {
  /// The tensor with its elements shifted along an axis, those at the end going to the beginning:
  /// result[(i + shift) mod extent] = x[i]. Differentiable.
  public func rolled(by shift: Int, along axis: Int) -> Tensor {
    let axis = shape.axis(axis, of: "rolled")
    let extent = shape[axis]
    guard count > 0, shift % extent != 0 else { return self }
    return differentiable(self, keeping: []) { x in
      let outer = x.shape.elementCount(0..<axis)
      let inner = x.shape.elementCount(axis + 1..<x.rank)
      // `head` elements come from the end of each row.
      let head = ((shift % extent) + extent) % extent * inner
      let row = extent * inner
      return Tensor(uninitialized: x.shape) { y in
        Self.copyRows(
          outer, width: head, from: x.pointer + (row - head), apart: row, to: y, apart: row)
        Self.copyRows(
          outer, width: row - head, from: x.pointer, apart: row, to: y + head, apart: row)
      }
    } pullback: { dy, _, _ in
      dy.rolled(by: -shift, along: axis)
    }
  }

  /// The tensor with its elements shifted along several axes, one after the other. Differentiable.
  public func rolled(by shifts: [Int], along axes: [Int]) -> Tensor {
    precondition(
      shifts.count == axes.count,
      "rolled: \(shifts.count) shifts for \(axes.count) axes of shape \(shape)")
    return zip(shifts, axes).reduce(self) { $0.rolled(by: $1.0, along: $1.1) }
  }

  /// The tensor with its elements, in row-major order, shifted. Differentiable.
  public func rolled(by shift: Int) -> Tensor {
    flattened().rolled(by: shift, along: 0).reshaped(to: shape)
  }
}
