import TernTensors

extension Tensor where Scalar: FloatingScalar {
  /// The cross product of vectors of three elements along an axis, the other axes broadcasting:
  /// z = (x₁y₂ − x₂y₁, x₂y₀ − x₀y₂, x₀y₁ − x₁y₀). Differentiable; NumPy's `linalg.cross`.
  ///
  /// - Parameters:
  ///   - other: The second factor y.
  ///   - axis: The axis of the vectors in both factors; negative ones count from the last.
  public func cross(_ other: Tensor, along axis: Int = -1) -> Tensor {
    let own = shape.axis(axis, of: "cross")
    let others = other.shape.axis(axis, of: "cross")
    precondition(
      shape[own] == 3 && other.shape[others] == 3 && shape.broadcast(with: other.shape) != nil,
      "cross needs vectors of 3 elements along axis \(axis), got shapes \(shape) and "
        + "\(other.shape)")
    let (next, nextButOne) = ([1, 2, 0], [2, 0, 1])
    return taking(next, along: own) * other.taking(nextButOne, along: others)
      - taking(nextButOne, along: own) * other.taking(next, along: others)
  }
}
