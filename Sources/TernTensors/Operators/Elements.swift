import TernKernels

// Picking and replacing single elements along an axis, by indices of the same rank; and slices of
// the leading axis. Where an index names a place twice, what is put there last stays.

extension Tensor {
  /// The elements at indices along an axis: result[…, i, …] = x[…, indices[…, i, …], …], NumPy's
  /// `take_along_axis`. Differentiable.
  ///
  /// - Parameters:
  ///   - indices: Positions along the axis, negative ones counting from its end. Extents of other
  ///     axes than this one broadcast with the tensor's.
  ///   - axis: The axis.
  public func takingElements(at indices: Tensor<Int32>, along axis: Int = -1) -> Tensor {
    let axis = shape.axis(axis, of: "takingElements")
    let (x, indices) = broadcastOthers(indices, along: axis, of: "takingElements")
    return x.flattened().taking(indices.flatPlaces(along: axis, of: x.shape))
      .reshaped(to: indices.shape)
  }

  /// This tensor with elements replaced at indices along an axis, NumPy's `put_along_axis`.
  /// Differentiable in both.
  ///
  /// - Parameters:
  ///   - values: The new elements; they broadcast to the shape of the indices.
  ///   - indices: Positions along the axis. Their other extents are the tensor's, or 1.
  ///   - axis: The axis.
  public func puttingElements(
    _ values: Tensor, at indices: Tensor<Int32>, along axis: Int = -1
  ) -> Tensor {
    let axis = shape.axis(axis, of: "puttingElements")
    let (x, indices) = broadcastOthers(indices, along: axis, of: "puttingElements")
    precondition(
      x.shape == shape, "puttingElements: indices of shape \(indices.shape) exceed \(shape)")
    return flattened().puttingSlices(
      values.broadcast(to: indices.shape).flattened(),
      at: indices.flatPlaces(along: axis, of: shape)
    ).reshaped(to: shape)
  }

  /// This tensor with elements replaced by their places in row-major order, NumPy's `put`.
  /// Differentiable in both.
  ///
  /// - Parameters:
  ///   - values: The new elements; they broadcast to the shape of the places.
  ///   - places: Positions in the flattened tensor, negative ones counting from its end.
  public func putting(_ values: Tensor, at places: Tensor<Int32>) -> Tensor {
    flattened().puttingSlices(
      values.broadcast(to: places.shape).flattened(), at: places.flattened()
    ).reshaped(to: shape)
  }

  /// This tensor with slices of the leading axis replaced: `result[indices[i]] = slices[i]`.
  /// Differentiable in both.
  ///
  /// - Parameters:
  ///   - slices: Shape indices.shape + shape without its first axis.
  ///   - indices: Positions along the leading axis, negative ones counting from its end.
  public func puttingSlices(_ slices: Tensor, at indices: Tensor<Int32>) -> Tensor {
    precondition(rank >= 1, "puttingSlices needs at least one axis")
    let rest = Shape(shape.dropFirst())
    precondition(
      slices.shape == Shape(Array(indices.shape) + rest),
      "puttingSlices: slices of shape \(slices.shape) do not fit indices of shape "
        + "\(indices.shape) and a tensor of shape \(shape)")
    let indices = indices.positions(in: shape[0], of: "puttingSlices", shape)
    let extent = shape[0]
    return differentiable(self, slices, keeping: []) { x, slices in
      var result = x
      result.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        Memory.scatter(
          rows: indices.count, rowBytes: rest.elementCount * MemoryLayout<Scalar>.stride,
          index: indices.pointer, slices.pointer, base)
      }
      return result
    } pullback: { dz, _, slices, _ in
      dz.puttingSlices(Tensor(zeros: slices.shape), at: indices)
    } _: { dz, _, slices, _ in
      // What was replaced again has no part in the result.
      let stays = indices.isLast(of: extent).reshaped(
        to: Array(indices.shape) + Array(repeating: 1, count: rest.rank))
      return Tensor.where(stays, dz.taking(indices), Scalar.zeroValue)
    }
  }

  /// Both with the extents of all axes but one broadcast.
  private func broadcastOthers(
    _ indices: Tensor<Int32>, along axis: Int, of operation: StaticString
  ) -> (Tensor, Tensor<Int32>) {
    guard indices.rank == rank,
      let common = shape.replacing(axis, with: 1).broadcast(
        with: indices.shape.replacing(axis, with: 1))
    else {
      preconditionFailure(
        "\(operation) along axis \(axis): indices of shape \(indices.shape) do not fit \(shape)")
    }
    return (
      broadcast(to: common.replacing(axis, with: shape[axis])),
      indices.broadcast(to: common.replacing(axis, with: indices.shape[axis]))
    )
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// This tensor with elements added at indices along an axis, which may repeat: PyTorch's
  /// `scatter_add`. Differentiable in both.
  ///
  /// - Parameters:
  ///   - values: What is added; it broadcasts to the shape of the indices.
  ///   - indices: Positions along the axis. Their other extents are the tensor's, or 1.
  ///   - axis: The axis.
  public func addingElements(
    _ values: Tensor, at indices: Tensor<Int32>, along axis: Int = -1
  ) -> Tensor {
    let axis = shape.axis(axis, of: "addingElements")
    let (x, indices) = broadcastOthers(indices, along: axis, of: "addingElements")
    precondition(
      x.shape == shape, "addingElements: indices of shape \(indices.shape) exceed \(shape)")
    return flattened().addingScattered(
      values.broadcast(to: indices.shape).flattened(),
      at: indices.flatPlaces(along: axis, of: shape)
    ).reshaped(to: shape)
  }
}

extension Tensor<Int32> {
  /// The places, in a flattened tensor of a shape, of elements at these indices along an axis.
  fileprivate func flatPlaces(along axis: Int, of shape: Shape) -> Tensor<Int32> {
    precondition(
      shape.elementCount <= Shape.maximumExtent,
      "indices along an axis: shape \(shape) has more than 2³¹ elements")
    let indices = positions(in: shape[axis], of: "indices along an axis", shape).flattened()
    let inner = shape.elementCount(axis + 1..<shape.rank)
    let count = self.shape[axis]
    if inner == 1 && indices.count == count { return indices }
    let extent = Int32(shape[axis])
    return Tensor(uninitialized: indices.shape) { places in
      let rows = shape.elementCount(0..<axis) * count
      ThreadPool.shared.split(rows, grain: Swift.max(1, Grain.arithmetic / Swift.max(inner, 1))) {
        for row in $0 {
          let start = Int32(row / count) * extent
          for column in 0..<inner {
            let i = row * inner + column
            places[i] = (start + indices.pointer[i]) * Int32(inner) + Int32(column)
          }
        }
      }
    }
  }

  /// Which of these positions on an axis are not named again later.
  fileprivate func isLast(of extent: Int) -> Tensor<Bool> {
    var last = [Int32](repeating: 0, count: extent)
    let positions = scalars
    for (i, position) in positions.enumerated() { last[Int(position)] = Int32(i) }
    return Tensor<Bool>(
      positions.enumerated().map { last[Int($1)] == Int32($0) }, shape: shape)
  }
}
