import TernKernels

// Picking slices by number, and adding to them.

extension Tensor {
  /// The slices of an axis that `indices` names, in its order; they may repeat.
  ///
  /// - Parameters:
  ///   - indices: Positions along the axis, negative ones counting from its end. Their shape takes
  ///     the place of the axis.
  ///   - axis: The axis to pick from.
  @specialized(where Scalar == Float)
  public func taking(_ indices: Tensor<Int32>, along axis: Int = 0) -> Tensor {
    let axis = shape.axis(axis, of: "taking")
    let indices = indices.positions(in: shape[axis], of: "taking", shape)
    let result = shape.replacing(axis, with: indices.shape)
    return differentiable(self, keeping: []) { x in
      Tensor(uninitialized: result) { y in x.gather(indices, along: axis, to: y) }
    } pullback: { dy, x, _ in
      dy.scattered(to: indices, along: axis, of: x.shape)
    }
  }

  /// The slices of an axis that `indices` names, in its order; they may repeat.
  public func taking(_ indices: [Int], along axis: Int = 0) -> Tensor {
    taking(Tensor<Int32>(indices.map { Int32(clamping: $0) }), along: axis)
  }

  private func gather(
    _ indices: Tensor<Int32>, along axis: Int, to y: UnsafeMutablePointer<Scalar>
  ) {
    let outer = shape.elementCount(0..<axis)
    let width = shape.elementCount(axis + 1..<rank)
    let (count, extent) = (indices.count, shape[axis])
    guard width > 0, count > 0 else { return }
    ThreadPool.shared.split(outer * count, grain: Swift.max(1, Grain.arithmetic / width)) { range in
      var row = range.lowerBound
      while row < range.upperBound {
        let (block, first) = row.quotientAndRemainder(dividingBy: count)
        let rows = Swift.min(count - first, range.upperBound - row)
        Memory.gather(
          rows: rows, rowBytes: width * MemoryLayout<Scalar>.stride,
          index: indices.pointer + first, pointer + block * extent * width, y + row * width)
        row += rows
      }
    }
  }

  /// Zeros of a shape to which these slices are added: the adjoint of taking them. Only gradients
  /// come here, so the elements are floating-point numbers.
  func scattered(to indices: Tensor<Int32>, along axis: Int, of shape: Shape) -> Tensor {
    let gradient = erased
    func scatter<S: FloatingScalar>(_: S.Type) -> AnyTensor {
      let dy = Tensor<S>(gradient)
      guard axis > 0 else { return dy.scattered(to: indices, shape: shape).erased }
      // The axes of the indices, and then the axis itself, go to the front and back.
      let last = axis + indices.rank
      let order = Array(axis..<last) + Array(0..<axis) + Array(last..<dy.rank)
      let front = Shape([shape[axis]] + Array(shape.removing(axis)))
      return dy.permuted(order).scattered(to: indices, shape: front).movingAxis(0, to: axis).erased
    }
    return Tensor(Scalar.scalarType == .float32 ? scatter(Float.self) : scatter(Double.self))
  }
}

extension Tensor<Int32> {
  /// These indices with negative ones, which count from the end, made positions; traps if one is
  /// out of range.
  func positions(
    in extent: Int, of operation: StaticString, _ shape: @autoclosure () -> Shape
  ) -> Tensor<Int32> {
    guard count > 0 else { return self }
    let range = Memory.range(ofIndices: pointer, count: count)
    precondition(
      range.lowerBound >= -extent && range.upperBound < extent,
      "\(operation): indices from \(range.lowerBound) to \(range.upperBound) are not all in "
        + "\(-extent)..<\(extent), for an axis of shape \(shape())")
    if range.lowerBound >= 0 { return self }
    return Tensor(uninitialized: self.shape) { positions in
      for i in 0..<count { positions[i] = pointer[i] < 0 ? pointer[i] + Int32(extent) : pointer[i] }
    }
  }
}

extension Tensor where Scalar: FloatingScalar {
  /// This tensor with slices added to its leading axis: `result[indices[i]] += slices[i]`, where
  /// indices may repeat.
  ///
  /// - Parameters:
  ///   - slices: Shape indices.shape + shape without its first axis.
  ///   - indices: Positions along the leading axis, negative ones counting from its end.
  public func addingScattered(_ slices: Tensor, at indices: Tensor<Int32>) -> Tensor {
    precondition(rank >= 1, "addingScattered needs at least one axis")
    let rest = Shape(shape.dropFirst())
    precondition(
      slices.shape == Shape(Array(indices.shape) + rest),
      "addingScattered: slices of shape \(slices.shape) do not fit indices of shape "
        + "\(indices.shape) and a tensor of shape \(shape)")
    let indices = indices.positions(in: shape[0], of: "addingScattered", shape)
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

  /// Zeros with these slices added to the leading axis.
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
