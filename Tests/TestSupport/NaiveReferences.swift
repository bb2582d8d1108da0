import Tern

// What operators should give, written with loops over index paths and no thought of speed.

/// Every index path of a shape, in row-major order.
public func indexPaths(of shape: Shape) -> [[Int]] {
  shape.reduce([[]]) { paths, extent in
    paths.flatMap { path in (0..<extent).map { path + [$0] } }
  }
}

extension Tensor {
  /// The element at an index path.
  public func element(_ path: [Int]) -> Scalar {
    scalars[zip(path, shape).reduce(0) { $0 * $1.1 + $1.0 }]
  }

  /// The element at a path of a shape that this tensor broadcasts to.
  public func broadcastElement(_ path: [Int]) -> Scalar {
    element(zip(path.suffix(rank), shape).map { index, extent in extent == 1 ? 0 : index })
  }
}

/// NumPy's broadcast shape of two shapes that fit.
public func naiveBroadcastShape(_ a: Shape, _ b: Shape) -> Shape {
  let rank = max(a.count, b.count)
  func padded(_ shape: Shape) -> [Int] {
    Array(repeating: 1, count: rank - shape.count) + Array(shape)
  }
  return Shape(zip(padded(a), padded(b)).map { $0 == 1 ? $1 : $0 })
}

/// f of each pair of elements, broadcasting.
public func naiveCombine<S: TensorScalar, R: TensorScalar>(
  _ x: Tensor<S>, _ y: Tensor<S>, _ f: (S, S) -> R
) -> Tensor<R> {
  let shape = naiveBroadcastShape(x.shape, y.shape)
  return Tensor(
    indexPaths(of: shape).map { f(x.broadcastElement($0), y.broadcastElement($0)) }, shape: shape)
}

/// f of the lists of elements that a reduction along axes brings together.
public func naiveReduce<S: TensorScalar, R: TensorScalar>(
  _ x: Tensor<S>, along axes: [Int], keepingAxes: Bool = false, _ f: ([S]) -> R
) -> Tensor<R> {
  let kept = x.shape.indices.filter { !axes.contains($0) }
  var groups: [[Int]: [S]] = [:]
  for (path, scalar) in zip(indexPaths(of: x.shape), x.scalars) {
    groups[kept.map { path[$0] }, default: []].append(scalar)
  }
  let scalars = indexPaths(of: Shape(kept.map { x.shape[$0] })).map { f(groups[$0] ?? []) }
  let extents = x.shape.indices.compactMap { axis -> Int? in
    axes.contains(axis) ? (keepingAxes ? 1 : nil) : x.shape[axis]
  }
  return Tensor(scalars, shape: Shape(extents))
}

/// The matrix product of operands of rank 2 or more, batches broadcasting.
public func naiveMatmul<S: FloatingScalar>(_ x: Tensor<S>, _ y: Tensor<S>) -> Tensor<S> {
  let (m, k, n) = (x.shape[x.rank - 2], x.shape[x.rank - 1], y.shape[y.rank - 1])
  let batch = naiveBroadcastShape(Shape(x.shape.dropLast(2)), Shape(y.shape.dropLast(2)))
  func matrix(_ tensor: Tensor<S>, _ path: [Int]) -> ArraySlice<S> {
    let outer = Shape(tensor.shape.dropLast(2))
    let place = zip(path.suffix(outer.count), outer).reduce(0) {
      $0 * $1.1 + ($1.1 == 1 ? 0 : $1.0)
    }
    let size = tensor.shape.suffix(2).reduce(1, *)
    return tensor.scalars[place * size..<(place + 1) * size]
  }
  var scalars: [S] = []
  for path in indexPaths(of: batch) {
    let (a, b) = (Array(matrix(x, path)), Array(matrix(y, path)))
    for row in 0..<m {
      for column in 0..<n {
        var sum = 0.0
        for i in 0..<k { sum += Double(a[row * k + i]) * Double(b[i * n + column]) }
        scalars.append(S(double: sum))
      }
    }
  }
  return Tensor(scalars, shape: Shape(Array(batch) + [m, n]))
}

/// A permutation of axes, element by element.
public func naivePermuted<S: TensorScalar>(_ x: Tensor<S>, _ order: [Int]) -> Tensor<S> {
  let shape = Shape(order.map { x.shape[$0] })
  let scalars = indexPaths(of: shape).map { path -> S in
    var source = path
    for (place, axis) in order.enumerated() { source[axis] = path[place] }
    return x.element(source)
  }
  return Tensor(scalars, shape: shape)
}
