import TernKernels

// Where elements are: those that are not zero, and the places of values in sorted arrays.

extension Tensor {
  /// The indices of the elements that are not zero, a vector for each axis, in row-major order.
  /// NaN is not zero. The tensor has at least one axis.
  public func nonzero() -> [Tensor<Int32>] {
    precondition(rank >= 1, "nonzero needs at least one axis, got a number")
    let places = isNonzero().truePlaces()
    if rank == 1 { return [places] }
    return shape.indices.map { axis in
      let inner = Swift.max(shape.elementCount(axis + 1..<rank), 1)
      let extent = Swift.max(shape[axis], 1)
      return Tensor<Int32>(uninitialized: places.shape) { y in
        ThreadPool.shared.split(places.count, grain: Grain.arithmetic) { range in
          for i in range { y[i] = Int32(Int(places.pointer[i]) / inner % extent) }
        }
      }
    }
  }

  /// The indices of the elements that are not zero: a row for each of them, a column for each axis.
  public func argwhere() -> Tensor<Int32> { .stacked(nonzero(), along: 1) }

  /// How many elements are not zero.
  public func nonzeroCount() -> Int { isNonzero().trueCount() }

  /// The first places at which elements of another tensor could be inserted in this sorted vector
  /// so that it stays sorted: how many elements are less than each.
  ///
  /// - Parameters:
  ///   - values: A tensor of any shape, which the result has, too.
  ///   - fromRight: Whether the last places are wanted: how many elements are not greater.
  public func searchSorted(_ values: Tensor, fromRight: Bool = false) -> Tensor<Int32> {
    precondition(rank == 1, "searchSorted needs a vector, got shape \(shape)")
    // About as long as for so many elements of a simple operation.
    let grain = 1_024
    return Tensor<Int32>(uninitialized: values.shape) { places in
      ThreadPool.shared.split(values.count, grain: grain) { range in
        Sorting.search(
          type: Scalar.scalarType.rawValue, fromRight: fromRight, count: count, pointer,
          values: values.pointer + range.lowerBound, valueCount: range.count,
          places + range.lowerBound)
      }
    }
  }

  /// Which elements are not zero, or are true.
  private func isNonzero() -> Tensor<Bool> {
    Tensor<Bool>(exactly: erased) ?? (self .!= Scalar.zeroValue)
  }
}
