import TernKernels

// Elements in order. NaN counts as greater than every number, as in NumPy; sorts are stable.
//
// An axis other than the last is moved to the end and back.

extension Tensor {
  /// The elements along an axis in ascending order, or in descending order. Differentiable: each
  /// element's gradient goes back to where it came from.
  public func sorted(along axis: Int = -1, descending: Bool = false) -> Tensor {
    let axis = shape.axis(axis, of: "sorted")
    if erased.node != nil {
      return takingElements(at: argsort(along: axis, descending: descending), along: axis)
    }
    return alongLastAxis(axis) { x, extent in
      Tensor(uninitialized: x.shape) { y in
        x.forEachRow(of: extent) { start in
          Sorting.sort(
            type: Scalar.scalarType.rawValue, descending: descending, count: extent,
            x.pointer + start, y + start)
        }
      }
    }
  }

  /// The indices that sort an axis in ascending order, or in descending order; those of equal
  /// elements are in ascending order.
  public func argsort(along axis: Int = -1, descending: Bool = false) -> Tensor<Int32> {
    let axis = shape.axis(axis, of: "argsort")
    return alongLastAxis(axis) { x, extent in
      Tensor<Int32>(uninitialized: x.shape) { y in
        x.forEachRow(of: extent) { start in
          let type = Scalar.scalarType.rawValue
          Self.withScratch(Sorting.scratchCount(type: type, count: extent)) { scratch in
            Sorting.argsort(
              type: type, descending: descending, count: extent, x.pointer + start, y + start,
              scratch: scratch)
          }
        }
      }
    }
  }

  /// The greatest elements along an axis, the greatest first, and their indices; or the least, the
  /// least first. Of equal elements the first is taken first. The values are differentiable.
  ///
  /// - Parameters:
  ///   - k: How many, at most the extent of the axis.
  ///   - axis: The axis.
  ///   - largest: Whether the greatest are taken, NaN before all numbers.
  public func topK(
    _ k: Int, along axis: Int = -1, largest: Bool = true
  ) -> (values: Tensor, indices: Tensor<Int32>) {
    let axis = shape.axis(axis, of: "topK")
    precondition(
      0 <= k && k <= shape[axis], "topK: there are no \(k) elements along axis \(axis) of \(shape)")
    let indices = alongLastAxis(axis) { x, extent in
      Tensor<Int32>(uninitialized: x.shape.replacing(rank - 1, with: k)) { y in
        guard k > 0 else { return }
        x.forEachRow(of: extent) { start in
          let type = Scalar.scalarType.rawValue
          Self.withScratch(Sorting.scratchCount(type: type, count: extent)) { scratch in
            Sorting.argsort(
              first: k, type: type, descending: largest, count: extent, x.pointer + start,
              y + start / extent * k, scratch: scratch)
          }
        }
      }
    }
    return (takingElements(at: indices, along: axis), indices)
  }

  /// What `body` makes of the tensor with an axis moved to the end, moved back.
  private func alongLastAxis<Other>(
    _ axis: Int, _ body: (_ x: Tensor, _ extent: Int) -> Tensor<Other>
  ) -> Tensor<Other> {
    let x = detached()
    if axis == rank - 1 { return body(x, shape[axis]) }
    return body(x.movingAxis(axis, to: -1), shape[axis]).movingAxis(-1, to: axis)
  }

  /// Calls `body` with the beginning of each row: threads take many rows each, or share in one.
  private func forEachRow(of extent: Int, _ body: (_ start: Int) -> Void) {
    guard count > 0 else { return }
    let rows = count / extent
    if rows >= ThreadPool.shared.threadCount || extent < Sorting.grain {
      ThreadPool.shared.split(rows, grain: Swift.max(1, Sorting.grain / extent)) { range in
        for row in range { body(row * extent) }
      }
    } else {
      for row in 0..<rows { body(row * extent) }
    }
  }

  private static func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<Int64>) -> Void) {
    _ = Tensor<Int64>(uninitialized: [2, (count + 1) / 2]) { body($0) }
  }
}
