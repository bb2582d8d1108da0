import TernKernels

// Picking slices by number, and adding to them.

extension Tensor {
  /// The slices of an axis that `indices` names, in its order; they may repeat.
  ///
  /// - Parameters:
  ///   - indices: Positions along the axis, 0 or more. Their shape takes the place of the axis.
  ///   - axis: The axis to pick from.
  @specialized(where Scalar == Float)
  public func taking(_ indices: Tensor<Int32>, along axis: Int = 0) -> Tensor {
    let axis = shape.axis(axis, of: "taking")
    guard axis == 0 else {
      let picked = swappingAxesToFront(axis).taking(indices)
      // The axes of the indices go to where the axis was.
      let order =
        (0..<axis).map { $0 + indices.rank } + Array(0..<indices.rank)
        + (indices.rank + axis..<picked.rank)
      return picked.permuted(order)
    }
    indices.checkRange(0..<shape[0], of: "index")
    let rest = Shape(shape.dropFirst())
    return differentiable(self, keeping: []) { x in
      Tensor(uninitialized: Shape(Array(indices.shape) + rest)) { y in
        Memory.gather(
          rows: indices.count, rowBytes: rest.elementCount * MemoryLayout<Scalar>.stride,
          index: indices.pointer, x.pointer, y)
      }
    } pullback: { dy, x, _ in
      Tensor.scatteringGradient(dy, indices, shape: x.shape)
    }
  }

  /// The slices of an axis that `indices` names, in its order; they may repeat.
  public func taking(_ indices: [Int], along axis: Int = 0) -> Tensor {
    taking(Tensor<Int32>(indices.map { Int32(clamping: $0) }), along: axis)
  }

  private func swappingAxesToFront(_ axis: Int) -> Tensor {
    permuted([axis] + shape.indices.filter { $0 != axis })
  }

  private static func scatteringGradient(
    _ dy: Tensor, _ indices: Tensor<Int32>, shape: Shape
  ) -> Tensor {
    func scatter<S: FloatingScalar>(_: S.Type) -> AnyTensor {
      Tensor<S>(dy.erased).scattered(to: indices, shape: shape).erased
    }
    return Tensor(Scalar.scalarType == .float32 ? scatter(Float.self) : scatter(Double.self))
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// This tensor with slices added to its leading axis: `result[indices[i]] += slices[i]`, where
  /// indices may repeat.
  ///
  /// - Parameters:
  ///   - slices: Shape indices.shape + shape without its first axis.
  ///   - indices: Positions along the leading axis, 0 or more.
  public func addingScattered(_ slices: Tensor, at indices: Tensor<Int32>) -> Tensor {
    precondition(rank >= 1, "addingScattered needs at least one axis")
    let rest = Shape(shape.dropFirst())
    precondition(
      slices.shape == Shape(Array(indices.shape) + rest),
      "addingScattered: slices of shape \(slices.shape) do not fit indices of shape "
        + "\(indices.shape) and a tensor of shape \(shape)")
    indices.checkRange(0..<shape[0], of: "index")
    return differentiable(self, slices, keeping: []) { x, slices in
      var result = x
      result.withUnsafeMutableBufferPointer { buffer in
        guard let y = buffer.baseAddress else { return }
        Scalar.Kernels.scatterAdd(
          rows: indices.count, width: rest.elementCount, index: indices.pointer, slices.pointer, y)
      }
      return result
    } pullback: { dz, _, _, _ in
      dz
    } _: { dz, _, _, _ in
      dz.taking(indices)
    }
  }

  /// Zeros with these slices added to the leading axis: the adjoint of `taking`.
  fileprivate func scattered(to indices: Tensor<Int32>, shape: Shape) -> Tensor {
    differentiable(self, keeping: []) { slices in
      let result = Tensor(zeros: shape)
      Scalar.Kernels.scatterAdd(
        rows: indices.count, width: shape.elementCount(1..<shape.rank), index: indices.pointer,
        slices.pointer, result.mutablePointer)
      return result
    } pullback: { dz, _, _ in
      dz.taking(indices)
    }
  }

  /// One element of each row, by its column: shape [rows] from [rows, columns].
  public func pickingColumns(_ columns: Tensor<Int32>) -> Tensor {
    precondition(
      rank == 2 && columns.shape == Shape(shape[0]),
      "pickingColumns needs a matrix and a column for each row, got \(shape) and \(columns.shape)")
    columns.checkRange(0..<shape[1], of: "column")
    precondition(
      count <= Shape.maximumExtent, "pickingColumns: shape \(shape) has more than 2³¹ elements")
    let width = Int32(shape[1])
    let places = Tensor<Int32>(
      columns.scalars.enumerated().map { Int32($0.offset) * width + $0.element })
    return flattened().taking(places)
  }
}
