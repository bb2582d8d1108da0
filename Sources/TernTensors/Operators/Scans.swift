import TernKernels

// Running sums and products along an axis, and linear recurrences, whose gradients are recurrences
// that run backwards.

extension Tensor where Scalar: FloatingScalar {
  /// The running sums along an axis: y[i] = x[0] + … + x[i]. Differentiable.
  ///
  /// They accumulate in double precision; those of numbers that are not negative never fall.
  ///
  /// - Parameters:
  ///   - axis: The axis.
  ///   - includingInitial: Whether the sum of no elements, 0, comes first: the axis grows by 1.
  public func cumulativeSum(along axis: Int = -1, includingInitial: Bool = false) -> Tensor {
    let axis = shape.axis(axis, of: "cumulativeSum")
    let sums = differentiable(self, keeping: []) { x in
      x.scanned(.sum, along: axis)
    } pullback: { dy, _, _ in
      dy.reversed(along: axis).cumulativeSum(along: axis).reversed(along: axis)
    }
    return includingInitial ? sums.preceded(by: 0, along: axis) : sums
  }

  /// The running products along an axis: y[i] = x[0] · … · x[i]. Differentiable; the gradient is
  /// exact with zeros among the elements, too.
  ///
  /// - Parameters:
  ///   - axis: The axis.
  ///   - includingInitial: Whether the product of no elements, 1, comes first: the axis grows by 1.
  public func cumulativeProduct(along axis: Int = -1, includingInitial: Bool = false) -> Tensor {
    let axis = shape.axis(axis, of: "cumulativeProduct")
    let products = differentiable(self) { x in
      x.scanned(.product, along: axis)
    } pullback: { dy, x, y in
      // x[i] is a factor of y[i], y[i + 1] …: dx[i] = y[i − 1] · r[i], where
      // r[i] = dy[i] + x[i + 1] · r[i + 1].
      y.delayed(by: 1, along: axis) * dy.backwardRecurrence(factors: x, along: axis)
    }
    return includingInitial ? products.preceded(by: 1, along: axis) : products
  }

  /// The linear recurrence y[i] = factors[i] · y[i − 1] + x[i] along an axis, y[0] being x[0]:
  /// discounted sums, exponential averages, sums that begin anew where a factor is 0.
  /// Differentiable in both.
  ///
  /// - Parameters:
  ///   - factors: A factor for each element, of which the first along the axis plays no part; they
  ///     broadcast to the tensor's shape.
  ///   - axis: The axis.
  public func linearRecurrence(factors: Tensor, along axis: Int = -1) -> Tensor {
    let axis = shape.axis(axis, of: "linearRecurrence")
    precondition(
      factors.shape.broadcast(with: shape) == shape,
      "linearRecurrence: factors of shape \(factors.shape) do not broadcast to \(shape)")
    return differentiable(self, factors.broadcast(to: shape)) { x, factors in
      x.scanned(.recurrence, factors: factors, along: axis)
    } pullback: { dy, _, factors, _ in
      dy.backwardRecurrence(factors: factors, along: axis)
    } _: { dy, _, factors, y in
      y.delayed(by: 0, along: axis) * dy.backwardRecurrence(factors: factors, along: axis)
    }
  }

  /// r[i] = x[i] + factors[i + 1] · r[i + 1].
  private func backwardRecurrence(factors: Tensor, along axis: Int) -> Tensor {
    reversed(along: axis).linearRecurrence(
      factors: factors.reversed(along: axis).rolled(by: 1, along: axis), along: axis
    ).reversed(along: axis)
  }

  private func preceded(by number: Scalar, along axis: Int) -> Tensor {
    .concatenated([Tensor(full: shape.replacing(axis, with: 1), number), self], along: axis)
  }

  /// Each element in the place of the next one, a number in the first place.
  private func delayed(by number: Scalar, along axis: Int) -> Tensor {
    preceded(by: number, along: axis).sliced(along: axis, from: 0, to: shape[axis])
  }
}

extension Tensor where Scalar: FixedWidthInteger {
  /// The running sums along an axis, in 64 bits: y[i] = x[0] + … + x[i]. They wrap round.
  ///
  /// - Parameters:
  ///   - axis: The axis.
  ///   - includingInitial: Whether the sum of no elements, 0, comes first: the axis grows by 1.
  public func cumulativeSum(along axis: Int = -1, includingInitial: Bool = false) -> Tensor<Int64> {
    let axis = shape.axis(axis, of: "cumulativeSum")
    return scanned(.sum, along: axis, initial: includingInitial ? 0 : nil)
  }

  /// The running products along an axis, in 64 bits: y[i] = x[0] · … · x[i]. They wrap round, as
  /// NumPy's `cumprod` does.
  ///
  /// - Parameters:
  ///   - axis: The axis.
  ///   - includingInitial: Whether the product of no elements, 1, comes first: the axis grows by 1.
  public func cumulativeProduct(
    along axis: Int = -1, includingInitial: Bool = false
  ) -> Tensor<Int64> {
    let axis = shape.axis(axis, of: "cumulativeProduct")
    return scanned(.product, along: axis, initial: includingInitial ? 1 : nil)
  }

