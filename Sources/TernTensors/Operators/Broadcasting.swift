import TernKernels

/// How two operands of different shapes are walked together: NumPy's broadcasting.
///
/// Neighbouring axes along which both operands advance evenly are merged, so that most pairs of
/// shapes become one kernel call on rows × columns.
struct BroadcastPlan {
  let shape: Shape
  /// Merged extents and the strides of both operands, 0 where one is stretched.
  private var axes: [(extent: Int, x: Int, y: Int)] = []

  init(_ x: Shape, _ y: Shape, operation: @autoclosure () -> String) {
    guard let shape = x.broadcast(with: y) else {
      preconditionFailure("\(operation()): shapes \(x) and \(y) do not broadcast")
    }
    self.shape = shape
    var (xStride, yStride) = (1, 1)
    for axis in shape.indices.reversed() {
      let extent = shape[axis]
      let xExtent = Self.extent(of: x, at: axis, rank: shape.rank)
      let yExtent = Self.extent(of: y, at: axis, rank: shape.rank)
      defer {
        xStride *= xExtent
        yStride *= yExtent
      }
      if extent == 1 { continue }
      let step = (x: xExtent == 1 ? 0 : xStride, y: yExtent == 1 ? 0 : yStride)
      if let last = axes.last, step.x == last.x * last.extent, step.y == last.y * last.extent {
        axes[axes.count - 1].extent *= extent
      } else {
        axes.append((extent, step.x, step.y))
      }
    }
  }

  private static func extent(of shape: Shape, at axis: Int, rank: Int) -> Int {
    let own = axis - (rank - shape.rank)
    return own < 0 ? 1 : shape[own]
  }

  /// Calls `body` with blocks of rows × columns that cover the result, on the pool if there are
  /// many elements: operands and the offset of the block in the result.
  func forEachBlock<S>(
    _ x: UnsafePointer<S>, _ y: UnsafePointer<S>, grain: Int,
    _ body: (
      _ rows: Int, _ columns: Int, _ x: StridedOperand<S>, _ y: StridedOperand<S>, _ offset: Int
    ) -> Void
  ) {
    let count = shape.elementCount
    guard count > 0 else { return }
    let inner = axes.first ?? (extent: 1, x: 0, y: 0)
    let middle = axes.count > 1 ? axes[1] : (extent: 1, x: 0, y: 0)
    func operand(_ base: UnsafePointer<S>, _ row: Int, _ column: Int) -> StridedOperand<S> {
      StridedOperand(base, rowStride: row, columnStride: column)
    }
    if axes.count <= 1 {
      ThreadPool.shared.split(inner.extent, grain: grain, multiple: 16) { range in
        let start = range.lowerBound
        body(
          1, range.count, operand(x + start * inner.x, 0, inner.x),
          operand(y + start * inner.y, 0, inner.y), start)
      }
      return
    }
    let blockRows = middle.extent
    let blocks = count / (blockRows * inner.extent)
    ThreadPool.shared.split(blocks * blockRows, grain: max(1, grain / inner.extent)) { range in
      var row = range.lowerBound
      while row < range.upperBound {
        let (block, first) = row.quotientAndRemainder(dividingBy: blockRows)
        let rows = min(blockRows - first, range.upperBound - row)
        let (xBlock, yBlock) = offsets(ofBlock: block)
        body(
          rows, inner.extent, operand(x + xBlock + first * middle.x, middle.x, inner.x),
          operand(y + yBlock + first * middle.y, middle.y, inner.y), row * inner.extent)
        row += rows
      }
    }
  }

  /// Where block number `block`, counted over the outer axes, begins in each operand.
  private func offsets(ofBlock block: Int) -> (x: Int, y: Int) {
    var (x, y, rest) = (0, 0, block)
    for axis in axes.dropFirst(2) {
      let (quotient, index) = rest.quotientAndRemainder(dividingBy: axis.extent)
      x += index * axis.x
      y += index * axis.y
      rest = quotient
    }
    return (x, y)
  }
}

/// Elements below which an operation stays on one thread: about what a core does in the time of
/// a hand-over.
enum Grain {
  static let arithmetic = 32_768
  static let elementary = 8_192
}

extension Tensor where Scalar: FloatingScalar {
  /// f of each element, without tracing.
  package func map(_ f: UnaryFunction, _ a: Scalar = 0, _ b: Scalar = 0) -> Tensor {
    Tensor(uninitialized: shape) { y in
      ThreadPool.shared.split(count, grain: f.grain, multiple: 16) { range in
        Scalar.Kernels.unary(
          f, count: range.count, pointer + range.lowerBound, a, b, y + range.lowerBound)
      }
    }
  }

  /// f of each element, in place. The tensor becomes a value without history.
  package mutating func formMap(_ f: UnaryFunction, _ a: Scalar = 0, _ b: Scalar = 0) {
    withUnsafeMutableBufferPointer { buffer in
      guard let y = buffer.baseAddress else { return }
      ThreadPool.shared.split(buffer.count, grain: f.grain, multiple: 16) { range in
        let y = y + range.lowerBound
        Scalar.Kernels.unary(f, count: range.count, y, a, b, y)
      }
    }
  }

  /// f of each pair of elements, broadcasting, without tracing.
  package func combine(_ f: BinaryFunction, _ other: Tensor) -> Tensor {
    if shape == other.shape && count < f.grain {
      return Tensor(uninitialized: shape) { z in
        let x = StridedOperand(pointer, rowStride: 0, columnStride: 1)
        let y = StridedOperand(other.pointer, rowStride: 0, columnStride: 1)
        Scalar.Kernels.binary(f, rows: 1, columns: count, x, y, z)
      }
    }
    let plan = BroadcastPlan(shape, other.shape, operation: "\(f)")
    return Tensor(uninitialized: plan.shape) { z in
      plan.forEachBlock(pointer, other.pointer, grain: f.grain) { rows, columns, x, y, offset in
        Scalar.Kernels.binary(f, rows: rows, columns: columns, x, y, z + offset)
      }
    }
  }

  /// f of each pair of elements, in place; the other tensor broadcasts to this one's shape.
  package mutating func formCombine(_ f: BinaryFunction, _ other: Tensor) {
    let plan = BroadcastPlan(shape, other.shape, operation: "\(f)")
    precondition(
      plan.shape == shape,
      "\(f) in place: shape \(other.shape) does not broadcast to \(shape)")
    withUnsafeMutableBufferPointer { buffer in
      guard let z = buffer.baseAddress else { return }
      plan.forEachBlock(z, other.pointer, grain: f.grain) { rows, columns, x, y, offset in
        Scalar.Kernels.binary(f, rows: rows, columns: columns, x, y, z + offset)
      }
    }
  }
}

extension UnaryFunction {
  fileprivate var grain: Int {
    switch self {
    case .negate, .abs, .sign, .square, .relu, .scaleShift, .clamp, .leakyReLU, .truncate:
      Grain.arithmetic
    default: Grain.elementary
    }
  }
}

extension BinaryFunction {
  fileprivate var grain: Int {
    switch self {
    case .add, .subtract, .multiply, .divide, .minimum, .maximum, .mask, .copySign, .nextAfter:
      Grain.arithmetic
    default: Grain.elementary
    }
  }
}
