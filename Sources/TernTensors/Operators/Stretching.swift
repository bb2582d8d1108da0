import TernKernels

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

  /// The tensor tiled: `counts[axis]` copies one after another along each axis.
  public func tiled(_ counts: [Int]) -> Tensor {
    precondition(
      counts.count == rank && counts.allSatisfy { $0 >= 0 },
      "tiled needs \(rank) counts of 0 or more for shape \(shape), got \(counts)")
    // [a, b] becomes [1, a, 1, b], stretched to [m, a, n, b].
    let apart = shape.flatMap { [1, $0] }
    let stretched = zip(counts, shape).flatMap { [$0, $1] }
    return reshaped(to: Shape(apart)).broadcast(to: Shape(stretched))
      .reshaped(to: Shape(zip(counts, shape).map(*)))
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

  /// A copy of elements picked by strides, without tracing.
  func strided(extents: Shape, strides: [Int], offset: Int = 0) -> Tensor {
    Tensor(uninitialized: extents) { destination in
      guard extents.elementCount > 0 else { return }
      Memory.copyFromStrided(
        size: MemoryLayout<Scalar>.stride, extents: Array(extents), strides: strides,
        pointer + offset, destination)
    }
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
