// Reordering axes. The elements are copied: a tensor is always contiguous.

extension Tensor {
  /// The tensor with its axes in another order: axis i of the result is axis `order[i]` of this.
  public func permuted(_ order: [Int]) -> Tensor {
    let positive = order.map { shape.axis($0, of: "permute") }
    precondition(
      positive.sorted() == Array(0..<rank),
      "permute: \(order) does not name each axis of shape \(shape) once")
    if positive == Array(0..<rank) { return self }
    return differentiable(self, keeping: []) { x in
      x.permutedCopy(positive)
    } pullback: { dy, _, _ in
      dy.permuted(Self.inverse(of: positive))
    }
  }

  /// The tensor with its axes reversed; the transpose of a matrix.
  public func transposed() -> Tensor { permuted(Array((0..<rank).reversed())) }

  /// The tensor with two axes exchanged.
  public func swappingAxes(_ a: Int, _ b: Int) -> Tensor {
    var order = Array(0..<rank)
    order.swapAt(shape.axis(a, of: "swapAxes"), shape.axis(b, of: "swapAxes"))
    return permuted(order)
  }

  /// The tensor with axes at other places, the others staying in their order: NumPy's `moveaxis`.
  public func movingAxes(_ axes: [Int], to places: [Int]) -> Tensor {
    precondition(
      axes.count == places.count,
      "movingAxes: \(axes.count) axes go to \(places.count) places of shape \(shape)")
    // Repetitions are found here; the order of the pairs is the caller's.
    _ = (shape.axes(axes, of: "movingAxes"), shape.axes(places, of: "movingAxes"))
    let axes = axes.map { shape.axis($0, of: "movingAxes") }
    let places = places.map { shape.axis($0, of: "movingAxes") }
    var order = shape.indices.filter { !axes.contains($0) }
    for (place, axis) in zip(places, axes).sorted(by: { $0.0 < $1.0 }) {
      order.insert(axis, at: place)
    }
    return permuted(order)
  }

  /// The tensor with one axis at another place.
  public func movingAxis(_ axis: Int, to place: Int) -> Tensor { movingAxes([axis], to: [place]) }

  /// The tensor with its elements in reverse order along an axis.
  public func reversed(along axis: Int) -> Tensor { reversed(along: [axis]) }

  /// The tensor with its elements in reverse order along axes; along all if nil.
  public func reversed(along axes: [Int]? = nil) -> Tensor {
    let axes = shape.axes(axes, of: "reverse")
    if isEmpty { return self }
    return differentiable(self, keeping: []) { x in
      var strides = x.shape.strides
      var offset = 0
      for axis in axes {
        offset += (x.shape[axis] - 1) * strides[axis]
        strides[axis].negate()
      }
      return x.strided(extents: x.shape, strides: strides, offset: offset)
    } pullback: { dy, _, _ in
      dy.reversed(along: axes)
    }
  }

  /// The order that undoes an order.
  static func inverse(of order: [Int]) -> [Int] {
    var inverse = order
    for (place, axis) in order.enumerated() { inverse[axis] = place }
    return inverse
  }

  /// The order that brings ascending axes to the end.
  func order(movingToEnd axes: [Int]) -> [Int] {
    shape.indices.filter { !axes.contains($0) } + axes
  }

  func movingToEnd(_ axes: [Int]) -> Tensor { permuted(order(movingToEnd: axes)) }

  private func permutedCopy(_ order: [Int]) -> Tensor {
    let extents = Shape(order.map { shape[$0] })
    let strides = shape.strides
    return strided(extents: extents, strides: order.map { strides[$0] })
  }
}
