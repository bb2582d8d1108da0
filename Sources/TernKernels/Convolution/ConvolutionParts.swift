/// How convolutions are divided over the thread pool: always in the same way for a number of
/// threads.
enum ConvolutionParts {
  /// Multiplications below which a convolution stays on the calling thread.
  private static let smallestSplit = 1 << 18

  /// The most parts that a direction of a convolution is worth.
  static func most(_ shape: ConvolutionShape) -> Int {
    shape.multiplications < smallestSplit ? 1 : ThreadPool.shared.threadCount
  }

  /// The range of `count` units that falls to a part.
  static func share(_ part: Int, of parts: Int, _ count: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
  }
}
