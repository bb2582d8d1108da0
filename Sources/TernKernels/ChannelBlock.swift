/// Some channels of some images: element (n, c, i) is `n * stride + c * inner + i` from the first.
///
/// No extent is 0.
public struct ChannelBlock: Sendable {
  /// The number of images.
  public var batch: Int
  /// The number of channels.
  public var channels: Int
  /// The elements of a channel in one image.
  public var inner: Int
  /// Elements from one image to the next.
  public var stride: Int

  /// A block of these extents.
  public init(batch: Int, channels: Int, inner: Int, stride: Int) {
    self.batch = batch
    self.channels = channels
    self.inner = inner
    self.stride = stride
  }
}

/// What a channel's elements are mapped to: (x − center) · factor + offset, or its rectifier.
public struct ChannelMap<Scalar> {
  /// What is subtracted, for each channel.
  public var center: UnsafePointer<Scalar>
  /// What the difference is multiplied by, for each channel.
  public var factor: UnsafePointer<Scalar>
  /// What is added, for each channel.
  public var offset: UnsafePointer<Scalar>
  /// Whether negative results become 0.
  public var rectifying: Bool

  /// A map with these numbers.
  public init(
    center: UnsafePointer<Scalar>, factor: UnsafePointer<Scalar>, offset: UnsafePointer<Scalar>,
    rectifying: Bool
  ) {
    self.center = center
    self.factor = factor
    self.offset = offset
    self.rectifying = rectifying
  }

  /// The map of the channels from `channel` on.
  public func dropping(_ channel: Int) -> ChannelMap {
    ChannelMap(
      center: center + channel, factor: factor + channel, offset: offset + channel,
      rectifying: rectifying)
  }
}
