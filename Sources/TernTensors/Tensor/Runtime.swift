import TernKernels

@_exported import struct TernKernels.MemoryStatistics

/// What Tern uses of the machine.
public enum Runtime {
  /// The number of threads, the calling one included, that share large operations; at first the
  /// number of cores that the process may use.
  ///
  /// Results differ between counts only by the rounding of sums, and are the same from run to run.
  public static var threadCount: Int {
    get { ThreadPool.shared.threadCount }
    set { ThreadPool.shared.threadCount = newValue }
  }

  /// Calls `body`, in which operations share at most `count` threads, the calling one included: with
  /// a limit of 1 they stay on the calling thread.
  ///
  /// The limit holds for this thread only, and until `body` returns. So several threads can work
  /// side by side, each on a task of its own, without getting in each other's way:
  ///
  /// ```swift
  /// let output = Runtime.limitingThreads(to: 1) { model(input) }
  /// ```
  public static func limitingThreads<R>(to count: Int, _ body: () throws -> R) rethrows -> R {
    try ThreadPool.shared.limitingThreads(to: count, body)
  }

  /// Whether convolutions with 3 × 3 kernels may use Winograd's algorithm, which is two to four
  /// times as fast and loses a little more to rounding: the greatest error of an output is some
  /// 1.5e-6 of the greatest output for 64 channels of `Float`, where the plain sum has 0.8e-6. A pixel
  /// that is infinite or NaN spoils all 4 × 4 outputs of a tile that sees it, not only those that do.
  ///
  /// The environment variable `TERN_WINOGRAD=off` turns it off from the start.
  public static var usesWinograd: Bool {
    get { ConvolutionChoice.usesWinograd }
    set { ConvolutionChoice.usesWinograd = newValue }
  }

  /// Live, cached and peak bytes of tensors, and those ever asked of the system.
  public static var memory: MemoryStatistics { BufferPool.shared.statistics }

  /// Returns the buffers of freed tensors to the system instead of keeping them for new ones.
  public static func emptyCache() {
    ScratchArenas.shared.empty()
    BufferPool.shared.emptyCache()
  }

  /// The instruction set that the kernels use: `avx512`, `avx2`, `baseline` or `neon`. The
  /// environment variable `TERN_SIMD` chooses a lesser one.
  public static var instructionSet: String { instructionSetName }

  /// OpenBLAS's version, and the processor that its kernels are for. The environment variable
  /// `OPENBLAS_CORETYPE` chooses another.
  public static var openBLAS: String { openBLASDescription }
}
