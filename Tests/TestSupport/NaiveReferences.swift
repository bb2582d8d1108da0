import Tern

// What operators should give, written with loops over every element and no thought of speed.

/// Every index path of a shape, in row-major order.
public func indexPaths(of shape: Shape) -> [[Int]] {
  shape.reduce([[]]) { paths, extent in
    paths.flatMap { path in (0..<extent).map { path + [$0] } }
  }
}

/// Every list of some of the axes of a rank, in ascending order.
public func axisSubsets(ofRank rank: Int) -> [[Int]] {
  (0..<rank).reduce([[]]) { subsets, axis in subsets + subsets.map { $0 + [axis] } }
}

/// Where each element of an array of these extents is, given how far apart neighbours are.
private func places(_ extents: [Int], _ strides: [Int]) -> [Int] {
  zip(extents, strides).reduce([0]) { places, next in
    places.flatMap { place in (0..<next.0).map { place + $0 * next.1 } }
  }
}

/// Elements between neighbours along each axis.
private func strides(_ shape: Shape) -> [Int] {
  shape.indices.map { axis in shape[(axis + 1)...].reduce(1, *) }
}

/// NumPy's broadcast shape of two shapes that fit.
public func naiveBroadcastShape(_ a: Shape, _ b: Shape) -> Shape {
  let rank = max(a.count, b.count)
  func padded(_ shape: Shape) -> [Int] {
    Array(repeating: 1, count: rank - shape.count) + Array(shape)
  }
  return Shape(zip(padded(a), padded(b)).map { $0 == 1 ? $1 : $0 })
}

/// The elements repeated to a shape that the tensor broadcasts to.
public func naiveBroadcast<S: TensorScalar>(_ x: Tensor<S>, to shape: Shape) -> [S] {
  let added = Array(repeating: 0, count: shape.count - x.rank)
  let steps = added + zip(x.shape, strides(x.shape)).map { $0 == 1 ? 0 : $1 }
  let scalars = x.scalars
  return places(Array(shape), steps).map { scalars[$0] }
}

/// f of each pair of elements, broadcasting.
public func naiveCombine<S: TensorScalar, R: TensorScalar>(
  _ x: Tensor<S>, _ y: Tensor<S>, _ f: (S, S) -> R
) -> Tensor<R> {
  let shape = naiveBroadcastShape(x.shape, y.shape)
  return Tensor(
    zip(naiveBroadcast(x, to: shape), naiveBroadcast(y, to: shape)).map { f($0, $1) }, shape: shape)
}

/// f of the lists of elements that a reduction along axes brings together.
public func naiveReduce<S: TensorScalar, R: TensorScalar>(
  _ x: Tensor<S>, along axes: [Int], keepingAxes: Bool = false, _ f: ([S]) -> R
) -> Tensor<R> {
  let kept = x.shape.indices.filter { !axes.contains($0) }
  let steps = strides(x.shape)
  let starts = places(kept.map { x.shape[$0] }, kept.map { steps[$0] })
  let members = places(axes.map { x.shape[$0] }, axes.map { steps[$0] })
  let scalars = x.scalars
  let extents = x.shape.indices.compactMap { axis -> Int? in
    axes.contains(axis) ? (keepingAxes ? 1 : nil) : x.shape[axis]
  }
  return Tensor(
    starts.map { start in f(members.map { scalars[start + $0] }) }, shape: Shape(extents))
}

/// A permutation of axes, element by element.
public func naivePermuted<S: TensorScalar>(_ x: Tensor<S>, _ order: [Int]) -> Tensor<S> {
  let (extents, steps) = (order.map { x.shape[$0] }, strides(x.shape))
  let scalars = x.scalars
  return Tensor(
    places(extents, order.map { steps[$0] }).map { scalars[$0] }, shape: Shape(extents))
}

/// The matrix product of operands of rank 2 or more, batches broadcasting, summed in double
/// precision.
public func naiveMatmul<S: FloatingScalar>(_ x: Tensor<S>, _ y: Tensor<S>) -> Tensor<S> {
  let (m, k, n) = (x.shape[x.rank - 2], x.shape[x.rank - 1], y.shape[y.rank - 1])
  let batch = naiveBroadcastShape(Shape(x.shape.dropLast(2)), Shape(y.shape.dropLast(2)))
  let a = naiveBroadcast(x, to: Shape(Array(batch) + [m, k])).map { $0.asDouble }
  let b = naiveBroadcast(y, to: Shape(Array(batch) + [k, n])).map { $0.asDouble }
  var scalars: [S] = []
  for matrix in 0..<batch.elementCount {
    for row in 0..<m {
      for column in 0..<n {
        var sum = 0.0
        for i in 0..<k {
          sum += a[(matrix * m + row) * k + i] * b[(matrix * k + i) * n + column]
        }
        scalars.append(S(double: sum))
      }
    }
  }
  return Tensor(scalars, shape: Shape(Array(batch) + [m, n]))
}
