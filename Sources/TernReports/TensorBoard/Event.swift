import Tern

/// Something that TensorBoard shows at a step: a number, a distribution or an image.
///
/// Source: TensorFlow, `event.proto` and `summary.proto`.
public struct Event: Sendable {
  /// When it happened, in seconds since 1970.
  public var wallTime: Double
  /// The step that it belongs to.
  public var step: Int
  private let content: Content

  private enum Content: Sendable {
    case version
    case value(ProtocolBuffer)
  }

  /// The first event of every file.
  package static func version(wallTime: Double) -> Event {
    Event(wallTime: wallTime, step: 0, content: .version)
  }

  /// A number, such as a loss.
  ///
  /// - Parameter tag: The chart's name; what stands before the first `/` is its group.
  public static func scalar(_ tag: String, _ value: Double, step: Int, wallTime: Double) -> Event {
    var buffer = ProtocolBuffer()
    buffer.add(tag, field: 1)
    buffer.add(Float(value), field: 2)
    return Event(wallTime: wallTime, step: step, content: .value(buffer))
  }

  /// The distribution of a tensor's finite elements, such as a layer's weights.
  public static func histogram<Scalar: FloatingScalar>(
    _ tag: String, _ tensor: Tensor<Scalar>, bins: Int = 40, step: Int, wallTime: Double
  ) -> Event {
    let finite = tensor.finiteElements
    let histogram = Histogram(of: finite, among: tensor.count, bins: bins)
    var message = ProtocolBuffer()
    message.add(finite.min() ?? 0, field: 1)
    message.add(finite.max() ?? 0, field: 2)
    message.add(Double(finite.count), field: 3)
    message.add(finite.reduce(0, +), field: 4)
    message.add(finite.reduce(0) { $0 + $1 * $1 }, field: 5)
    message.add(packed: (1...bins).map { histogram.bound($0) }, field: 6)
    message.add(packed: histogram.counts.map { Double($0) }, field: 7)
    var buffer = ProtocolBuffer()
    buffer.add(tag, field: 1)
    buffer.add(message, field: 5)
    return Event(wallTime: wallTime, step: step, content: .value(buffer))
  }

  /// An image.
  ///
  /// - Throws: ``ReportError/png(reason:)`` if libpng cannot store it.
  public static func image(
    _ tag: String, _ bitmap: Bitmap, step: Int, wallTime: Double
  ) throws(ReportError) -> Event {
    var message = ProtocolBuffer()
    message.add(bitmap.height, field: 1)
    message.add(bitmap.width, field: 2)
    message.add(bitmap.channels, field: 3)
    message.add(try bitmap.png(), field: 4)
    var buffer = ProtocolBuffer()
    buffer.add(tag, field: 1)
    buffer.add(message, field: 4)
    return Event(wallTime: wallTime, step: step, content: .value(buffer))
  }

  /// The event as an event file holds it: its length, the length's checksum, the message, the
  /// message's checksum.
  package var record: [UInt8] {
    var message = ProtocolBuffer()
    message.add(wallTime, field: 1)
    message.add(step, field: 2)
    switch content {
    case .version: message.add("brain.Event:2", field: 3)
    case .value(let value):
      var summary = ProtocolBuffer()
      summary.add(value, field: 1)
      message.add(summary, field: 5)
    }
    let data = message.bytes
    let length = Self.little(UInt64(data.count))
    return length + Self.little(CRC32C.masked(of: length)) + data
      + Self.little(CRC32C.masked(of: data))
  }

  private static func little(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
