/// What a subscript takes for one axis: a number, a range, a stride, or a ``TensorIndex``.
public protocol TensorIndexing: Sendable {
  /// The index that this stands for.
  var tensorIndex: TensorIndex { get }
}

/// One index of a subscript, with NumPy's meaning.
public struct TensorIndex: TensorIndexing, Hashable {
  enum Kind: Hashable {
    case position(Int)
    case slice(from: Int?, to: Int?, step: Int)
    case ellipsis
    case newAxis
  }

  let kind: Kind

  /// Itself.
  public var tensorIndex: TensorIndex { self }
}

extension TensorIndexing where Self == TensorIndex {
  /// As many whole axes as are left.
  public static var ellipsis: TensorIndex { TensorIndex(kind: .ellipsis) }
  /// A new axis of extent 1.
  public static var newAxis: TensorIndex { TensorIndex(kind: .newAxis) }
  /// The whole axis.
  public static var all: TensorIndex { .slice() }
  /// Every `step`-th position of the axis; backwards if it is negative.
  public static func every(_ step: Int) -> TensorIndex { .slice(step: step) }
  /// One position, negative ones counting from the end; the axis goes.
  public static func position(_ position: Int) -> TensorIndex {
    TensorIndex(kind: .position(position))
  }
  /// Positions from `from` up to, but not including, `to` in steps; nil is the end that the step
  /// comes from or goes to; negative ones count from the end; what is out of range is cut off.
  public static func slice(from: Int? = nil, to: Int? = nil, step: Int = 1) -> TensorIndex {
    TensorIndex(kind: .slice(from: from, to: to, step: step))
  }
}

extension Int: TensorIndexing {
  /// One position.
  public var tensorIndex: TensorIndex { .position(self) }
}

extension Range<Int>: TensorIndexing {
  /// The positions of the range.
  public var tensorIndex: TensorIndex { .slice(from: lowerBound, to: upperBound) }
}

extension ClosedRange<Int>: TensorIndexing {
  /// The positions of the range.
  public var tensorIndex: TensorIndex {
    .slice(from: lowerBound, to: upperBound == -1 ? nil : upperBound + 1)
  }
}

extension PartialRangeFrom<Int>: TensorIndexing {
  /// The positions from the bound on.
  public var tensorIndex: TensorIndex { .slice(from: lowerBound) }
}

extension PartialRangeUpTo<Int>: TensorIndexing {
  /// The positions before the bound.
  public var tensorIndex: TensorIndex { .slice(to: upperBound) }
}

extension PartialRangeThrough<Int>: TensorIndexing {
  /// The positions up to the bound.
  public var tensorIndex: TensorIndex { .slice(to: upperBound == -1 ? nil : upperBound + 1) }
}

// MARK: - Subscripts

extension Tensor {
  /// Part of the tensor, with NumPy's rules: `x[1]`, `x[0..<3, -1]`, `x[.ellipsis, .every(-1)]`.
  ///
  /// A part that is contiguous, such as a range of the leading axis, is a view that copies nothing.
  /// Assignment broadcasts the new elements to the part. Both are differentiable.
  public subscript<A: TensorIndexing>(_ a: A) -> Tensor {
    get { self[indices: [a.tensorIndex]] }
    set { self[indices: [a.tensorIndex]] = newValue }
  }

  /// Part of the tensor by two indices.
  public subscript<A: TensorIndexing, B: TensorIndexing>(_ a: A, _ b: B) -> Tensor {
    get { self[indices: [a.tensorIndex, b.tensorIndex]] }
    set { self[indices: [a.tensorIndex, b.tensorIndex]] = newValue }
  }

  /// Part of the tensor by three indices.
  public subscript<A: TensorIndexing, B: TensorIndexing, C: TensorIndexing>(
    _ a: A, _ b: B, _ c: C
  ) -> Tensor {
    get { self[indices: [a.tensorIndex, b.tensorIndex, c.tensorIndex]] }
    set { self[indices: [a.tensorIndex, b.tensorIndex, c.tensorIndex]] = newValue }
  }

  /// Part of the tensor by four indices.
  public subscript<A: TensorIndexing, B: TensorIndexing, C: TensorIndexing, D: TensorIndexing>(
    _ a: A, _ b: B, _ c: C, _ d: D
  ) -> Tensor {
    get { self[indices: [a.tensorIndex, b.tensorIndex, c.tensorIndex, d.tensorIndex]] }
    set { self[indices: [a.tensorIndex, b.tensorIndex, c.tensorIndex, d.tensorIndex]] = newValue }
  }

