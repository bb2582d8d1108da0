// The same elements in another shape. Nothing is copied.

extension Tensor {
  /// The extents with at most one −1 replaced by what the others leave.
  fileprivate func resolved(_ extents: [Int]) -> Shape {
    guard let free = extents.firstIndex(of: -1) else { return Shape(extents) }
    let others = extents.enumerated().reduce(1) { $1.offset == free ? $0 : $0 * $1.element }
    precondition(
      others > 0 && count % others == 0,
      "reshape: shape \(shape) of \(count) elements does not fit \(extents)")
    var result = extents
    result[free] = count / others
    return Shape(result)
  }

  /// The same elements in another shape.
  @specialized(where Scalar == Float)
  public func reshaped(to shape: Shape) -> Tensor {
    if shape == self.shape { return self }
    precondition(
      shape.elementCount == count,
      "reshape: shape \(self.shape) of \(count) elements does not fit \(shape) of "
        + "\(shape.elementCount)")
    return differentiable(self, keeping: []) { x in
      Tensor(x.erased.view(shape: shape))
    } pullback: { dy, x, _ in
      dy.reshaped(to: x.shape)
    }
  }

  /// The same elements in another shape; one extent may be −1, which takes what is left.
  public func reshaped(to extents: [Int]) -> Tensor { reshaped(to: resolved(extents)) }

  /// The elements as a vector.
  public func flattened() -> Tensor { reshaped(to: Shape(count)) }

  /// The elements with the axes from `first` on made into one: `[2, 3, 4]` from 1 is `[2, 12]`.
  public func flattened(fromAxis first: Int) -> Tensor {
    reshaped(to: flattenedShape(fromAxis: first))
  }

  /// With a new axis of extent 1 before `axis`; −1 adds it at the end.
  public func expandingAxis(at axis: Int) -> Tensor { reshaped(to: expandedShape(at: axis)) }

  /// Without the axes of extent 1, or without those named, which must have extent 1.
  public func squeezed(axes: [Int]? = nil) -> Tensor { reshaped(to: squeezedShape(axes)) }

  fileprivate func flattenedShape(fromAxis first: Int) -> Shape {
    let first = first < 0 ? first + rank : first
    precondition(
      first >= 0 && first <= rank, "flatten: axis \(first) is out of range for shape \(shape)")
    return Shape(Array(shape[..<first]) + [shape.elementCount(first..<rank)])
  }

  fileprivate func expandedShape(at axis: Int) -> Shape {
    let place = axis < 0 ? axis + rank + 1 : axis
    precondition(
      place >= 0 && place <= rank, "expandingAxis: axis \(axis) is out of range for shape \(shape)")
    return shape.inserting(1, at: place)
  }

  fileprivate func squeezedShape(_ axes: [Int]?) -> Shape {
    let gone = axes.map { shape.axes($0, of: "squeeze") } ?? shape.indices.filter { shape[$0] == 1 }
    for axis in gone {
      precondition(
        shape[axis] == 1, "squeeze: axis \(axis) of shape \(shape) has extent \(shape[axis]), not 1"
      )
    }
    return Shape(shape.indices.filter { !gone.contains($0) }.map { shape[$0] })
  }
}