  private func scanned(_ f: Scan, along axis: Int, initial: Int64?) -> Tensor<Int64> {
    let values = Tensor<Int64>(uninitialized: shape) { y in
      guard count > 0 else { return }
      IntegerScans.scan(
        f, type: Scalar.scalarType.rawValue, size: MemoryLayout<Scalar>.stride,
        outer: shape.elementCount(0..<axis), count: shape[axis],
        inner: shape.elementCount(axis + 1..<rank), pointer, y)
    }
    guard let initial else { return values }
    let first = Tensor<Int64>(full: shape.replacing(axis, with: 1), initial)
    return .concatenated([first, values], along: axis)
  }
}

// MARK: - Loops

/// Elements of the blocks of a long row. Not a power of two: rows that are walked side by side would
/// be in one set of the cache.
private let blockLength = 1_040
/// Blocks that are summed and then scanned while they are in the cache.
private let blocksPerPass = 128
/// Blocks that make a thread worth its while.
private let blockGrain = 16
/// Rows that the kernel walks side by side.
private let rowsTogether = 8

extension Tensor where Scalar: FloatingScalar {
  /// The running values along an axis, without tracing.
  private func scanned(_ f: Scan, factors: Tensor? = nil, along axis: Int) -> Tensor {
    let outer = shape.elementCount(0..<axis)
    let inner = shape.elementCount(axis + 1..<rank)
    let (extent, a) = (shape[axis], factors?.pointer)
    return Tensor(uninitialized: shape) { y in
      guard count > 0 else { return }
      if inner == 1 {
        // Products of blocks could overflow where those of whole rows do not.
        if f == .sum && extent >= 2 * blockLength {
          return (0..<outer).forEach {
            Self.sumLongRow(count: extent, pointer + $0 * extent, y + $0 * extent)
          }
        }
        let grain = Swift.max(1, Grain.elementary / extent)
        return ThreadPool.shared.split(outer, grain: grain, multiple: rowsTogether) { rows in
          let start = rows.lowerBound * extent
          Scalar.Kernels.scan(
            f, rows: rows.count, count: extent, factors: a.map { $0 + start }, pointer + start,
            start: nil, y + start, end: nil)
        }
      }
      func scanColumns(_ columns: Range<Int>, of index: Int) {
        let start = index * extent * inner + columns.lowerBound
        Scalar.Kernels.scanColumns(
          f, count: extent, columns: columns.count, stride: inner, factors: a.map { $0 + start },
          pointer + start, y + start)
      }
      if outer == 1 {
        let grain = Swift.max(16, Grain.arithmetic / extent)
        ThreadPool.shared.split(inner, grain: grain, multiple: 16) { scanColumns($0, of: 0) }
      } else {
        let grain = Swift.max(1, Grain.arithmetic / (extent * inner))
        ThreadPool.shared.split(outer, grain: grain) { range in
          for index in range { scanColumns(0..<inner, of: index) }
        }
      }
    }
  }

  /// The running sums of a row in blocks of a fixed length, so that they do not depend on the number
  /// of threads: their sums first, which tell what comes before each.
  private static func sumLongRow(
    count: Int, _ x: UnsafePointer<Scalar>, _ y: UnsafeMutablePointer<Scalar>
  ) {
    let blocks = count / blockLength
    withUnsafeTemporaryAllocation(of: Double.self, capacity: blocksPerPass) { starts in
      guard let starts = starts.baseAddress else { return }
      var sum = 0.0
      for first in stride(from: 0, to: blocks, by: blocksPerPass) {
        let some = Swift.min(blocksPerPass, blocks - first)
        ThreadPool.shared.split(some, grain: blockGrain, multiple: rowsTogether) { range in
          let place = (first + range.lowerBound) * blockLength
          Scalar.Kernels.scan(
            .sum, rows: range.count, count: blockLength, factors: nil, x + place, start: nil, nil,
            end: starts + range.lowerBound)
        }
        for i in 0..<some { (starts[i], sum) = (sum, sum + starts[i]) }
        ThreadPool.shared.split(some, grain: blockGrain, multiple: rowsTogether) { range in
          let place = (first + range.lowerBound) * blockLength
          Scalar.Kernels.scan(
            .sum, rows: range.count, count: blockLength, factors: nil, x + place,
            start: starts + range.lowerBound, y + place, end: nil)
        }
      }
      let (place, rest) = (blocks * blockLength, count % blockLength)
      Scalar.Kernels.scan(
        .sum, rows: 1, count: rest, factors: nil, x + place, start: &sum, y + place, end: nil)
    }
  }
}
