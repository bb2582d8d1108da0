import TernKernels

// Where the greatest and the least elements are: the first one of equals, and the first NaN if there
// is one.

extension Tensor where Scalar: FloatingScalar {
  /// The position of the greatest element along an axis, the first one of equals.
  @specialized(where Scalar == Float)
  public func argmax(along axis: Int = -1) -> Tensor<Int32> { argReduced(.maximum, along: axis) }

  /// The position of the least element along an axis, the first one of equals.
  public func argmin(along axis: Int = -1) -> Tensor<Int32> { argReduced(.minimum, along: axis) }

  /// The place of the greatest of all elements in row-major order, the first one of equals: NumPy's
  /// `argmax` without an axis.
  public func flatArgmax() -> Int { Int(flattened().argmax().scalar) }

  /// The place of the least of all elements in row-major order, the first one of equals.
  public func flatArgmin() -> Int { Int(flattened().argmin().scalar) }

  private func argReduced(_ f: Reduction, along axis: Int) -> Tensor<Int32> {
    let axis = shape.axis(axis, of: "argmax or argmin")
    precondition(shape[axis] > 0, "argmax and argmin need elements along axis \(axis) of \(shape)")
    let outer = shape.elementCount(0..<axis)
    let inner = shape.elementCount(axis + 1..<rank)
    let extent = shape[axis]
    if outer * inner == 1 && extent >= 2 * Grain.arithmetic {
      return Tensor<Int32>(Int32(placeInBlocks(f))).reshaped(to: shape.removing(axis))
    }
    return Tensor<Int32>(uninitialized: shape.removing(axis)) { y in
      ThreadPool.shared.split(outer, grain: Swift.max(1, Grain.arithmetic / (extent * inner + 1))) {
        let (x, y) = (pointer + $0.lowerBound * extent * inner, y + $0.lowerBound * inner)
        Scalar.Kernels.argReduce(f, outer: $0.count, count: extent, inner: inner, x, y)
      }
    }
  }

  /// The place of the greatest or least of many elements: that of the greatest or least of blocks.
  private func placeInBlocks(_ f: Reduction) -> Int {
    let block = Grain.arithmetic
    let blocks = (count + block - 1) / block
    var places = Tensor<Int32>(zeros: [])
    let peaks = Tensor(uninitialized: Shape(blocks)) { peaks in
      places = Tensor<Int32>(uninitialized: Shape(blocks)) { places in
        ThreadPool.shared.run(parts: blocks) { i in
          let x = pointer + i * block
          Scalar.Kernels.argReduce(
            f, outer: 1, count: Swift.min(block, count - i * block), inner: 1, x, places + i)
          peaks[i] = x[Int(places[i])]
        }
      }
    }
    let winner = Int(peaks.argReduced(f, along: 0).scalar)
    return winner * block + Int(places.pointer[winner])
  }
}
