import TernKernels

// Elements and slices picked by truth values, or by arrays of indices, with NumPy's rules.

extension Tensor {
  /// The elements, or the slices of the leading axes, where a mask is true: `x[x .> 0]`.
  /// Differentiable.
  ///
  /// The mask has the extents of the leading axes, for which one axis stays. Assignment replaces
  /// these elements by as many others, or by what broadcasts to them: `x[x .< 0] = [0]`.
  public subscript(mask: Tensor<Bool>) -> Tensor {
    get {
      let rest = checkedRest(of: mask)
      let places = mask.count
      return differentiable(self, keeping: []) { x in
        rest.allSatisfy { $0 == 1 }
          ? x.compressed(mask, rest)
          : x.reshaped(to: Shape([places] + rest)).taking(mask.truePlaces())
      } pullback: { dy, x, _ in
        dy.scattered(to: mask.truePlaces(), along: 0, of: Shape([places] + rest))
          .reshaped(to: x.shape)
      }
    }
    set {
      let rest = checkedRest(of: mask)
      if newValue.count == 1 {
        let wide = Shape(Array(mask.shape) + Array(repeating: 1, count: rest.count))
        self = Tensor.where(mask.reshaped(to: wide), newValue.reshaped(to: Shape([])), self)
        return
      }
      let places = mask.truePlaces()
      self = reshaped(to: Shape([mask.count] + rest)).puttingSlices(
        newValue.broadcast(to: Shape([places.count] + rest)), at: places
      ).reshaped(to: shape)
    }
  }

  /// The slices of the leading axis at indices, in their order: `x[[2, 0, -1]]`. The shape of the
  /// indices takes the place of the axis. Differentiable.
  public subscript(indices: Tensor<Int32>) -> Tensor {
    get { taking(indices) }
    set {
      let slices = Shape(Array(indices.shape) + shape.dropFirst())
      self = puttingSlices(newValue.broadcast(to: slices), at: indices)
    }
  }

  /// The elements, or slices, at points: `x[points: [rows, columns]]` has x[rows[i], columns[i]]
  /// at i. There is a tensor of indices for each leading axis; they broadcast to one shape, which
  /// takes the place of these axes. Differentiable.
  public subscript(points indices: [Tensor<Int32>]) -> Tensor {
    get {
      let (leading, places) = flatPlaces(of: indices)
      return reshaped(to: Shape([leading] + shape.dropFirst(indices.count))).taking(places)
    }
    set {
      let (leading, places) = flatPlaces(of: indices)
      let rest = Array(shape.dropFirst(indices.count))
      self = reshaped(to: Shape([leading] + rest)).puttingSlices(
        newValue.broadcast(to: Shape(Array(places.shape) + rest)), at: places
      ).reshaped(to: shape)
    }
  }

  /// The extents after those of a mask.
  private func checkedRest(of mask: Tensor<Bool>) -> [Int] {
    precondition(
      mask.rank <= rank && Array(mask.shape) == Array(shape.prefix(mask.rank)),
      "a mask of shape \(mask.shape) does not fit the leading axes of shape \(shape)")
    return Array(shape.dropFirst(mask.rank))
  }

  /// The number of elements of the leading axes, and the places of points among them.
  private func flatPlaces(of indices: [Tensor<Int32>]) -> (count: Int, places: Tensor<Int32>) {
    precondition(
      !indices.isEmpty && indices.count <= rank,
      "points: \(indices.count) tensors of indices do not fit shape \(shape)")
    let count = shape.elementCount(0..<indices.count)
    precondition(
      count <= Shape.maximumExtent, "points: the leading axes of \(shape) have 2³¹ places or more")
    let indices = Tensor<Int32>.broadcast(
      indices.enumerated().map { axis, indices in
        indices.positions(in: shape[axis], of: "points", shape)
      })
    let places = Tensor<Int32>(uninitialized: indices[0].shape) { places in
      for i in 0..<indices[0].count {
        var place: Int32 = 0
        for (axis, indices) in indices.enumerated() {
          place = place * Int32(shape[axis]) + indices.pointer[i]
        }
        places[i] = place
      }
    }
    return (count, places)
  }

  /// The elements whose condition is true, as a vector and the axes of extent 1 after it.
  private func compressed(_ mask: Tensor<Bool>, _ rest: [Int]) -> Tensor {
    let blocks = TrueBlocks(mask)
    return Tensor(uninitialized: Shape([blocks.total] + rest)) { y in
      blocks.forEach { range, place, trueCount in
        Memory.compress(
          count: range.count, size: MemoryLayout<Scalar>.stride,
          condition: mask.pointer + range.lowerBound, pointer + range.lowerBound,
          trueCount: trueCount, y + place)
      }
    }
  }
}

extension Tensor<Bool> {
  /// The places of the true elements in row-major order.
  func truePlaces() -> Tensor<Int32> {
    precondition(count <= Shape.maximumExtent, "shape \(shape) has 2³¹ elements or more")
    let blocks = TrueBlocks(self)
    return Tensor<Int32>(uninitialized: Shape(blocks.total)) { y in
      blocks.forEach { range, place, trueCount in
        Memory.truePlaces(
          count: range.count, condition: pointer + range.lowerBound, first: range.lowerBound,
          trueCount: trueCount, y + place)
      }
    }
  }
}

/// Blocks of a mask, and where what they let pass begins: so that threads can write it.
private struct TrueBlocks {
  private static let size = 65_536
  private let count: Int
  /// Where the true elements of each block begin among all, and their number at the end.
  private var starts: [Int] = []

  init(_ mask: Tensor<Bool>) {
    count = mask.count
    let blocks = (count + Self.size - 1) / Self.size
    starts = [Int](unsafeUninitializedCapacity: blocks + 1) { starts, initialized in
      guard let first = starts.baseAddress else { return }
      ThreadPool.shared.run(parts: blocks) { block in
        let start = block * Self.size
        let trueCount = Memory.trueCount(
          count: min(Self.size, mask.count - start), mask.pointer + start)
        (first + block).initialize(to: trueCount)
      }
      var sum = 0
      for block in 0..<blocks { (starts[block], sum) = (sum, sum + starts[block]) }
      (first + blocks).initialize(to: sum)
      initialized = blocks + 1
    }
  }

  /// The number of true elements.
  var total: Int { starts[starts.count - 1] }

  /// Calls `body` with the range of each block, where its true elements go, and their number.
  func forEach(_ body: (_ range: Range<Int>, _ place: Int, _ trueCount: Int) -> Void) {
    ThreadPool.shared.run(parts: starts.count - 1) { block in
      let start = block * Self.size
      body(
        start..<min(count, start + Self.size), starts[block], starts[block + 1] - starts[block])
    }
  }
}
