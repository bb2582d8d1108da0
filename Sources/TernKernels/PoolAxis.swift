import CTernKernels

/// The windows of pooling along one axis of an image.
public struct PoolAxis: Sendable {
  /// Elements of the axis.
  public let input: Int
  /// From one element of a window to the next.
  let step: Int
  /// The first element of each window that lies inside the axis.
  private(set) var starts: [Int32] = []
  /// One past the last element of each window that lies inside the axis.
  private(set) var ends: [Int32] = []
  /// What an average over each window divides by.
  private(set) var sizes: [Int32] = []
  /// The windows of which nothing lies outside, all of the same extent and `stride` apart.
  private var whole = 0..<0
  private var stride = 1

  /// The number of windows.
  public var output: Int { starts.count }

  /// Windows at a distance of `stride`, beginning `padding` elements before the axis does.
  ///
  /// - Parameters:
  ///   - output: The number of windows.
  ///   - dilation: From one element of a window to the next.
  ///   - countsPadding: Whether the size of a window includes its padding.
  public init(
    input: Int, output: Int, kernel: Int, stride: Int, padding: Int, dilation: Int = 1,
    countsPadding: Bool = true
  ) {
    self.input = input
    step = dilation
    self.stride = stride
    let span = dilation * (kernel - 1) + 1
    var (first, last) = (output, 0)
    for window in 0..<output {
      let origin = window * stride - padding
      if origin >= 0, origin + span <= input { (first, last) = (min(first, window), window + 1) }
      let outside = max(0, -origin)
      let start = origin + (outside + dilation - 1) / dilation * dilation
      let end = min(origin + span, input)
      starts.append(Int32(start))
      ends.append(Int32(end))
      // As in PyTorch, what is beyond the padding at the end never counts.
      let padded = min(origin + span, input + padding) - origin
      sizes.append(Int32(countsPadding ? padded : end - start))
    }
    whole = first < last ? first..<last : 0..<0
  }

  /// `bins` windows that cover the axis: from ⌊i · input / bins⌋ to ⌈(i + 1) · input / bins⌉.
  public init(input: Int, bins: Int) {
    self.input = input
    step = 1
    for bin in 0..<bins {
      let (start, end) = (bin * input / bins, ((bin + 1) * input + bins - 1) / bins)
      starts.append(Int32(start))
      ends.append(Int32(end))
      sizes.append(Int32(end - start))
    }
    if bins > 0, input % bins == 0 {
      whole = 0..<bins
      stride = input / bins
    }
  }

  /// Whether the windows are pairs, one beside the other; a last element may be left over.
  public var isHalving: Bool {
    output > 0 && output == input / 2 && step == 1 && stride == 2 && whole == 0..<output
      && starts[0] == 0 && ends[0] == 2
  }

  /// Calls `body` with the windows as the kernels know them.
  func withWindows(_ body: (UnsafePointer<TernWindows>) -> Void) {
    starts.withUnsafeBufferPointer { starts in
      ends.withUnsafeBufferPointer { ends in
        sizes.withUnsafeBufferPointer { sizes in
          var windows = TernWindows(
            input: input, output: output, step: step, start: starts.baseAddress,
            end: ends.baseAddress, size: sizes.baseAddress, whole: whole.lowerBound,
            whole_end: whole.upperBound, stride: stride)
          body(&windows)
        }
      }
    }
  }

  /// Calls `body` with the windows of two axes.
  static func withWindows(
    _ rows: PoolAxis, _ columns: PoolAxis,
    _ body: (UnsafePointer<TernWindows>, UnsafePointer<TernWindows>) -> Void
  ) {
    rows.withWindows { rows in columns.withWindows { columns in body(rows, columns) } }
  }
}

/// Images of one channel each, one after another, and the windows that pooling lays over them.
public struct PoolPlanes: Sendable {
  /// The number of images.
  public var count: Int
  /// The windows along the height.
  public var rows: PoolAxis
  /// The windows along the width.
  public var columns: PoolAxis

  /// So many images under these windows.
  public init(count: Int, rows: PoolAxis, columns: PoolAxis) {
    self.count = count
    self.rows = rows
    self.columns = columns
  }

  /// The elements of an image.
  public var inputs: Int { rows.input * columns.input }
  /// The windows over an image.
  public var outputs: Int { rows.output * columns.output }

  /// Whether the windows are squares of 2 × 2, one beside the other, for which there are kernels
  /// of their own.
  public var areSquares: Bool { rows.isHalving && columns.isHalving }
}
