// Joining tensors and taking them apart.

extension Tensor {
  /// The tensors one after another along an axis; their other extents agree.
  @specialized(where Scalar == Float)
  @specialized(where Scalar == Double)
  public static func concatenated(_ tensors: [Tensor], along axis: Int = 0) -> Tensor {
    guard let first = tensors.first else {
      preconditionFailure("concatenated needs at least one tensor")
    }
    let axis = first.shape.axis(axis, of: "concatenated")
    for (index, tensor) in tensors.enumerated() {
      precondition(
        tensor.rank == first.rank
          && tensor.shape.replacing(axis, with: 0) == first.shape.replacing(axis, with: 0),
        "concatenated along axis \(axis): tensor \(index) of shape \(tensor.shape) does not fit "
          + "tensor 0 of shape \(first.shape)")
    }
    // Where each tensor begins along the axis, and where the last one ends.
    let starts = tensors.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.shape[axis]) }
    let extent = starts[tensors.count]
    return differentiable(tensors, keeping: []) { tensors in
      let outer = first.shape.elementCount(0..<axis)
      let inner = first.shape.elementCount(axis + 1..<first.rank)
      return Tensor(uninitialized: first.shape.replacing(axis, with: extent)) { destination in
        for (tensor, start) in zip(tensors, starts) {
          let width = tensor.shape[axis] * inner
          copyRows(
            outer, width: width, from: tensor.pointer, apart: width,
            to: destination + start * inner, apart: extent * inner)
        }
      }
    } pullback: { dy, inputs, _, isNeeded in
      inputs.indices.map { i in
        isNeeded(i) ? dy.sliced(along: axis, from: starts[i], to: starts[i + 1]) : nil
      }
    }
  }

  /// Tensors of equal shape as the slices of a new axis.
  public static func stacked(_ tensors: [Tensor], along axis: Int = 0) -> Tensor {
    concatenated(tensors.map { $0.expandingAxis(at: axis) }, along: axis)
  }

  /// The slices of an axis, without it: the inverse of ``stacked(_:along:)``.
  public func unstacked(along axis: Int = 0) -> [Tensor] {
    let axis = shape.axis(axis, of: "unstacked")
    let whole = Array(repeating: TensorIndex.slice(), count: axis)
    return (0..<shape[axis]).map { self[indices: whole + [.position($0)]] }
  }

  /// Pieces of these extents along an axis; the extents add up to the axis's.
  public func split(extents: [Int], along axis: Int = 0) -> [Tensor] {
    let axis = shape.axis(axis, of: "split")
    precondition(
      extents.allSatisfy { $0 >= 0 } && extents.reduce(0, +) == shape[axis],
      "split: extents \(extents) do not add up to \(shape[axis]), axis \(axis) of shape \(shape)")
    var start = 0
    return extents.map { extent in
      defer { start += extent }
      return sliced(along: axis, from: start, to: start + extent)
    }
  }

  /// Pieces of equal extent along an axis, which `count` divides.
  public func split(into count: Int, along axis: Int = 0) -> [Tensor] {
    let extent = shape[shape.axis(axis, of: "split")]
    precondition(
      count > 0 && extent % count == 0,
      "split: \(count) equal pieces do not fit axis \(axis) of shape \(shape)")
    return split(extents: Array(repeating: extent / count, count: count), along: axis)
  }
}
