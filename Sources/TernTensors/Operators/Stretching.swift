// Repeating elements along axes, and the sum that undoes it.

extension Tensor {
  /// The tensor repeated to a shape that it broadcasts to. Differentiable.
  public func broadcast(to target: Shape) -> Tensor {
    if shape == target { return self }
    return differentiable(self, keeping: []) { x in
      x.copied(to: target)
    } pullback: { dy, x, _ in
      dy.unbroadcast(to: x.shape)
    }
  }

  /// The tensors repeated to the one shape that they broadcast to together. Differentiable.
  public static func broadcast(_ tensors: [Tensor]) -> [Tensor] {
    guard let first = tensors.first else { return [] }
    let shape = tensors.dropFirst().reduce(first.shape) { shape, tensor in
      guard let common = shape.broadcast(with: tensor.shape) else {
        preconditionFailure("broadcast: shapes \(tensors.map(\.shape)) do not broadcast")
      }
      return common
    }
    return tensors.map { $0.broadcast(to: shape) }
  }

  /// The tensor tiled: `counts[axis]` copies one after another along each axis. Differentiable.
  ///
  /// As in NumPy, missing counts are 1 for the leading axes, and missing axes have extent 1.
  public func tiled(_ counts: [Int]) -> Tensor {
    precondition(
      counts.allSatisfy { $0 >= 0 },
      "tiled: the counts \(counts) for shape \(shape) are not all 0 or more")
    let missing = Swift.max(0, counts.count - rank)
    let counts = Array(repeating: 1, count: Swift.max(0, rank - counts.count)) + counts
    var result = missing == 0 ? self : reshaped(to: Array(repeating: 1, count: missing) + shape)
    for (axis, count) in counts.enumerated().reversed() where count != 1 {
      result = result.repeatingBlocks(count, along: axis, ofElements: false)
    }
    return result
  }

  /// The tensor with each element along an axis repeated: `[a, b]` becomes `[a, a, b, b]`.
  /// Differentiable.
  public func repeated(_ count: Int, along axis: Int) -> Tensor {
    let axis = shape.axis(axis, of: "repeated")
    precondition(count >= 0, "repeated: \(count) times along axis \(axis) of shape \(shape)")
    return count == 1 ? self : repeatingBlocks(count, along: axis, ofElements: true)
  }

  /// The elements as a vector, each repeated.
  public func repeated(_ count: Int) -> Tensor { flattened().repeated(count, along: 0) }

  /// The tensor with element i along an axis repeated `counts[i]` times. Differentiable.
  public func repeated(_ counts: [Int], along axis: Int) -> Tensor {
    let axis = shape.axis(axis, of: "repeated")
    precondition(
      counts.count == shape[axis] && counts.allSatisfy { $0 >= 0 },
      "repeated: axis \(axis) of shape \(shape) needs \(shape[axis]) counts of 0 or more, got "
        + "\(counts)")
    return taking(counts.enumerated().flatMap { Array(repeating: $0, count: $1) }, along: axis)
  }

  /// Repeats the elements along an axis, or all of them together, through a new axis between.
  private func repeatingBlocks(_ count: Int, along axis: Int, ofElements: Bool) -> Tensor {
    let outer = shape.elementCount(0..<axis)
    let inner = shape.elementCount(axis + 1..<rank)
    let (rows, width) =
      ofElements ? (outer * shape[axis], inner) : (outer, shape[axis] * inner)
    return reshaped(to: [rows, 1, width]).broadcast(to: [rows, count, width])
      .reshaped(to: shape.replacing(axis, with: shape[axis] * count))
  }

  /// A broadcast copy without tracing; the tensor itself if it has the shape already.
  func copied(to target: Shape) -> Tensor {
    if shape == target { return detached() }
    precondition(
      shape.broadcast(with: target) == target, "shape \(shape) does not broadcast to \(target)")
    if count == 1 { return Tensor(full: target, scalar) }
    let added = target.rank - rank
    var strides = [Int](repeating: 0, count: target.rank)
    for (axis, stride) in shape.strides.enumerated() where shape[axis] != 1 {
      strides[axis + added] = stride
    }
    return strided(extents: target, strides: strides)
  }

  /// A gradient summed over the axes that broadcasting its input added or stretched.
  package func unbroadcast(to target: Shape) -> Tensor {
    if shape == target { return self }
    precondition(
      target.broadcast(with: shape) == shape,
      "a pullback returned a gradient of shape \(shape) for an input of shape \(target)")
    let added = rank - target.rank
    let stretched = target.indices.filter { target[$0] == 1 && shape[$0 + added] != 1 }
    let axes = Array(0..<added) + stretched.map { $0 + added }
    func sum<S: FloatingScalar>(_: S.Type) -> AnyTensor {
      Tensor<S>(erased).sum(along: axes).reshaped(to: target).erased
    }
    return Tensor(Scalar.scalarType == .float32 ? sum(Float.self) : sum(Double.self))
  }
}
