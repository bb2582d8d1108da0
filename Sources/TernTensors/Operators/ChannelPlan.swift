import TernKernels

/// How the channels of a tensor `[batch, channels, …]` are shared out to threads, for passes that
/// first sum over each channel and then map its elements.
///
/// With many channels, a part is some channels of all images, and its second pass finds them in the
/// cache. With few, a part is some images, and the sums of parts are joined in between. So it is
/// also where some threads' caches hold all images, because the operations before and after divide
/// images, too, and each thread keeps its own. The partition depends on the shape alone, so
/// results depend neither on timing nor on the number of threads.
struct ChannelPlan {
  let batch: Int
  let channels: Int
  /// The elements of a channel in one image.
  let inner: Int
  private let channelsPerPart: Int
  private let imagesPerPart: Int

  /// Elements of a part: half of a second-level cache with what is read and written.
  private static let elementsPerPart = 16_384
  /// Fewer pieces than this are shared out by images.
  private static let fewestPieces = 8
  private static let mostParts = 1024
  /// Images for which it is worth joining sums.
  private static let enoughImages = 16
  /// Elements that stay in the caches of two cores from one operation to the next.
  private static let mostElementsInCaches = 1 << 19

  /// A plan for a shape of two or more axes.
  init(_ shape: Shape) {
    batch = shape[0]
    channels = shape[1]
    inner = shape.elementCount(2..<shape.rank)
    // The kernels walk short segments of many channels together.
    let piece = inner < 16 ? 64 : 1
    let pieces = (channels + piece - 1) / piece
    let isKeptInCaches =
      batch >= Self.enoughImages && shape.elementCount <= Self.mostElementsInCaches
    let isDividedByImages = (pieces < Self.fewestPieces || isKeptInCaches) && batch > 1
    let perImage = max(1, channels * inner)
    // A power of two: then threads most often have the images that they have in other operations.
    let fitting = max(1, 2 * Self.elementsPerPart / perImage, batch / 64)
    imagesPerPart =
      isDividedByImages ? 1 << (fitting.bitWidth - 1 - fitting.leadingZeroBitCount) : max(1, batch)
    let perPiece = max(1, batch * inner * piece)
    channelsPerPart =
      isDividedByImages
      ? max(1, channels) : piece * max(1, Self.elementsPerPart / perPiece, pieces / Self.mostParts)
  }

  /// Runs `first` for some images of all channels or all images of some channels, `between` for
  /// channels whose sums are complete, and `second` as `first`.
  ///
  /// - Parameters:
  ///   - join: Adds the sums of further images to those of the images before: two for each channel,
  ///     and the numbers of images.
  func run(
    first: (
      _ part: Part, _ sum1: UnsafeMutablePointer<Double>, _ sum2: UnsafeMutablePointer<Double>
    )
      -> Void,
    join: (_ total: inout (Double, Double), _ images: Int, _ sums: (Double, Double), _ more: Int) ->
      Void,
    between: (_ channels: Range<Int>, _ sum1: UnsafePointer<Double>, _ sum2: UnsafePointer<Double>)
      -> Void,
    second: (_ part: Part) -> Void
  ) {
    guard batch > 0, channels > 0, inner > 0 else { return }
    let divisions = (batch + imagesPerPart - 1) / imagesPerPart
    let capacity = 2 * channels * divisions
    withUnsafeTemporaryAllocation(of: Double.self, capacity: capacity) { sums in
      guard let sums = sums.baseAddress else { return }
      if divisions == 1 {
        ThreadPool.shared.run(parts: (channels + channelsPerPart - 1) / channelsPerPart) { index in
          let start = index * channelsPerPart
          let range = start..<min(channels, start + channelsPerPart)
          let part = part(channels: range, images: 0..<batch)
          first(part, sums + start, sums + channels + start)
          between(range, sums + start, sums + channels + start)
          second(part)
        }
        return
      }
      func image(_ index: Int) -> Range<Int> {
        index * imagesPerPart..<min(batch, (index + 1) * imagesPerPart)
      }
      ThreadPool.shared.run(parts: divisions) { index in
        let sums = sums + 2 * channels * index
        first(part(channels: 0..<channels, images: image(index)), sums, sums + channels)
      }
      for channel in 0..<channels {
        var total = (sums[channel], sums[channels + channel])
        for index in 1..<divisions {
          let more = sums + 2 * channels * index + channel
          join(&total, index * imagesPerPart, (more[0], more[channels]), image(index).count)
        }
        (sums[channel], sums[channels + channel]) = total
      }
      between(0..<channels, sums, sums + channels)
      ThreadPool.shared.run(parts: divisions) { index in
        second(part(channels: 0..<channels, images: image(index)))
      }
    }
  }

  /// Runs a single pass in parts.
  func run(_ body: (_ part: Part) -> Void) {
    guard batch > 0, channels > 0, inner > 0 else { return }
    // Without sums, images are the better pieces: they are contiguous.
    let images = max(1, Self.elementsPerPart / (channels * inner), batch / Self.mostParts)
    ThreadPool.shared.run(parts: (batch + images - 1) / images) { index in
      let range = index * images..<min(batch, (index + 1) * images)
      body(part(channels: 0..<channels, images: range))
    }
  }

  /// Some images of some channels.
  struct Part {
    let block: ChannelBlock
    let firstChannel: Int
    /// Elements before the first one.
    let offset: Int
  }

  private func part(channels range: Range<Int>, images: Range<Int>) -> Part {
    let stride = channels * inner
    return Part(
      block: ChannelBlock(
        batch: images.count, channels: range.count, inner: inner, stride: stride),
      firstChannel: range.lowerBound, offset: images.lowerBound * stride + range.lowerBound * inner)
  }
}
