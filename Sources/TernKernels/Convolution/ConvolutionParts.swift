/// How convolutions are divided over the thread pool: always in the same way for a number of
/// threads.
enum ConvolutionParts {
  /// Multiplications below which a convolution stays on the calling thread.
  private static let smallestSplit = 1 << 18

  /// The most parts that a direction of a convolution is worth.
  static func most(_ shape: ConvolutionShape) -> Int {
    shape.multiplications < smallestSplit ? 1 : ThreadPool.shared.threadCount
  }

  /// Adds the sums of parts 1, 2, … of a gradient, `count` elements each, to that of part 0, in their
  /// order. They are `offset` elements from the beginning of each part's scratch memory.
  static func addUp<Kernels: FloatingKernels>(
    _: Kernels.Type, parts: Int, count: Int, _ scratch: Scratch<Kernels.Scalar>, offset: Int = 0,
    to sum: UnsafeMutablePointer<Kernels.Scalar>
  ) {
    guard parts > 1 else { return }
    ThreadPool.shared.split(count, grain: sumGrain, multiple: 16) { range in
      for part in 1..<parts {
        Kernels.axpby(
          count: range.count, 1, scratch[part] + offset + range.lowerBound, 1,
          sum + range.lowerBound)
      }
    }
  }

  /// Elements of a sum that are worth a thread of their own.
  private static let sumGrain = 1 << 14
}