  /// Part of the tensor by any number of indices.
  public subscript(indices indices: [TensorIndex]) -> Tensor {
    get { part(Region(indices, of: shape)) }
    set {
      let region = Region(indices, of: shape)
      precondition(
        newValue.shape.broadcast(with: region.shape) == region.shape,
        "elements of shape \(newValue.shape) do not broadcast to the part of shape \(region.shape)")
      guard erased.node != nil || newValue.erased.node != nil else {
        return write(newValue, to: region)
      }
      self = replacing(region, with: newValue.broadcast(to: region.shape))
    }
  }

  /// The positions of an axis from `start` up to `end`.
  public func sliced(along axis: Int, from start: Int, to end: Int) -> Tensor {
    let axis = shape.axis(axis, of: "sliced")
    precondition(
      0 <= start && start <= end && end <= shape[axis],
      "sliced: \(start)..<\(end) is out of range for axis \(axis) of shape \(shape)")
    let whole = Array(repeating: TensorIndex.slice(), count: axis)
    return self[indices: whole + [.slice(from: start, to: end)]]
  }

  /// This tensor with a part of it replaced. Differentiable in both.
  private func replacing(_ region: Region, with part: Tensor) -> Tensor {
    differentiable([self, part], keeping: []) { inputs in
      var result = inputs[0]
      result.write(inputs[1], to: region)
      return result
    } pullback: { dy, inputs, _, isNeeded in
      [
        isNeeded(0)
          ? dy.replacing(region, with: Tensor(zeros: inputs[1].shape)) : nil,
        isNeeded(1) ? dy.part(region) : nil,
      ]
    }
  }

  /// The part as a differentiable operator.
  private func part(_ region: Region) -> Tensor {
    differentiable(self, keeping: []) { x in
      x.reading(region)
    } pullback: { dy, x, _ in
      Tensor(zeros: x.shape).replacing(region, with: dy)
    }
  }

  private func reading(_ region: Region) -> Tensor {
    guard region.isContiguous else {
      return strided(extents: region.shape, strides: region.strides, offset: region.offset)
    }
    return Tensor(erased.view(offset: region.offset, shape: region.shape))
  }

  private mutating func write(_ part: Tensor, to region: Region) {
    let part = part.copied(to: region.shape)
    withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      part.copy(to: base + region.offset, strides: region.strides)
    }
  }
}

/// The elements that indices select from a shape.
private struct Region: Sendable {
  private(set) var shape: Shape
  private(set) var strides: [Int] = []
  private(set) var offset = 0

  init(_ indices: [TensorIndex], of source: Shape) {
    let consumed = indices.count { $0.kind != .newAxis && $0.kind != .ellipsis }
    let ellipses = indices.count { $0.kind == .ellipsis }
    precondition(
      consumed <= source.rank && ellipses <= 1,
      "\(consumed) indices with \(ellipses) ellipses do not fit shape \(source)")
    let missing = Array(repeating: TensorIndex.slice(), count: source.rank - consumed)
    let full =
      ellipses == 0
      ? indices + missing : indices.flatMap { $0.kind == .ellipsis ? missing : [$0] }

    var extents: [Int] = []
    var axis = 0
    let sourceStrides = source.strides
    for index in full {
      switch index.kind {
      case .newAxis:
        extents.append(1)
        strides.append(0)
        continue
      case .position(let position):
        let extent = source[axis]
        let place = position < 0 ? position + extent : position
        precondition(
          place >= 0 && place < extent,
          "index \(position) is out of range for axis \(axis) of shape \(source)")
        offset += place * sourceStrides[axis]
      case .slice(let from, let to, let step):
        precondition(step != 0, "a slice needs a step other than 0")
        let (first, count) = Self.resolve(from, to, step, extent: source[axis])
        if count > 0 { offset += first * sourceStrides[axis] }
        extents.append(count)
        strides.append(step * sourceStrides[axis])
      case .ellipsis:
        preconditionFailure("unreachable: the ellipsis has been replaced")
      }
      axis += 1
    }
    shape = Shape(extents)
  }

  /// Python's rules for the first position and the number of positions of a slice.
  private static func resolve(
    _ from: Int?, _ to: Int?, _ step: Int, extent: Int
  ) -> (first: Int, count: Int) {
    func bounded(_ bound: Int?, default value: Int) -> Int {
      guard let bound else { return value }
      let place = bound < 0 ? bound + extent : bound
      return step > 0 ? min(max(place, 0), extent) : min(max(place, -1), extent - 1)
    }
    let first = bounded(from, default: step > 0 ? 0 : extent - 1)
    let end = bounded(to, default: step > 0 ? extent : -1)
    let distance = step > 0 ? end - first : first - end
    return (first, distance <= 0 ? 0 : (distance - 1) / abs(step) + 1)
  }

  /// Whether the elements follow one another in memory.
  var isContiguous: Bool {
    var expected = 1
    for axis in shape.indices.reversed() where shape[axis] != 1 {
      if strides[axis] != expected { return false }
      expected *= shape[axis]
    }
    return true
  }
}
