// Products of tensors besides the matrix product, each a few lines of it.

extension Tensor where Scalar: FloatingScalar {
  /// The sum of products over pairs of axes, NumPy's `tensordot`: the other axes of this tensor, then
  /// those of the other one. Differentiable.
  ///
  /// - Parameters:
  ///   - other: A tensor with the same extents along its axes of the pairs.
  ///   - axes: The axes of this tensor, and those of the other that they go with, in their order.
  public func tensorDot(_ other: Tensor, axes: ([Int], [Int])) -> Tensor {
    precondition(
      axes.0.count == axes.1.count,
      "tensorDot: \(axes.0.count) axes of shape \(shape), \(axes.1.count) of \(other.shape)")
    _ = (shape.axes(axes.0, of: "tensorDot"), other.shape.axes(axes.1, of: "tensorDot"))
    let own = axes.0.map { shape.axis($0, of: "tensorDot") }
    let others = axes.1.map { other.shape.axis($0, of: "tensorDot") }
    precondition(
      own.map { shape[$0] } == others.map { other.shape[$0] },
      "tensorDot: axes \(axes.0) of shape \(shape) do not fit axes \(axes.1) of \(other.shape)")
    // Axes of a pair have a label in common.
    let labels = (0..<rank).map { AxisLabel.ellipsis($0) }
    let otherLabels = (0..<other.rank).map { axis in
      AxisLabel.ellipsis(others.firstIndex(of: axis).map { own[$0] } ?? rank + axis)
    }
    return LabeledTensor(self, labels)
      .multiplied(by: LabeledTensor(other, otherLabels), keeping: []).tensor
  }

  /// The sum of products over the last axes of this tensor and as many first ones of the other.
  public func tensorDot(_ other: Tensor, axes: Int = 2) -> Tensor {
    precondition(
      (0...Swift.min(rank, other.rank)).contains(axes),
      "tensorDot over \(axes) axes of shapes \(shape) and \(other.shape)")
    return tensorDot(other, axes: (Array(rank - axes..<rank), Array(0..<axes)))
  }

  /// The sums of products over the last axes of both, NumPy's `inner`; the product if one is a number.
  /// Differentiable.
  public func inner(_ other: Tensor) -> Tensor {
    rank == 0 || other.rank == 0 ? self * other : tensorDot(other, axes: ([-1], [-1]))
  }

  /// The products of each element of this tensor and each of the other, a row for each of this one:
  /// NumPy's `outer`. Differentiable.
  public func outer(_ other: Tensor) -> Tensor {
    flattened().expandingAxis(at: 1) * other.flattened()
  }

  /// The sums of products of elements along an axis, NumPy's `vecdot`; the tensors broadcast.
  /// Differentiable.
  public func vecdot(_ other: Tensor, along axis: Int = -1) -> Tensor {
    let product = self * other
    let axis = axis < 0 ? axis : axis - product.rank
    precondition(
      -axis <= Swift.min(rank, other.rank) && shape[rank + axis] == other.shape[other.rank + axis],
      "vecdot along axis \(axis): shapes \(shape) and \(other.shape) do not fit")
    return product.sum(along: axis)
  }

  /// The Kronecker product: blocks of the other tensor, each multiplied by an element of this one.
  /// The tensor of fewer axes gets leading ones of extent 1. Differentiable.
  public func kron(_ other: Tensor) -> Tensor {
    let rank = Swift.max(self.rank, other.rank)
    precondition(
      2 * rank <= Shape.maximumRank,
      "kron: shapes \(shape) and \(other.shape) have more than \(Shape.maximumRank / 2) axes")
    func padded(_ shape: Shape) -> [Int] {
      Array(repeating: 1, count: rank - shape.rank) + Array(shape)
    }
    let (own, others) = (padded(shape), padded(other.shape))
    let x = reshaped(to: Shape(own.flatMap { [$0, 1] }))
    let y = other.reshaped(to: Shape(others.flatMap { [1, $0] }))
    return (x * y).reshaped(to: Shape(zip(own, others).map { $0 * $1 }))
  }
}
