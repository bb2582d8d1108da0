import TernKernels

// How reductions are divided: neighbouring axes are one, and large tensors are reduced in blocks that
// depend on the shape alone, so that results do not depend on the number of threads.

extension Tensor where Scalar: FloatingScalar {
  /// This reduced tensor with its reduced axes back, of extent 1.
  func restoring(_ axes: [Int], of original: Shape) -> Tensor {
    guard rank != original.rank else { return self }
    return reshaped(to: original.reduced(along: axes, keepingAxes: true))
  }

  /// A reduction over ascending axes, without tracing.
  func reduced(_ f: Reduction, along axes: [Int], keepingAxes: Bool) -> Tensor {
    let result = shape.reduced(along: axes, keepingAxes: keepingAxes)
    guard let first = axes.first, let last = axes.last else {
      return f == .sumOfSquares ? map(.square) : self
    }
    // Neighbouring axes are one to the kernel; of others, the last neighbours go first.
    if axes.count < last - first + 1 {
      let others = axes.prefix { axis in (axis...last).contains { !axes.contains($0) } }
      let partial = reduced(f, along: Array(axes[others.count...]), keepingAxes: true)
      return partial.reduced(f.joining, along: Array(others), keepingAxes: true)
        .reshaped(to: result)
    }
    let outer = shape.elementCount(0..<first)
    let count = shape.elementCount(first..<last + 1)
    let inner = shape.elementCount(last + 1..<rank)
    return Tensor(uninitialized: result) { y in
      Self.reduce(f, outer: outer, count: count, inner: inner, pointer, y)
    }
  }

  /// Rows of a block at least: its result is read again.
  private static var fewestRows: Int { 32 }
  /// Columns that keep threads busy without a division of the rows.
  private static var manyColumns: Int { 4_096 }

  private static func reduce(
    _ f: Reduction, outer: Int, count: Int, inner: Int, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  ) {
    if outer == 1 && inner >= manyColumns {
      return ThreadPool.shared.split(
        inner, grain: Swift.max(512, Grain.arithmetic / (count + 1)), multiple: 16
      ) {
        Scalar.Kernels.reduceColumns(
          f, count: count, columns: $0.count, stride: inner, x + $0.lowerBound, y + $0.lowerBound)
      }
    }
    let rows = Swift.max(fewestRows, Grain.arithmetic / Swift.max(inner, 1))
    if outer == 1 && count >= 2 * rows {
      return reduceInBlocks(f, of: rows, count: count, inner: inner, x, y)
    }
    ThreadPool.shared.split(outer, grain: Swift.max(1, Grain.arithmetic / (count * inner + 1))) {
      Scalar.Kernels.reduce(
        f, outer: $0.count, count: count, inner: inner, x + $0.lowerBound * count * inner,
        y + $0.lowerBound * inner)
    }
  }

  /// Reduces the columns of a tall matrix: first blocks of rows, then their results.
  private static func reduceInBlocks(
    _ f: Reduction, of rows: Int, count: Int, inner: Int, _ x: UnsafePointer<Scalar>,
    _ y: UnsafeMutablePointer<Scalar>
  ) {
    let blocks = (count + rows - 1) / rows
    let partial = Tensor(uninitialized: Shape(blocks, inner)) { partial in
      ThreadPool.shared.run(parts: blocks) { i in
        Scalar.Kernels.reduce(
          f, outer: 1, count: Swift.min(rows, count - i * rows), inner: inner,
          x + i * rows * inner, partial + i * inner)
      }
    }
    reduce(f.joining, outer: 1, count: blocks, inner: inner, partial.pointer, y)
  }
}

extension Reduction {
  /// What makes one result of those of parts.
  fileprivate var joining: Reduction { self == .sumOfSquares ? .sum : self }
}
